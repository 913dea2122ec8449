import type { Point } from "../glyphs/glyph.ts";

/** How much of each pixel is covered, 0 to 255, row by row. */
export type Coverage = {
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array;
};

/** Lines of samples in each line of pixels; along a line, coverage is exact. */
const SAMPLES = 4;

/** Where an outline crosses a line of samples, and whether it goes down there (1) or up (−1). */
type Crossing = { readonly x: number; readonly turn: number };

/** Covers pixels where polygons wind around them, by how much of each. */
export function fillPolygons(
  { width, height, samples }: Coverage,
  polygons: readonly (readonly Point[])[],
): void {
  const lines = crossingsOf(polygons, height * SAMPLES);
  const cover = new Float64Array(width);
  const columns = polygons.flatMap((polygon) => polygon.map(({ x }) => x));
  const left = Math.max(0, Math.floor(Math.min(...columns)));
  const right = Math.min(width, Math.ceil(Math.max(...columns)));
  for (const [y, crossings] of pixelLines(lines)) {
    for (const each of crossings) addLine(cover, each);
    for (let x = left; x < right; x++) {
      const share = Math.min(1, (cover[x] as number) / SAMPLES);
      cover[x] = 0;
      if (share === 0) continue;
      const at = y * width + x;
      samples[at] = Math.min(255, (samples[at] as number) + Math.round(255 * share));
    }
  }
}

/** The crossings of each line of samples that any outline crosses. */
function crossingsOf(
  polygons: readonly (readonly Point[])[],
  count: number,
): Map<number, Crossing[]> {
  const lines = new Map<number, Crossing[]>();
  for (const polygon of polygons) {
    for (let i = 0; i < polygon.length; i++) {
      const from = polygon[i] as Point;
      const to = polygon[(i + 1) % polygon.length] as Point;
      const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
      const turn = from.y < to.y ? 1 : -1;
      // Line n is at (n + ½) / SAMPLES; a line through a lower end counts, through an upper one not.
      const first = Math.max(0, Math.floor(upper.y * SAMPLES - 0.5) + 1);
      const last = Math.min(count - 1, Math.floor(lower.y * SAMPLES - 0.5));
      const slope = (lower.x - upper.x) / (lower.y - upper.y);
      for (let line = first; line <= last; line++) {
        const x = upper.x + ((line + 0.5) / SAMPLES - upper.y) * slope;
        const crossings = lines.get(line);
        if (crossings) crossings.push({ x, turn });
        else lines.set(line, [{ x, turn }]);
      }
    }
  }
  return lines;
}

/** Lines of samples by the line of pixels they lie in. */
function pixelLines(lines: ReadonlyMap<number, Crossing[]>): Map<number, Crossing[][]> {
  const pixels = new Map<number, Crossing[][]>();
  for (const [line, crossings] of lines) {
    const y = Math.floor(line / SAMPLES);
    const all = pixels.get(y);
    if (all) all.push(crossings);
    else pixels.set(y, [crossings]);
  }
  return pixels;
}

/** Adds where a line is inside: from where its winding number leaves 0 to where it returns. */
function addLine(cover: Float64Array, crossings: Crossing[]): void {
  crossings.sort((a, b) => a.x - b.x);
  let winding = 0;
  let from = 0;
  for (const { x, turn } of crossings) {
    if (winding === 0) from = x;
    winding += turn;
    if (winding === 0) addSpan(cover, from, x);
  }
}

function addSpan(cover: Float64Array, from: number, to: number): void {
  const first = Math.max(0, from);
  const last = Math.min(cover.length, to);
  for (let x = Math.floor(first); x < last; x++) {
    cover[x] = (cover[x] as number) + Math.min(x + 1, last) - Math.max(x, first);
  }
}
