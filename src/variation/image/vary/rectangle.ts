import type { Frame } from "../jpeg/frame.ts";
import type { McuRectangle } from "../kernel/edits.ts";

/** A rectangle in pixels of the upright picture. */
export type PixelRectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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
