import { type Orientation, turnOf } from "../probe/header.ts";
import type { PixelRows } from "./pixel-rows.ts";

/** Decoded pixels: red, green, blue, alpha, one byte each, row by row from the top. */
export type Raster = {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
};

/** A raster's pixels, turned upright while they are read. */
export function rasterRows(raster: Raster, orientation: Orientation): PixelRows {
  const { mirrorX, mirrorY, swap } = turnOf(orientation);
  const [width, height] = swap ? [raster.height, raster.width] : [raster.width, raster.height];
  const first = (mirrorX ? raster.width - 1 : 0) + (mirrorY ? raster.height - 1 : 0) * raster.width;
  const x = mirrorX ? -1 : 1;
  const y = mirrorY ? -raster.width : raster.width;
  const [right, down] = swap ? [y, x] : [x, y];
  const pixels = raster.rgba;
  return {
    width,
    height,
    // All of the decoder's memory, of which the pixels are a part.
    heldBytes: pixels.buffer.byteLength,
    *eachStrip(rows, visit) {
      const strip = new Uint8Array(width * rows * 4);
      for (let top = 0; top < height; top += rows) {
        const count = Math.min(rows, height - top);
        for (let row = 0, to = 0; row < count; row++) {
          let from = (first + (top + row) * down) * 4;
          for (let column = 0; column < width; column++, to += 4, from += right * 4) {
            strip[to] = pixels[from] as number;
            strip[to + 1] = pixels[from + 1] as number;
            strip[to + 2] = pixels[from + 2] as number;
            strip[to + 3] = pixels[from + 3] as number;
          }
        }
        if (visit({ rgba: strip, rows: count }) === false) return;
        yield;
      }
    },
  };
}
