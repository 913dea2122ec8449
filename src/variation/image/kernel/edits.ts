import type { Frame, Mcu } from "../jpeg/frame.ts";

/** A rectangle of MCUs; right and bottom are excluded. */
export type McuRectangle = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** What is done to one row of MCUs. */
export type RowEdits = {
  /** Steps added to the DC of each luma block, row of blocks by row of blocks. */
  readonly shifts: Int16Array;
  /** Steps added to the DC of each luma block that has no AC, where rounding hides them. */
  readonly grains: Int8Array;
  /** Not 0 where an MCU is composed; it gets no shifts and no grains but what `compose` gives it. */
  readonly composed: Uint8Array;
};

/** What is done to a picture: which MCUs are kept, and what happens to each row of them. */
export type ScanEdits = {
  readonly keep: McuRectangle;
  /** Fills in a row. The arrays arrive as the last row left them. */
  fillRow(row: number, edits: RowEdits): void;
  /**
   * Changes an MCU that a row says is composed: its blocks as the base has them, 64 coefficients in
   * zigzag order each. AC may have what baseline coding has codes for, −1023 to 1023.
   */
  compose(column: number, row: number, mcu: Mcu, edits: RowEdits): void;
};

export function wholeFrame({ mcusWide, mcusHigh }: Frame): McuRectangle {
  return { left: 0, top: 0, right: mcusWide, bottom: mcusHigh };
}

/** Lengths of the arrays for a picture. */
export function rowLengths(frame: Frame): Record<keyof RowEdits, number> {
  const [luma] = frame.components;
  const lumaBlocks = frame.mcusWide * luma.h * luma.v;
  return {
    shifts: lumaBlocks,
    grains: lumaBlocks,
    composed: frame.mcusWide,
  };
}
