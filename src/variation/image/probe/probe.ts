import { MAX_BYTES } from "../limits.ts";
import { ImageRefused, truncated } from "../refusal.ts";
import { AS_JPEG, SMALLER } from "./advice.ts";
import { has } from "./bytes.ts";
import type { ImageHeader } from "./header.ts";
import { probeJpeg } from "./jpeg.ts";
import { probePng } from "./png.ts";
import { probeWebp } from "./webp.ts";

const JPEG_MAGIC = [0xff, 0xd8, 0xff];
const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const ADVICE = "Upload a JPEG, PNG or WebP.";

/** Types that people do upload, with the name to answer them by. */
const KNOWN_OTHERS: readonly {
  name: string;
  at: number;
  magic: string;
  advice?: string;
}[] = [
  { name: "a GIF", at: 0, magic: "GIF8" },
  { name: "a PDF", at: 0, magic: "%PDF" },
  { name: "a BMP", at: 0, magic: "BM" },
  { name: "a TIFF", at: 0, magic: "II*\0" },
  { name: "a TIFF", at: 0, magic: "MM\0*" },
  { name: "a HEIC picture", at: 4, magic: "ftyphe", advice: AS_JPEG },
  { name: "a HEIC picture", at: 4, magic: "ftypmif1", advice: AS_JPEG },
  { name: "a HEIC picture", at: 4, magic: "ftypmsf1", advice: AS_JPEG },
  { name: "an AVIF picture", at: 4, magic: "ftypavif" },
];

/**
 * What an uploaded file is, from its own bytes and never from what its sender says it is. Reads
 * headers and structure only and allocates next to nothing, so it is safe on any input.
 *
 * @throws {ImageRefused} with a reason and a sentence, for everything that is not a whole JPEG,
 * PNG or still WebP within the limits.
 */
export function probeImage(bytes: Uint8Array): ImageHeader {
  if (bytes.length === 0) {
    throw new ImageRefused("image-empty", `The file is empty. ${ADVICE}`);
  }
  if (bytes.length > MAX_BYTES) {
    throw new ImageRefused(
      "image-too-large",
      `The file has ${Math.ceil(bytes.length / 2 ** 20)} MB; the limit is ${MAX_BYTES / 2 ** 20} MB. ${SMALLER}`,
    );
  }
  if (startsLike(bytes, JPEG_MAGIC)) return probeJpeg(bytes);
  if (startsLike(bytes, PNG_MAGIC)) return probePng(bytes);
  if (startsLikeWebp(bytes)) return probeWebp(bytes);
  throw new ImageRefused("image-type-unsupported", `${nameOf(bytes)} ${ADVICE}`);
}

/** True for the whole mark; a file that ends inside the mark is cut off, not foreign. */
function startsLike(bytes: Uint8Array, magic: readonly number[]): boolean {
  const seen = Math.min(bytes.length, magic.length);
  for (let i = 0; i < seen; i++) if (bytes[i] !== magic[i]) return false;
  if (seen < magic.length) throw truncated("its first bytes");
  return true;
}

function startsLikeWebp(bytes: Uint8Array): boolean {
  if (!has(bytes, 0, "RIFF".slice(0, bytes.length))) return false;
  if (bytes.length >= 12) return has(bytes, 8, "WEBP");
  if (!has(bytes, 8, "WEBP".slice(0, Math.max(0, bytes.length - 8)))) return false;
  throw truncated("its first bytes");
}

function nameOf(bytes: Uint8Array): string {
  const other = KNOWN_OTHERS.find(({ at, magic }) => has(bytes, at, magic));
  if (other) return `This is ${other.name}.${other.advice ? ` ${other.advice}` : ""}`;
  if (looksLikeSvg(bytes)) return "This is an SVG or another document, not a picture of pixels.";
  return "This is not a picture of a known type.";
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  let at = has(bytes, 0, "\u00ef\u00bb\u00bf") ? 3 : 0;
  while (at < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[at] as number)) at++;
  return ["<svg", "<?xml", "<!DOCTYPE", "<!--"].some((start) => has(bytes, at, start));
}
