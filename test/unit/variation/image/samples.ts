import sharp, { type JpegOptions, type Sharp } from "sharp";

/** A small photo-like picture: smooth gradients, one hard edge and deterministic texture. */
export function texture(width: number, height: number): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  let noise = 12345;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      noise = (Math.imul(noise, 1103515245) + 12345) >>> 0;
      const grain = (noise >>> 24) & 15;
      const edge = x > width / 3 && y > height / 2 ? 60 : 0;
      pixels[at++] = 40 + (x * 150) / width + grain;
      pixels[at++] = 60 + (y * 120) / height + grain + edge;
      pixels[at++] = 150 - (x * 90) / width + grain;
    }
  }
  return pixels;
}

/** That picture in sharp's hands, to be written as any format. */
export function sample(width: number, height: number): Sharp {
  return sharp(texture(width, height), { raw: { width, height, channels: 3 } });
}

export async function jpeg(
  width: number,
  height: number,
  options: JpegOptions = {},
): Promise<Uint8Array> {
  return new Uint8Array(await sample(width, height).jpeg(options).toBuffer());
}

/** The same in one gray channel. */
export async function grayJpeg(width: number, height: number, options: JpegOptions = {}) {
  const gray = sample(width, height).toColourspace("b-w");
  return new Uint8Array(await gray.jpeg(options).toBuffer());
}
