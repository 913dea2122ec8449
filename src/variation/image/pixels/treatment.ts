import type { Steps } from "../steps.ts";
import type { PixelRows, Strip } from "./pixel-rows.ts";

/** How pixels become a base. */
export type Treatment = {
  /** Whether colour is kept as fine as brightness. */
  readonly isColourFine: boolean;
  /** The gray, 0 to 255, that is seen where pixels are transparent. */
  readonly ground: number;
};

const WHITE = 255;
/** What shows white that stands on nothing; light enough that no black on it is lost. */
const DARK = 56;
/** A pixel that is no further from a ground, in levels, cannot be made out on it. */
const LOST = 40;
/** Transparent pixels are fewer than this share in a picture with soft corners, which stays on white. */
const FEW = 1 / 100;

/** Half of the size takes so much off the colour of a pixel, in levels, that type gets frayed edges. */
const FRAYED = 40;
/** Such pixels are at stake where they are more than this share: a line of coloured type. */
const AT_STAKE = 1 / 1500;

/** Looks at all pixels once, and decides. */
export function* treatmentOf(pixels: PixelRows): Steps<Treatment> {
  const seen = { opaque: 0, lostOnWhite: 0, lostOnDark: 0 };
  const total = pixels.width * pixels.height;
  let frayed = 0;
  yield* pixels.eachStrip(2, (strip) => {
    countGrounds(strip, pixels.width, seen);
    if (frayed <= total * AT_STAKE) frayed += countFrayed(strip, pixels.width);
    return true;
  });
  const hasGround = total - seen.opaque > total * FEW;
  const isLost = seen.lostOnWhite > seen.lostOnDark && seen.lostOnWhite * 4 > seen.opaque;
  return {
    isColourFine: frayed > total * AT_STAKE,
    ground: hasGround && isLost ? DARK : WHITE,
  };
}

function countGrounds(
  { rgba, rows }: Strip,
  width: number,
  seen: { opaque: number; lostOnWhite: number; lostOnDark: number },
): void {
  for (let at = 0; at < width * rows * 4; at += 4) {
    if ((rgba[at + 3] as number) < 128) continue;
    const brightness = brightnessAt(rgba, at);
    seen.opaque++;
    if (brightness >= WHITE - LOST) seen.lostOnWhite++;
    if (Math.abs(brightness - DARK) <= LOST) seen.lostOnDark++;
  }
}

function brightnessAt(rgba: Uint8Array, at: number): number {
  const [r, g, b] = [rgba[at] as number, rgba[at + 1] as number, rgba[at + 2] as number];
  return (77 * r + 150 * g + 29 * b) >> 8;
}

/** Of each two by two pixels those whose colour is far from their mean. */
function countFrayed({ rgba, rows }: Strip, width: number): number {
  if (rows < 2) return 0;
  let count = 0;
  const line = width * 4;
  for (let x = 0; x + 1 < width; x += 2) {
    const corners = [x * 4, x * 4 + 4, line + x * 4, line + x * 4 + 4];
    for (const colour of [0, 2]) {
      const off = corners.map((at) => (rgba[at + colour] as number) - brightnessAt(rgba, at));
      const mean =
        ((off[0] as number) + (off[1] as number) + (off[2] as number) + (off[3] as number)) / 4;
      for (const value of off) if (Math.abs(value - mean) > FRAYED) count++;
    }
  }
  return count;
}
