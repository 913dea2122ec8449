import type { Frame, Mcu } from "../jpeg/frame.ts";
import { ZIGZAG } from "../jpeg/tables.ts";

/** The width that messengers shrink a picture to, and the side of what is looked at then. */
const SHRUNK_WIDTH = 1080;
const LOOKED_AT = 16;
/**
 * Texture differs from its mean by so much, in levels (root of the mean square): less is lost when a
 * messenger compresses the picture again, and what moves then shows; more is type, which stands on a
 * surface.
 */
const LEAST = 3;
const MOST = 36;

/** Whether squares of a picture, row by row, are texture: of 16 pixels at a width of 1080. */
export type Squares = { readonly columns: number; readonly isTexture: readonly boolean[] };

/** Tells texture from flat surfaces and from type, by what is left of it once the picture is shrunk. */
export function watchActivity(frame: Frame): { add(mcu: Mcu): void; finish(): Squares } {
  const { width, mcusWide, mcusHigh } = frame;
  const [{ h, v, quantiser }] = frame.components;
  const shrinking = Math.max(1, width / SHRUNK_WIDTH);
  const span = Math.max(1, Math.round((LOOKED_AT * shrinking) / 8));
  const columns = Math.ceil((mcusWide * h) / span);
  const rows = Math.ceil((mcusHigh * v) / span);
  const sums = new Float32Array(columns * rows);
  const squared = new Float32Array(columns * rows);
  const counts = new Uint16Array(columns * rows);
  const waves = wavesLeft(shrinking);
  const steps = waves.map((z) => quantiser[z] as number);
  let index = 0;
  return {
    add(mcu) {
      const left = (index % mcusWide) * h;
      const top = Math.floor(index / mcusWide) * v;
      index++;
      for (let b = 0; b < h * v; b++) {
        const at = b * 64;
        const mean = ((mcu[at] as number) * (quantiser[0] as number)) / 8;
        let energy = 0;
        for (let i = 0; i < waves.length; i++) {
          const value = mcu[at + (waves[i] as number)] as number;
          if (value !== 0) energy += (value * (steps[i] as number)) ** 2;
        }
        const column = Math.floor((left + (b % h)) / span);
        const square = Math.floor((top + Math.floor(b / h)) / span) * columns + column;
        sums[square] = (sums[square] as number) + mean;
        squared[square] = (squared[square] as number) + mean * mean + energy / 64;
        counts[square] = (counts[square] as number) + 1;
      }
    },
    finish: () => ({
      columns,
      isTexture: Array.from(counts, (count, i) => {
        const variance = (squared[i] as number) / count - ((sums[i] as number) / count) ** 2;
        return variance >= LEAST ** 2 && variance <= MOST ** 2;
      }),
    }),
  };
}

/** The coefficients, but for DC, whose waves are still there once a picture is shrunk so much. */
function wavesLeft(shrinking: number): number[] {
  const highest = Math.floor(8 / shrinking);
  return Array.from({ length: 63 }, (_, i) => i + 1).filter((z) => {
    const place = ZIGZAG[z] as number;
    return (place & 7) <= highest && place >> 3 <= highest;
  });
}
