import sharp from "sharp";

export type Pixels = { readonly width: number; readonly height: number; readonly data: Buffer };

export async function pixelsOf(jpeg: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Peak signal-to-noise ratio over all three channels, in dB. */
export function psnr(a: Pixels, b: Pixels): number {
  let squares = 0;
  for (let i = 0; i < a.data.length; i++) {
    squares += ((a.data[i] as number) - (b.data[i] as number)) ** 2;
  }
  return 10 * Math.log10((255 ** 2 * a.data.length) / squares);
}

function lumaAt({ data }: Pixels, pixel: number): number {
  const at = pixel * 3;
  const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]];
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

/**
 * Mean structural similarity of brightness (Wang et al. 2004) at full size, in windows of 8 × 8
 * pixels that start every 4: nothing is shrunk first, so that loss from coding shows.
 */
export function ssim(a: Pixels, b: Pixels): number {
  const c1 = (0.01 * 255) ** 2;
  const c2 = (0.03 * 255) ** 2;
  let total = 0;
  let windows = 0;
  for (let top = 0; top + 8 <= a.height; top += 4) {
    for (let left = 0; left + 8 <= a.width; left += 4) {
      const sums = { a: 0, b: 0, aa: 0, bb: 0, ab: 0 };
      for (let i = 0; i < 64; i++) {
        const pixel = (top + (i >> 3)) * a.width + left + (i & 7);
        const x = lumaAt(a, pixel);
        const y = lumaAt(b, pixel);
        sums.a += x;
        sums.b += y;
        sums.aa += x * x;
        sums.bb += y * y;
        sums.ab += x * y;
      }
      const meanA = sums.a / 64;
      const meanB = sums.b / 64;
      const varianceA = sums.aa / 64 - meanA ** 2;
      const varianceB = sums.bb / 64 - meanB ** 2;
      const covariance = sums.ab / 64 - meanA * meanB;
      total +=
        ((2 * meanA * meanB + c1) * (2 * covariance + c2)) /
        ((meanA ** 2 + meanB ** 2 + c1) * (varianceA + varianceB + c2));
      windows++;
    }
  }
  return total / windows;
}

/** The difference of two pictures × 8 around middle gray, as PNG. */
export async function differenceSheet(a: Pixels, b: Pixels, width: number): Promise<Buffer> {
  const sheet = Buffer.alloc(a.data.length);
  for (let i = 0; i < sheet.length; i++) {
    const amplified = 128 + ((b.data[i] as number) - (a.data[i] as number)) * 8;
    sheet[i] = Math.max(0, Math.min(255, amplified));
  }
  return await sharp(sheet, { raw: { width: a.width, height: a.height, channels: 3 } })
    .extract({
      left: 0,
      top: 0,
      width: Math.min(width, a.width),
      height: Math.min(width, a.height),
    })
    .png()
    .toBuffer();
}

/** How much of a picture is not as it was: the share of its pixels, and the most of any, in levels. */
export function changeOf(a: Pixels, b: Pixels): { share: number; most: number } {
  let moved = 0;
  let most = 0;
  for (let i = 0; i < a.data.length; i += 3) {
    let off = 0;
    for (let c = i; c < i + 3; c++) {
      off = Math.max(off, Math.abs((a.data[c] as number) - (b.data[c] as number)));
    }
    if (off > 0) moved++;
    most = Math.max(most, off);
  }
  return { share: (3 * moved) / a.data.length, most };
}
