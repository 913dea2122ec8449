import type { Steps } from "../steps.ts";

/** Red, green, blue, alpha, one byte each, row by row. */
export type Strip = {
  readonly rgba: Uint8Array;
  /** How many rows it has. */
  readonly rows: number;
};

/** Upright pixels, delivered from the top as many rows at a time as are asked for. */
export type PixelRows = {
  readonly width: number;
  readonly height: number;
  /** Bytes of memory that it keeps besides the file. */
  readonly heldBytes: number;
  /**
   * Every strip but the last has as many rows as are asked for, and reuses the one before. Pauses now and
   * then. May be called again, from the top.
   *
   * @param visit false stops.
   */
  eachStrip(rows: number, visit: (strip: Strip) => boolean | undefined): Steps;
};
