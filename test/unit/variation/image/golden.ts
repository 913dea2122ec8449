import {
  baseFromJpeg,
  probeImage,
  qrPatch,
  type Variation,
} from "../../../../src/variation/image/index.ts";
import { unusualJpeg } from "./encode.ts";

/** A base and what is done to it, made of numbers alone: no library has a say in its bytes. */
export function goldenCase(): { base: Uint8Array; variation: Variation } {
  const file = unusualJpeg({ width: 500, height: 400, h: 2, v: 2 });
  const variation: Variation = {
    seed: Uint8Array.from({ length: 32 }, (_, i) => i * 7),
    patches: (frame) => [
      qrPatch(frame, { x: 200, y: 100, size: 160 }, "https://example.com/s/abc"),
    ],
  };
  return { base: baseFromJpeg(file, probeImage(file)).bytes, variation };
}

export async function hexHash(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes.slice());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The hash of that picture on every machine. A change of it changes every picture that was ever
 * shared: then the recipe's version must change too.
 */
export const goldenHash = "3c9f7109d84049a65294cc48e060e9554bde189b0d45b59110d810cc9eb1e7b5";
