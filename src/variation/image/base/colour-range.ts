import { addBasis } from "../jpeg/dct.ts";
import type { Frame, Mcu } from "../jpeg/frame.ts";

/** The darkest and brightest of red, green and blue, in levels; beyond 0…255 a decoder clips. */
export type Range = { readonly low: number; readonly high: number };

/** No pixel of a block differs by more than this share of an AC coefficient because of it. */
const LARGEST_BASIS = 0.2405;

/** What an MCU's mean colour spans. */
export function meanRange(frame: Frame, mcu: Mcu): Range {
  return rangeOf(frame, mcu, 0, 0);
}

/** What an MCU's pixels span, taking its colour as even; exact where it may reach the edge. */
export function pixelRange(frame: Frame, mcu: Mcu, edge: number): Range {
  const [luma] = frame.components;
  if (!luma) return { low: 128, high: 128 };
  const mean = meanOf(mcu, 0, luma.h * luma.v, luma.quantiser);
  let down = 0;
  let up = 0;
  for (let b = 0; b < luma.h * luma.v; b++) {
    const offset = b * 64;
    const even = ((mcu[offset] as number) * (luma.quantiser[0] as number)) / 8 - mean;
    let most = 0;
    for (let z = 1; z < 64; z++) {
      most += Math.abs(mcu[offset + z] as number) * (luma.quantiser[z] as number);
    }
    most *= LARGEST_BASIS;
    const rough = rangeOf(frame, mcu, even - most, even + most);
    const [low, high] =
      rough.low >= edge && rough.high <= 255 - edge
        ? [even - most, even + most]
        : ripples(mcu, offset, luma.quantiser).map((ripple) => even + ripple);
    down = Math.min(down, low as number);
    up = Math.max(up, high as number);
  }
  return rangeOf(frame, mcu, down, up);
}

/** The range of a colour whose brightness spans its mean + `down` … + `up`. */
function rangeOf(frame: Frame, mcu: Mcu, down: number, up: number): Range {
  let offset = 0;
  const [y = 0, cb = 0, cr = 0] = frame.components.map(({ h, v, quantiser }) => {
    const mean = meanOf(mcu, offset, h * v, quantiser);
    offset += h * v * 64;
    return mean;
  });
  const colours = [1.402 * cr, -0.344 * cb - 0.714 * cr, 1.772 * cb];
  return {
    low: 128 + y + down + Math.min(...colours),
    high: 128 + y + up + Math.max(...colours),
  };
}

function meanOf(mcu: Mcu, offset: number, blocks: number, quantiser: Uint16Array): number {
  let sum = 0;
  for (let b = 0; b < blocks; b++) sum += mcu[offset + b * 64] as number;
  return (sum * (quantiser[0] as number)) / (8 * blocks);
}

const pixels = new Float64Array(64);

/** The lowest and highest pixel of a block, as differences from its mean. */
function ripples(mcu: Mcu, offset: number, quantiser: Uint16Array): [number, number] {
  pixels.fill(0);
  for (let z = 1; z < 64; z++) {
    const value = mcu[offset + z] as number;
    if (value !== 0) addBasis(pixels, z, value * (quantiser[z] as number));
  }
  return [Math.min(...pixels), Math.max(...pixels)];
}
