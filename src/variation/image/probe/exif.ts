import type { Orientation } from "./header.ts";

const ORIENTATION_TAG = 0x0112;
/** Types of a number, by its bytes: some programs write it as LONG. */
const BYTE = 1;
const SHORT = 3;
const LONG = 4;

/**
 * The orientation in a TIFF-formatted EXIF block (EXIF 2.32, 4.6.4), `undefined` where it is missing or
 * makes no sense: a damaged note about the picture is no reason to refuse the picture.
 */
export function exifOrientation(tiff: Uint8Array): Orientation | undefined {
  if (tiff.length < 14) return undefined;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  if (view.getUint16(2, little) !== 42) return undefined;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.length) return undefined;
    if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const value = numberAt(view, entry, little);
    return value >= 1 && value <= 8 ? (value as Orientation) : undefined;
  }
  return undefined;
}

function numberAt(view: DataView, entry: number, little: boolean): number {
  const type = view.getUint16(entry + 2, little);
  if (type === LONG) return view.getUint32(entry + 8, little);
  if (type === SHORT) return view.getUint16(entry + 8, little);
  return type === BYTE ? view.getUint8(entry + 8) : 0;
}
