import { unzlibSync } from "fflate";

/** The tables of a font by name. */
export type FontTables = ReadonlyMap<string, DataView>;

const WOFF = 0x774f4646;
const TRUE_TYPE = 0x00010000;

/**
 * The tables of a TrueType font, as it is (OpenType 1.9, "otff") or as WOFF 1.0 (W3C Recommendation,
 * sections 3 to 5).
 *
 * @throws {Error} when it is neither.
 */
export function readTables(bytes: Uint8Array): FontTables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const kind = view.getUint32(0);
  if (kind !== WOFF && kind !== TRUE_TYPE) throw new Error("This is no TrueType font.");
  const isWoff = kind === WOFF;
  const tables = new Map<string, DataView>();
  for (let i = 0; i < view.getUint16(isWoff ? 12 : 4); i++) {
    const entry = isWoff ? 44 + i * 20 : 12 + i * 16;
    const name = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const at = view.getUint32(entry + (isWoff ? 4 : 8));
    const packed = view.getUint32(entry + (isWoff ? 8 : 12));
    const length = view.getUint32(entry + 12);
    const part = bytes.subarray(at, at + packed);
    const table = packed < length ? unzlibSync(part, { out: new Uint8Array(length) }) : part;
    tables.set(name, new DataView(table.buffer, table.byteOffset, table.length));
  }
  return tables;
}
