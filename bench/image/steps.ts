/** Three bytes a pixel, row by row. */
type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/**
 * Where the difference of pictures from their base changes from a pixel to the next one: the share of
 * such steps that lies on the boundaries of blocks, of what chance would put there: 1 to 8. It is 0
 * where nothing differs. Counts over several pairs, so that a single contour does not decide.
 */
export function stepsOnBlocks(
  pairs: readonly (readonly [before: Pixels, after: Pixels])[],
): number {
  let all = 0;
  let onBlocks = 0;
  for (const [before, after] of pairs) {
    const { width, height } = before;
    const change = changeOf(before, after);
    const look = (pixel: number, next: number, isBoundary: boolean) => {
      const step = Math.abs((change[next] as number) - (change[pixel] as number));
      all += step;
      if (isBoundary) onBlocks += step;
    };
    for (let y = 0; y + 1 < height; y++) {
      for (let x = 0; x + 1 < width; x++) {
        const pixel = y * width + x;
        look(pixel, pixel + 1, (x & 7) === 7);
        look(pixel, pixel + width, (y & 7) === 7);
      }
    }
  }
  return (8 * onBlocks) / Math.max(1, all);
}

function changeOf(before: Pixels, after: Pixels): Int16Array {
  return Int16Array.from({ length: before.width * before.height }, (_, i) => {
    return (after.data[i * 3 + 1] as number) - (before.data[i * 3 + 1] as number);
  });
}
