import { MAX_SCANS } from "../limits.ts";
import { damaged, ImageRefused, truncated } from "../refusal.ts";
import { has, u16 } from "./bytes.ts";
import { exifOrientation } from "./exif.ts";
import { checkSize, type ImageHeader, type Orientation } from "./header.ts";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DHT = 0xc4;
const JPG = 0xc8;
const DAC = 0xcc;
const APP1 = 0xe1;
const APP14 = 0xee;

type Frame = Pick<
  ImageHeader,
  "width" | "height" | "components" | "bitsPerSample" | "progressive" | "mcu"
> & { readonly rgb: boolean };

/**
 * Reads a JPEG's markers from the first to the last without decoding a coefficient (ITU-T T.81,
 * annex B).
 *
 * @throws {ImageRefused} when it is cut off, damaged, too large, or coded in a way not taken.
 */
export function probeJpeg(bytes: Uint8Array): ImageHeader {
  let at = 2;
  let frame: Frame | undefined;
  let orientation: Orientation | undefined;
  let adobeTransform: number | undefined;
  let scans = 0;
  for (;;) {
    const marker = markerAt(bytes, at);
    at = marker.end;
    if (marker.code === EOI) break;
    if (marker.code === SOI) throw damaged("a second picture starts inside it");
    if (marker.code < 0xc0 || (marker.code >= 0xd0 && marker.code <= 0xd7)) continue;
    const length = u16(bytes, at, "a header");
    if (length < 2) throw damaged("a header has no length");
    const end = at + length;
    if (end > bytes.length) throw truncated("a header");
    const body = bytes.subarray(at + 2, end);
    if (marker.code === APP1 && has(body, 0, "Exif\0\0")) {
      // Of two blocks the first that says it counts, as it does for browsers.
      orientation ??= exifOrientation(body.subarray(6));
    } else if (marker.code === APP14 && has(body, 0, "Adobe")) {
      adobeTransform = body[11];
    } else if (isFrame(marker.code)) {
      if (frame) throw damaged("it has two frame headers");
      frame = readFrame(marker.code, body);
    } else if (marker.code === SOS) {
      if (!frame) throw damaged("its picture data comes before its size");
      if (++scans > MAX_SCANS) throw damaged(`it has more than ${MAX_SCANS} scans`);
      at = endOfScan(bytes, end);
      continue;
    }
    at = end;
  }
  if (!frame || scans === 0) throw damaged("there is no picture in it");
  const { rgb, ...rest } = frame;
  if (frame.components === 3 && (adobeTransform === 0 || (rgb && adobeTransform === undefined))) {
    throw new ImageRefused(
      "image-colour-unsupported",
      "This JPEG stores red, green and blue directly. Save it as an ordinary (YCbCr) JPEG or as PNG.",
    );
  }
  return { type: "jpeg", ...rest, orientation: orientation ?? 1 };
}

/** The next marker at or after a place. */
export function markerAt(bytes: Uint8Array, from: number): { code: number; end: number } {
  // Bytes between two segments are skipped, as decoders do; 0xFF before a zero is none of them.
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1];
    if (code !== undefined && code !== 0 && code !== 0xff) return { code, end: at + 2 };
  }
  throw truncated("the picture");
}

/** SOF0–SOF15; DHT, JPG and DAC share their range but are no frame headers. */
function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== DHT && code !== JPG && code !== DAC;
}

function readFrame(code: number, body: Uint8Array): Frame {
  if (code > 0xc2) {
    throw new ImageRefused(
      "image-coding-unsupported",
      "This JPEG uses arithmetic or lossless coding. Save it as an ordinary JPEG.",
    );
  }
  const bitsPerSample = body[0] ?? 0;
  if (bitsPerSample !== 8) {
    throw new ImageRefused(
      "image-coding-unsupported",
      "This JPEG does not have 8 bits a sample. Save it as an ordinary 8-bit JPEG.",
    );
  }
  if (body.length < 6) throw damaged("its frame header is too short");
  const height = u16(body, 1, "the frame header");
  const width = u16(body, 3, "the frame header");
  const components = body[5] ?? 0;
  if (components === 4) {
    throw new ImageRefused(
      "image-colour-unsupported",
      "This JPEG is in CMYK, the colours of printing. Export it in RGB (sRGB) and upload that.",
    );
  }
  if (components !== 1 && components !== 3) {
    throw new ImageRefused(
      "image-colour-unsupported",
      "This JPEG has an unusual number of colour channels. Export it as ordinary RGB.",
    );
  }
  if (body.length < 6 + components * 3) throw damaged("its frame header is too short");
  checkSize("jpeg", width, height);
  const rgb = components === 3 && body[6] === 0x52 && body[9] === 0x47 && body[12] === 0x42;
  const progressive = code === 0xc2;
  return {
    width,
    height,
    components,
    bitsPerSample,
    progressive,
    mcu: mcuOf(body, components),
    rgb,
  };
}

/** Eight pixels for each block in an MCU; a component alone has one (T.81, A.2.2). */
function mcuOf(frame: Uint8Array, components: number): { width: number; height: number } {
  if (components === 1) return { width: 8, height: 8 };
  const sampling = frame.subarray(6, 6 + 3 * components).filter((_, i) => i % 3 === 1);
  const most = (of: (byte: number) => number) => Math.max(1, ...Array.from(sampling, of));
  return { width: 8 * most((byte) => byte >> 4), height: 8 * most((byte) => byte & 15) };
}

/** The offset of the marker that ends a scan: stuffed bytes and restart markers belong to it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    const restart = next >= 0xd0 && next <= 0xd7;
    if (next !== 0 && next !== 0xff && !restart) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  throw truncated("the picture");
}
