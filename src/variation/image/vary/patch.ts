import { transformBlock } from "../jpeg/dct.ts";
import type { Frame } from "../jpeg/frame.ts";
import type { McuRectangle, RowEdits } from "../kernel/edits.ts";

/** A rectangle in pixels of the upright picture. */
export type PixelRectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Gray samples, 0 black to 255 white, row by row. */
export type GrayPicture = {
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array;
};

/** A gray picture that takes the place of whole MCUs. */
export type Patch = {
  readonly place: McuRectangle;
  readonly picture: GrayPicture;
};

/**
 * The whole MCUs nearest to a rectangle: at least one, inside the picture's whole MCUs wherever
 * it has any.
 */
export function snapToMcus(frame: Frame, { x, y, width, height }: PixelRectangle): McuRectangle {
  const [left, right] = snap(x, width, frame.mcuWidth, frame.width);
  const [top, bottom] = snap(y, height, frame.mcuHeight, frame.height);
  return { left, top, right, bottom };
}

function snap(from: number, length: number, mcu: number, side: number): [number, number] {
  const whole = Math.max(1, Math.floor(side / mcu));
  const count = Math.max(1, Math.min(whole, Math.round(length / mcu)));
  const first = Math.max(0, Math.min(whole - count, Math.round(from / mcu)));
  return [first, first + count];
}

/** The size in pixels of a rectangle of MCUs. */
export function sizeInPixels(
  frame: Frame,
  { left, top, right, bottom }: McuRectangle,
): { width: number; height: number } {
  return { width: (right - left) * frame.mcuWidth, height: (bottom - top) * frame.mcuHeight };
}

/** Writes the patches' MCUs into one row's edits; without any, the row keeps the picture's own. */
export function fillPatchRow(
  frame: Frame,
  patches: readonly Patch[],
  row: number,
  edits: RowEdits,
): void {
  if (patches.length === 0) return;
  edits.replaced.fill(0);
  for (const { place, picture } of patches) {
    if (row < place.top || row >= place.bottom) continue;
    for (let column = place.left; column < place.right; column++) {
      edits.replaced[column] = 1;
      const left = (column - place.left) * frame.mcuWidth;
      const top = (row - place.top) * frame.mcuHeight;
      fillMcu(frame, picture, left, top, edits.patch, column * frame.blocksPerMcu * 64);
    }
  }
}

const block = new Int16Array(64);

/** Brightness from the picture, no colour. */
function fillMcu(
  frame: Frame,
  picture: GrayPicture,
  left: number,
  top: number,
  into: Int16Array,
  offset: number,
): void {
  into.fill(0, offset, offset + frame.blocksPerMcu * 64);
  const [luma] = frame.components;
  for (let b = 0; b < luma.h * luma.v; b++) {
    const from = (top + Math.floor(b / luma.h) * 8) * picture.width + left + (b % luma.h) * 8;
    for (let i = 0; i < 64; i++) {
      block[i] = (picture.samples[from + (i >> 3) * picture.width + (i & 7)] as number) - 128;
    }
    transformBlock(block, luma.quantiser, into, offset + b * 64);
  }
}
