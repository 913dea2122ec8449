import type { Component } from "../../../../src/domain/component.ts";
import {
  baseFromRaster,
  drawBlock,
  type Variation,
} from "../../../../src/variation/image/index.ts";

const [width, height] = [512, 400];

/** Texture, flat gray, flat white and saturated red, a quarter each: all that the field does. */
function pixelAt(x: number, y: number): [number, number, number] {
  if (x < width / 2 && y < height / 2) {
    const grain = (Math.imul(x * 31 + y * 17, 0x9e3779b1) >>> 26) + 70;
    return [grain + (x >> 2), grain + (y >> 2), 120];
  }
  if (x < width / 2) return [150, 150, 150];
  return y < height / 2 ? [255, 255, 255] : [255, 0, 0];
}

/** Half over texture, half over flat gray, on a card that lets a little of both through. */
const code: Component = {
  type: "qr",
  x: 203,
  y: 101,
  width: 160,
  height: 160,
  color: "#10206a",
  background: { shape: "rounded", color: "#fff8e0", opacity: 92 },
};

/** A base and what is done to it, made of numbers alone: no library has a say in its bytes. */
export function goldenCase(): { base: Uint8Array; variation: Variation } {
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    rgba.set([...pixelAt(i % width, Math.floor(i / width)), 255], i * 4);
  }
  const variation: Variation = {
    seed: Uint8Array.from({ length: 32 }, (_, i) => i * 7),
    layers: drawBlock([{ component: code, says: "https://example.com/s/abc" }], {
      fontFor: () => undefined,
      portrait: undefined,
    }),
  };
  return { base: baseFromRaster({ width, height, rgba }).bytes, variation };
}

export async function hexHash(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes.slice());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The hash of that picture on every machine. A change of it changes every picture that was ever
 * shared: then the recipe's version must change too.
 */
export const goldenHash = "3525f938fa65fdddcb0c130913efc642949a87cb385fe405244fa1d991b7bdba";
