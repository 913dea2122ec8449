import photon from "../generated/photon.wasm";
import { photonCodecOf } from "./photon-codec.ts";

/** Decodes PNG and WebP. */
export const photonCodec = photonCodecOf(photon);
