import type { Orientation } from "../probe/header.ts";
import { transformBlock } from "./dct.ts";
import { type CoefficientSource, frameOf } from "./frame.ts";
import { quantisers } from "./tables.ts";

/** Decoded pixels: red, green, blue, alpha, one byte each, row by row from the top. */
export type Raster = {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
};

/** What a base made from pixels is coded with: no loss that shows, at a third of the bytes. */
const QUALITY = 92;

/** Pixels to be read upright: where the first one is, and how far it is to the next ones. */
type View = {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
  readonly first: number;
  readonly right: number;
  readonly down: number;
};

function uprightView({ width, height, rgba }: Raster, orientation: Orientation): View {
  const mirrorX = [2, 3, 7, 8].includes(orientation);
  const mirrorY = [3, 4, 6, 7].includes(orientation);
  const first = (mirrorX ? width - 1 : 0) + (mirrorY ? (height - 1) * width : 0);
  const x = mirrorX ? -1 : 1;
  const y = mirrorY ? -width : width;
  return orientation >= 5
    ? { width: height, height: width, rgba, first, right: y, down: x }
    : { width, height, rgba, first, right: x, down: y };
}

/** Pixels as an upright 4:2:0 picture, on white where they are transparent. */
export function rasterSource(
  raster: Raster,
  orientation: Orientation,
  icc: readonly Uint8Array[],
): CoefficientSource {
  const { luma, chroma } = quantisers(QUALITY);
  const view = uprightView(raster, orientation);
  const frame = frameOf(view.width, view.height, [
    { h: 2, v: 2, quantiser: luma },
    { h: 1, v: 1, quantiser: chroma },
    { h: 1, v: 1, quantiser: chroma },
  ]);
  return {
    frame,
    icc,
    // All of the decoder's memory, of which the pixels are a part.
    heldBytes: raster.rgba.buffer.byteLength,
    *eachMcu(visit) {
      const mcu = new Int16Array(6 * 64);
      const area = new Tile();
      for (let my = 0; my < frame.mcusHigh; my++) {
        for (let mx = 0; mx < frame.mcusWide; mx++) {
          area.load(view, mx * 16, my * 16);
          for (let b = 0; b < 4; b++) {
            area.lumaBlock((b & 1) * 8, (b >> 1) * 8);
            transformBlock(area.block, luma, mcu, b * 64);
          }
          area.chromaBlock(area.cb);
          transformBlock(area.block, chroma, mcu, 4 * 64);
          area.chromaBlock(area.cr);
          transformBlock(area.block, chroma, mcu, 5 * 64);
          visit(mcu);
        }
        yield;
      }
    },
  };
}

/** 16 × 16 pixels in YCbCr (JFIF 1.02, page 3), in units of 2⁻¹⁶ until they are rounded. */
class Tile {
  readonly block = new Int16Array(64);
  readonly cb = new Int32Array(256);
  readonly cr = new Int32Array(256);
  private readonly y = new Int16Array(256);

  /** Pixels past the edge repeat the last ones. */
  load({ width, height, rgba, first, right, down }: View, left: number, top: number): void {
    for (let row = 0; row < 16; row++) {
      const line = first + Math.min(top + row, height - 1) * down;
      for (let column = 0; column < 16; column++) {
        const at = (line + Math.min(left + column, width - 1) * right) * 4;
        const alpha = rgba[at + 3] as number;
        const r = onWhite(rgba[at] as number, alpha);
        const g = onWhite(rgba[at + 1] as number, alpha);
        const b = onWhite(rgba[at + 2] as number, alpha);
        const i = row * 16 + column;
        this.y[i] = ((19595 * r + 38470 * g + 7471 * b + 32768) >> 16) - 128;
        this.cb[i] = -11058 * r - 21710 * g + 32768 * b;
        this.cr[i] = 32768 * r - 27439 * g - 5329 * b;
      }
    }
  }

  lumaBlock(left: number, top: number): void {
    for (let i = 0; i < 64; i++) {
      this.block[i] = this.y[(top + (i >> 3)) * 16 + left + (i & 7)] as number;
    }
  }

  /** Each colour sample is the mean of four pixels. */
  chromaBlock(plane: Int32Array): void {
    for (let i = 0; i < 64; i++) {
      const at = (i >> 3) * 32 + (i & 7) * 2;
      const sum =
        (plane[at] as number) +
        (plane[at + 1] as number) +
        (plane[at + 16] as number) +
        (plane[at + 17] as number);
      this.block[i] = Math.max(-128, Math.min(127, (sum + 131072) >> 18));
    }
  }
}

function onWhite(value: number, alpha: number): number {
  if (alpha === 255) return value;
  return Math.floor((value * alpha + 255 * (255 - alpha) + 127) / 255);
}
