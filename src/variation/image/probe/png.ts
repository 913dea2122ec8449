import { damaged, ImageRefused, truncated } from "../refusal.ts";
import { has, u32 } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { exifOrientation } from "./exif.ts";
import { checkSize, type ImageHeader, type Orientation } from "./header.ts";

/** Channels of each colour type, and the bit depths it may have (PNG specification, table 12). */
const COLOUR_TYPES: Readonly<Record<number, { channels: number; depths: readonly number[] }>> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

/**
 * Reads a PNG's chunks from the first to the last, checksums included, and inflates nothing.
 *
 * @throws {ImageRefused} when it is cut off, damaged or too large.
 */
export function probePng(bytes: Uint8Array): ImageHeader {
  const header = readHeader(bytes);
  let orientation: Orientation = 1;
  let hasData = false;
  for (let at = 8; ; ) {
    const length = u32(bytes, at, "a chunk");
    const end = at + 12 + length;
    if (end > bytes.length) throw truncated("a chunk");
    const named = bytes.subarray(at + 4, at + 8 + length);
    // A note that is damaged is no reason to refuse the picture: browsers look past it too.
    const isNote = ((named[0] as number) & 0x20) !== 0;
    const isRight = crc32(named) === u32(bytes, at + 8 + length, "a chunk");
    if (!isRight && !isNote) throw damaged("a checksum does not match");
    if (has(named, 0, "IDAT")) hasData = true;
    if (has(named, 0, "eXIf") && isRight) orientation = exifOrientation(named.subarray(4)) ?? 1;
    if (has(named, 0, "IEND")) break;
    at = end;
  }
  if (!hasData) throw damaged("there is no picture in it");
  return { ...header, orientation };
}

function readHeader(bytes: Uint8Array): ImageHeader {
  const length = u32(bytes, 8, "the header");
  if (bytes.length < 33) throw truncated("the header");
  if (length !== 13 || !has(bytes, 12, "IHDR")) throw damaged("its header is not where it must be");
  const width = u32(bytes, 16, "the header");
  const height = u32(bytes, 20, "the header");
  const bitsPerSample = bytes[24] ?? 0;
  const colour = COLOUR_TYPES[bytes[25] ?? -1];
  if (!colour?.depths.includes(bitsPerSample)) {
    throw new ImageRefused(
      "image-coding-unsupported",
      "This PNG has a colour type that does not exist. Export it again as ordinary PNG.",
    );
  }
  if (bytes[26] !== 0 || bytes[27] !== 0 || (bytes[28] ?? 2) > 1) {
    throw damaged("its header names a compression that does not exist");
  }
  checkSize("png", width, height);

  return {
    type: "png",
    width,
    height,
    orientation: 1,
    components: colour.channels,
    bitsPerSample,
    progressive: bytes[28] === 1,
    isPalette: bytes[25] === 3,
  };
}
