import photon from "@cf-wasm/photon/photon.wasm";
import { photonCodecOf } from "./photon-codec.ts";

/** Decodes PNG and WebP. */
export const photonCodec = photonCodecOf(photon);
