import { damaged, ImageRefused, truncated } from "../refusal.ts";
import { has, u32le } from "./bytes.ts";
import { exifOrientation } from "./exif.ts";
import { checkSize, type ImageHeader, type Orientation } from "./header.ts";

type Picture = { width: number; height: number; alpha: boolean };

/**
 * Reads a WebP's RIFF chunks and the first bytes of its picture (RFC 9649).
 *
 * @throws {ImageRefused} when it is cut off, damaged, animated or too large.
 */
export function probeWebp(bytes: Uint8Array): ImageHeader {
  const end = u32le(bytes, 4, "the header") + 8;
  if (end > bytes.length) throw truncated("the picture");
  let canvas: Picture | undefined;
  let picture: Picture | undefined;
  let orientation: Orientation = 1;
  for (let at = 12; at < end; ) {
    const size = u32le(bytes, at + 4, "a chunk");
    if (at + 8 + size > end) throw damaged("a chunk is longer than the file says it is");
    const body = bytes.subarray(at + 8, at + 8 + size);
    if (has(bytes, at, "ANIM") || has(bytes, at, "ANMF")) {
      throw new ImageRefused(
        "image-coding-unsupported",
        "This WebP is animated. Upload a still picture.",
      );
    }
    if (has(bytes, at, "VP8X")) canvas = readCanvas(body);
    else if (has(bytes, at, "VP8 ")) picture ??= readLossy(body);
    else if (has(bytes, at, "VP8L")) picture ??= readLossless(body);
    else if (has(bytes, at, "EXIF")) {
      orientation = exifOrientation(has(body, 0, "Exif\0\0") ? body.subarray(6) : body) ?? 1;
    }
    at += 8 + size + (size & 1);
  }
  if (!picture) throw damaged("there is no picture in it");
  if (canvas && (canvas.width !== picture.width || canvas.height !== picture.height)) {
    throw damaged("its picture does not have the size it claims");
  }
  const alpha = picture.alpha || (canvas?.alpha ?? false);
  return {
    type: "webp",
    width: picture.width,
    height: picture.height,
    orientation,
    components: alpha ? 4 : 3,
    bitsPerSample: 8,
    progressive: false,
  };
}

function checked(width: number, height: number, alpha: boolean): Picture {
  checkSize("webp", width, height);
  return { width, height, alpha };
}

function u24le(body: Uint8Array, at: number): number {
  return u32le(body, at - 1, "the header") >>> 8;
}

function readCanvas(body: Uint8Array): Picture {
  if (body.length < 10) throw damaged("its header is too short");
  return checked(u24le(body, 4) + 1, u24le(body, 7) + 1, ((body[0] ?? 0) & 0x10) !== 0);
}

function readLossy(body: Uint8Array): Picture {
  if (body.length < 10) throw damaged("its picture is too short");
  const keyFrame = ((body[0] ?? 1) & 1) === 0;
  if (!keyFrame || body[3] !== 0x9d || body[4] !== 0x01 || body[5] !== 0x2a) {
    throw damaged("its picture does not start as one");
  }
  const sizes = u32le(body, 6, "the picture");
  return checked(sizes & 0x3fff, (sizes >>> 16) & 0x3fff, false);
}

function readLossless(body: Uint8Array): Picture {
  if (body.length < 5 || body[0] !== 0x2f) throw damaged("its picture does not start as one");
  const bits = u32le(body, 1, "the picture");
  return checked((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1, ((bits >>> 28) & 1) !== 0);
}
