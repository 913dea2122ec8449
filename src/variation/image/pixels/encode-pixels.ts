import { transformBlock } from "../jpeg/dct.ts";
import { type CoefficientSource, type Frame, frameOf, type Mcu } from "../jpeg/frame.ts";
import { quantisers } from "../jpeg/tables.ts";
import type { PixelRows, Strip } from "./pixel-rows.ts";
import type { Treatment } from "./treatment.ts";

/** What a base made from pixels is coded with: no loss that shows, at a third of the bytes. */
const QUALITY = 92;

/** Pixels as a picture of coefficients: colour as fine as brightness, or of half its size. */
export function pixelSource(
  pixels: PixelRows,
  icc: readonly Uint8Array[],
  { isColourFine, ground }: Treatment,
): CoefficientSource {
  const { luma, chroma } = quantisers(QUALITY);
  const size = isColourFine ? 1 : 2;
  const frame = frameOf(pixels.width, pixels.height, [
    { h: size, v: size, quantiser: luma },
    { h: 1, v: 1, quantiser: chroma },
    { h: 1, v: 1, quantiser: chroma },
  ]);
  return {
    frame,
    icc,
    heldBytes: pixels.heldBytes,
    eachMcu(visit) {
      const row = new McuRow(frame, ground);
      return pixels.eachStrip(frame.mcuHeight, (strip) => {
        row.load(strip);
        for (let mx = 0; mx < frame.mcusWide; mx++) visit(row.mcu(mx));
        return true;
      });
    },
  };
}

/** One row of MCUs in YCbCr (JFIF 1.02, page 3); colours in units of 2⁻¹⁶ until they are rounded. */
class McuRow {
  private readonly frame: Frame;
  private readonly ground: number;
  private readonly y: Int16Array;
  private readonly cb: Int32Array;
  private readonly cr: Int32Array;
  private readonly stride: number;
  private readonly block = new Int16Array(64);
  private readonly coefficients: Mcu;

  constructor(frame: Frame, ground: number) {
    this.frame = frame;
    this.ground = ground;
    this.stride = frame.mcusWide * frame.mcuWidth;
    const samples = this.stride * frame.mcuHeight;
    this.y = new Int16Array(samples);
    this.cb = new Int32Array(samples);
    this.cr = new Int32Array(samples);
    this.coefficients = new Int16Array(frame.blocksPerMcu * 64);
  }

  /** Pixels past the edge repeat the last ones. */
  load({ rgba, rows }: Strip): void {
    const { width, mcuHeight } = this.frame;
    for (let row = 0, at = 0; row < mcuHeight; row++) {
      const line = Math.min(row, rows - 1) * width;
      for (let column = 0; column < this.stride; column++, at++) {
        const pixel = (line + Math.min(column, width - 1)) * 4;
        const alpha = rgba[pixel + 3] as number;
        const r = over(this.ground, rgba[pixel] as number, alpha);
        const g = over(this.ground, rgba[pixel + 1] as number, alpha);
        const b = over(this.ground, rgba[pixel + 2] as number, alpha);
        this.y[at] = ((19595 * r + 38470 * g + 7471 * b + 32768) >> 16) - 128;
        this.cb[at] = -11058 * r - 21710 * g + 32768 * b;
        this.cr[at] = 32768 * r - 27439 * g - 5329 * b;
      }
    }
  }

  /** The array is reused for the next one. */
  mcu(column: number): Mcu {
    const [luma, chroma] = this.frame.components;
    const left = column * this.frame.mcuWidth;
    let offset = 0;
    for (let b = 0; b < luma.h * luma.v; b++, offset += 64) {
      this.lumaBlock(left + (b % luma.h) * 8, Math.floor(b / luma.h) * 8);
      transformBlock(this.block, luma.quantiser, this.coefficients, offset);
    }
    for (const plane of [this.cb, this.cr]) {
      if (luma.h === 1) this.fineColour(plane, left);
      else this.halvedColour(plane, left);
      transformBlock(this.block, (chroma ?? luma).quantiser, this.coefficients, offset);
      offset += 64;
    }
    return this.coefficients;
  }

  private lumaBlock(left: number, top: number): void {
    for (let i = 0; i < 64; i++) {
      this.block[i] = this.y[(top + (i >> 3)) * this.stride + left + (i & 7)] as number;
    }
  }

  private fineColour(plane: Int32Array, left: number): void {
    for (let i = 0; i < 64; i++) {
      const value = plane[(i >> 3) * this.stride + left + (i & 7)] as number;
      this.block[i] = Math.max(-128, Math.min(127, (value + 32768) >> 16));
    }
  }

  /** Each sample is the mean of four pixels. */
  private halvedColour(plane: Int32Array, left: number): void {
    for (let i = 0; i < 64; i++) {
      const at = (i >> 3) * 2 * this.stride + left + (i & 7) * 2;
      const sum =
        (plane[at] as number) +
        (plane[at + 1] as number) +
        (plane[at + this.stride] as number) +
        (plane[at + this.stride + 1] as number);
      this.block[i] = Math.max(-128, Math.min(127, (sum + 131072) >> 18));
    }
  }
}

function over(ground: number, value: number, alpha: number): number {
  if (alpha === 255) return value;
  return Math.floor((value * alpha + ground * (255 - alpha) + 127) / 255);
}
