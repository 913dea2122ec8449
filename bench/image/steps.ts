/** Three bytes a pixel, row by row. */
type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** What the difference of two pictures looks like where it changes from a pixel to the next one. */
export type Steps = {
  /** Share of its steps that lie on block boundaries, of what chance would put there: 1 … 8. */
  readonly onBlocks: number;
  /** Share of steps that lie on edges of the picture, such as outlines of type, of chance's. */
  readonly onOutlines: number;
  /** Pixels whose colours moved apart, since one of them was cut off at the edge of its range. */
  readonly cutOff: number;
};

/** Two pixels of a picture that differ by more have an edge between them, in levels. */
const OUTLINE = 24;

/** Counts over several pairs, so that a single contour does not decide. */
export function stepsOf(pairs: readonly (readonly [before: Pixels, after: Pixels])[]): Steps {
  let all = 0;
  let onBlocks = 0;
  let outlines = 0;
  let onOutlines = 0;
  let places = 0;
  let cutOff = 0;
  for (const [before, after] of pairs) {
    const { width, height } = before;
    const change = changeOf(before, after);
    const green = (pixel: number) => before.data[pixel * 3 + 1] as number;
    const look = (pixel: number, next: number, isBoundary: boolean) => {
      const step = Math.abs((change[next] as number) - (change[pixel] as number));
      const isOutline = Math.abs(green(next) - green(pixel)) > OUTLINE;
      places++;
      all += step;
      if (isBoundary) onBlocks += step;
      if (isOutline) outlines++;
      if (isOutline) onOutlines += step;
    };
    for (let y = 0; y + 1 < height; y++) {
      for (let x = 0; x + 1 < width; x++) {
        const pixel = y * width + x;
        look(pixel, pixel + 1, (x & 7) === 7);
        look(pixel, pixel + width, (y & 7) === 7);
        if (movesApart(before, after, pixel)) cutOff++;
      }
    }
  }
  return {
    onBlocks: (8 * onBlocks) / Math.max(1, all),
    onOutlines: (onOutlines * places) / Math.max(1, all * outlines),
    cutOff,
  };
}

function changeOf(before: Pixels, after: Pixels): Int16Array {
  return Int16Array.from({ length: before.width * before.height }, (_, i) => {
    return (after.data[i * 3 + 1] as number) - (before.data[i * 3 + 1] as number);
  });
}

function movesApart(before: Pixels, after: Pixels, pixel: number): boolean {
  const moved = [0, 1, 2].map(
    (c) => (after.data[pixel * 3 + c] as number) - (before.data[pixel * 3 + c] as number),
  );
  return moved.some((by) => by !== moved[0]);
}
