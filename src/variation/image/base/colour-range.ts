import { addBasis } from "../jpeg/dct.ts";
import type { Frame, Mcu } from "../jpeg/frame.ts";

/** The darkest and brightest of something, in levels. */
export type Range = { readonly low: number; readonly high: number };

/** No pixel of a block differs by more than this share of an AC coefficient because of it. */
const LARGEST_BASIS = 0.2405;

/** The mean of an MCU: brightness 0…255, and its two colour differences around 0. */
export function meanColour(frame: Frame, mcu: Mcu): [y: number, cb: number, cr: number] {
  let offset = 0;
  const [y = 0, cb = 0, cr = 0] = frame.components.map(({ h, v, quantiser }) => {
    const mean = meanOf(mcu, offset, h * v, quantiser);
    offset += h * v * 64;
    return mean;
  });
  return [y + 128, cb, cr];
}

/** What red, green and blue of a colour span, around its brightness (JFIF 1.02, page 3). */
export function coloursAround(cb: number, cr: number): Range {
  const colours = [1.402 * cr, -0.344 * cb - 0.714 * cr, 1.772 * cb];
  return { low: Math.min(...colours), high: Math.max(...colours) };
}

/**
 * What the brightness of an MCU's pixels spans; beyond 0…255 a decoder clips. It is exact where it
 * may leave the range that is given, and elsewhere no narrower than it should be.
 */
export function brightnessRange(frame: Frame, mcu: Mcu, inside: Range): Range {
  const [luma] = frame.components;
  let low = 255;
  let high = 0;
  for (let b = 0; b < luma.h * luma.v; b++) {
    const offset = b * 64;
    const even = 128 + ((mcu[offset] as number) * (luma.quantiser[0] as number)) / 8;
    let most = 0;
    for (let z = 1; z < 64; z++) {
      most += Math.abs(mcu[offset + z] as number) * (luma.quantiser[z] as number);
    }
    most *= LARGEST_BASIS;
    const isInside = even - most >= inside.low && even + most <= inside.high;
    const [down, up] =
      isInside || most === 0 ? [-most, most] : ripples(mcu, offset, luma.quantiser);
    low = Math.min(low, even + down);
    high = Math.max(high, even + up);
  }
  return { low, high };
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
  let low = 0;
  let high = 0;
  for (let i = 0; i < 64; i++) {
    const pixel = pixels[i] as number;
    if (pixel < low) low = pixel;
    if (pixel > high) high = pixel;
  }
  return [low, high];
}
