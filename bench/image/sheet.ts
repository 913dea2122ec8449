import sharp from "sharp";

/** What of each picture is shown, unscaled, and how many pairs stand side by side. */
const [width, height] = [270, 300];
const across = 3;
const gap = 8;

/** Pairs of pictures on one sheet, left and right, not scaled and not amplified. */
export async function sideBySide(pairs: readonly (readonly [Buffer, Buffer])[]): Promise<Buffer> {
  const pieces = await Promise.all(
    pairs.flatMap((pair, i) =>
      pair.map(async (picture, side) => {
        const size = await sharp(picture).metadata();
        const at = { left: 60, top: Math.min(150, size.height - height), width, height };
        return {
          input: await sharp(picture).extract(at).png().toBuffer(),
          left: gap + (i % across) * (2 * width + 3 * gap) + side * (width + gap / 2),
          top: gap + Math.floor(i / across) * (height + 2 * gap),
        };
      }),
    ),
  );
  const rows = Math.ceil(pairs.length / across);
  const sheet = {
    width: across * (2 * width + 3 * gap),
    height: rows * (height + 2 * gap),
    channels: 3 as const,
    background: "#777",
  };
  return await sharp({ create: sheet })
    .composite(pieces)
    .webp({ lossless: true, effort: 6 })
    .toBuffer();
}
