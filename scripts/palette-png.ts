/** A screenshot as a PNG with a palette: pages have few colours, and a third of the bytes tells them apart. */
import { crc32, deflateSync } from "node:zlib";
import { decode } from "fast-png";

const mostColours = 256;

/** The same picture in at most 256 colours, each as near as there is one. */
export function palettePng(png: Uint8Array): Uint8Array {
  const { width, height, data, channels } = decode(png);
  const pixels = new Uint32Array(width * height);
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at++) {
    const from = at * channels;
    const colour =
      (Number(data[from]) << 16) | (Number(data[from + 1]) << 8) | Number(data[from + 2]);
    // Six bits a channel, what a compressed photo blurs anyway; white stays white.
    const coarse = (colour & 0xfcfcfc) | ((colour >> 6) & 0x030303);
    pixels[at] = coarse;
    counts.set(coarse, (counts.get(coarse) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostColours)
    .map(([colour]) => colour);
  const nearest = new Map<number, number>(palette.map((colour, index) => [colour, index]));
  const lines = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = pixels[y * width + x] ?? 0;
      const known = nearest.get(colour) ?? nearestOf(colour, palette);
      nearest.set(colour, known);
      lines[y * (width + 1) + 1 + x] = known;
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(colours)),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

function nearestOf(colour: number, palette: readonly number[]): number {
  const parts = (one: number) => [one >> 16, (one >> 8) & 255, one & 255] as const;
  const [r, g, b] = parts(colour);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, one] of palette.entries()) {
    const [red, green, blue] = parts(one);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(type: string, bytes: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
