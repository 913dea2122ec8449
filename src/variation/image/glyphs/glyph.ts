/** Lengths are in ems, y grows upwards from the baseline. */
export type Point = { readonly x: number; readonly y: number };

/** What is drawn of a character: closed polygons, curves already cut into straight pieces. */
export type Glyph = {
  readonly advance: number;
  readonly contours: readonly (readonly Point[])[];
};

/** The glyph of a character, or `undefined` where there is none. */
export type FontFor = (codePoint: number) => Glyph | undefined;

/** A point of a quadratic outline; between two that are off it lies an unwritten one that is on. */
export type CurvePoint = Point & { readonly on: boolean };

/** Straight pieces that a curve is cut into: plenty at the sizes that text on a picture has. */
const PIECES = 6;

/** Cuts the quadratic curves of an outline into pieces (OpenType 1.9, "glyf"). */
export function flattened(contour: readonly CurvePoint[]): Point[] {
  const points: Point[] = [];
  const count = contour.length;
  for (let i = 0; i < count; i++) {
    const here = contour[i] as CurvePoint;
    if (here.on) {
      points.push(here);
      continue;
    }
    const before = contour[(i + count - 1) % count] as CurvePoint;
    const after = contour[(i + 1) % count] as CurvePoint;
    const start = before.on ? before : middle(before, here);
    const end = after.on ? after : middle(here, after);
    for (let piece = before.on ? 1 : 0; piece <= PIECES - (after.on ? 1 : 0); piece++) {
      const t = piece / PIECES;
      points.push({
        x: (1 - t) * (1 - t) * start.x + 2 * t * (1 - t) * here.x + t * t * end.x,
        y: (1 - t) * (1 - t) * start.y + 2 * t * (1 - t) * here.y + t * t * end.y,
      });
    }
  }
  return points;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
