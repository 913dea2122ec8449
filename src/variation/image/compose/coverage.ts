/** How much of a layer's pixels is covered, 0 to 255. */
export type LayerCoverage =
  /** The same for all. */
  | number
  /** Each pixel's own, row by row. */
  | Uint8Array
  /** The same for all but the corners, whose upper left one is told, row by row. */
  | RoundedCoverage;

export type RoundedCoverage = {
  readonly most: number;
  /** Pixels along each side of a corner. */
  readonly side: number;
  readonly corner: Uint8Array;
};

/** Samples along each side of a pixel where a corner's edge runs through it. */
const SAMPLES = 4;

/** A rectangle with round corners; with half of a square's side as its radius, a circle. */
export function rounded(radius: number, most: number): RoundedCoverage {
  const side = Math.ceil(radius);
  const corner = Uint8Array.from({ length: side * side }, (_, i) =>
    Math.round(most * insideShare(i % side, Math.floor(i / side), radius)),
  );
  return { most, side, corner };
}

/** How much of a pixel lies inside a circle whose middle is `radius` from both axes. */
function insideShare(x: number, y: number, radius: number): number {
  if ((radius - x) ** 2 + (radius - y) ** 2 <= radius ** 2) return 1;
  let inside = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const dx = radius - (x + ((i % SAMPLES) + 0.5) / SAMPLES);
    const dy = radius - (y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES);
    if (dx <= 0 || dy <= 0 || dx * dx + dy * dy <= radius * radius) inside++;
  }
  return inside / (SAMPLES * SAMPLES);
}

type Size = { readonly width: number; readonly height: number };

/** The coverage of one pixel, told from the upper left of the layer. */
export function coverageAt(coverage: LayerCoverage, size: Size, x: number, y: number): number {
  if (typeof coverage === "number") return coverage;
  if (coverage instanceof Uint8Array) return coverage[y * size.width + x] as number;
  const { most, side, corner } = coverage;
  const fromSide = Math.min(x, size.width - 1 - x);
  const fromTop = Math.min(y, size.height - 1 - y);
  if (fromSide >= side || fromTop >= side) return most;
  return corner[fromTop * side + fromSide] as number;
}

/** The coverage of a rectangle within the layer where it is one for all of it, as far as is known. */
export function evenCoverage(
  coverage: LayerCoverage,
  size: Size,
  { x, y, width, height }: Size & { readonly x: number; readonly y: number },
): number | undefined {
  if (typeof coverage === "number") return coverage;
  if (coverage instanceof Uint8Array) return undefined;
  const { side, most } = coverage;
  const isBetweenSides = x >= side && x + width <= size.width - side;
  const isBetweenEnds = y >= side && y + height <= size.height - side;
  return isBetweenSides || isBetweenEnds ? most : undefined;
}
