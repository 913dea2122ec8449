import sharp from "sharp";

export type Pixels = { width: number; height: number; channels: number; data: Uint8Array };

/** Decodes with libjpeg-turbo, where anything but a clean file is an error. */
export async function decode(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes, { failOn: "warning" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: info.channels, data };
}

/** The mean and the largest difference of two pictures of one size, in levels. */
export function difference(a: Pixels, b: Pixels): { mean: number; most: number } {
  if (a.data.length !== b.data.length) throw new Error("These pictures differ in size.");
  let sum = 0;
  let most = 0;
  for (let i = 0; i < a.data.length; i++) {
    const off = Math.abs((a.data[i] as number) - (b.data[i] as number));
    sum += off;
    most = Math.max(most, off);
  }
  return { mean: sum / a.data.length, most };
}
