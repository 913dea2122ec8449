import sharp from "sharp";

/** What a messenger makes of a picture before people see it: 1080 pixels wide, compressed again. */
export function resent(picture: Uint8Array, quality: number, width = 1080): Promise<Buffer> {
  return sharp(picture).resize({ width, withoutEnlargement: true }).jpeg({ quality }).toBuffer();
}
