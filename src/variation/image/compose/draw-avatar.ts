import type { AvatarComponent } from "../../../domain/component.ts";
import { rounded } from "./coverage.ts";
import { type Layer, yccOf } from "./layer.ts";

/** A portrait's pixels: three bytes each, row by row. */
export type Portrait = {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
};

/** The middle of a portrait in the largest square of its place, or round in it. */
export function drawAvatar(component: AvatarComponent, portrait: Portrait): Layer[] {
  const side = Math.min(component.width, component.height);
  const place = {
    x: component.x + Math.floor((component.width - side) / 2),
    y: component.y + Math.floor((component.height - side) / 2),
    width: side,
    height: side,
  };
  const coverage = component.shape === "round" ? rounded(side / 2, 255) : 255;
  return [{ place, coverage, ink: scaled(portrait, side) }];
}

/** A square of the middle, in YCbCr. Each pixel is the mean of those it stands for. */
function scaled({ width, height, rgb }: Portrait, side: number): Uint8Array {
  const from = Math.min(width, height);
  const left = Math.floor((width - from) / 2);
  const top = Math.floor((height - from) / 2);
  const ink = new Uint8Array(side * side * 3);
  const edge = (i: number) => Math.floor((i * from) / side);
  for (let line = 0, to = 0; line < side; line++) {
    const firstRow = top + edge(line);
    const endRow = Math.max(firstRow + 1, top + edge(line + 1));
    for (let x = 0; x < side; x++, to += 3) {
      const first = left + edge(x);
      const end = Math.max(first + 1, left + edge(x + 1));
      let r = 0;
      let g = 0;
      let b = 0;
      for (let row = firstRow; row < endRow; row++) {
        for (let at = (row * width + first) * 3; at < (row * width + end) * 3; at += 3) {
          r += rgb[at] as number;
          g += rgb[at + 1] as number;
          b += rgb[at + 2] as number;
        }
      }
      const count = (endRow - firstRow) * (end - first);
      const [y, cb, cr] = yccOf([(r / count) | 0, (g / count) | 0, (b / count) | 0]);
      ink[to] = y;
      ink[to + 1] = cb;
      ink[to + 2] = cr;
    }
  }
  return ink;
}
