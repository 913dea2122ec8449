import type { GrayPicture } from "../vary/patch.ts";
import type { Point } from "./outline.ts";

/** Lines of samples in each line of pixels; along a line, coverage is exact. */
const SAMPLES = 5;

/** Darkens a picture where polygons wind around a pixel, by how much of it they cover. */
export function fillPolygons(
  { width, height, samples }: GrayPicture,
  polygons: readonly (readonly Point[])[],
  ink: number,
): void {
  const rows = polygons.flatMap((polygon) => polygon.map(({ y }) => y));
  const top = Math.max(0, Math.floor(Math.min(...rows)));
  const bottom = Math.min(height, Math.ceil(Math.max(...rows)));
  const cover = new Float64Array(width);
  for (let y = top; y < bottom; y++) {
    cover.fill(0);
    for (let i = 0; i < SAMPLES; i++) {
      for (const [from, to] of spans(polygons, y + (i + 0.5) / SAMPLES)) addSpan(cover, from, to);
    }
    for (let x = 0; x < width; x++) {
      const share = Math.min(1, (cover[x] as number) / SAMPLES);
      const at = y * width + x;
      if (share > 0) samples[at] = Math.round((samples[at] as number) * (1 - share) + ink * share);
    }
  }
}

/** Where a horizontal line is inside: from where its winding number leaves 0 to where it returns. */
function spans(polygons: readonly (readonly Point[])[], y: number): [number, number][] {
  const crossings: { x: number; turn: number }[] = [];
  for (const polygon of polygons) {
    polygon.forEach((a, i) => {
      const b = polygon[(i + 1) % polygon.length] as Point;
      if (a.y <= y === b.y <= y) return;
      crossings.push({
        x: a.x + ((y - a.y) * (b.x - a.x)) / (b.y - a.y),
        turn: a.y < b.y ? 1 : -1,
      });
    });
  }
  crossings.sort((a, b) => a.x - b.x);
  const found: [number, number][] = [];
  let winding = 0;
  let from = 0;
  for (const { x, turn } of crossings) {
    if (winding === 0) from = x;
    winding += turn;
    if (winding === 0) found.push([from, x]);
  }
  return found;
}

function addSpan(cover: Float64Array, from: number, to: number): void {
  const first = Math.max(0, from);
  const last = Math.min(cover.length, to);
  for (let x = Math.floor(first); x < last; x++) {
    cover[x] = (cover[x] as number) + Math.min(x + 1, last) - Math.max(x, first);
  }
}
