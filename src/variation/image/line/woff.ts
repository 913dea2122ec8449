import { unzlibSync } from "fflate";

/** The tables of a font by name. */
export type FontTables = ReadonlyMap<string, DataView>;

const WOFF = 0x774f4646;

/**
 * The tables of a WOFF 1.0 file (W3C Recommendation, sections 3 to 5), inflated.
 *
 * @throws {Error} when it is no such file.
 */
export function readWoff(bytes: Uint8Array): FontTables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0) !== WOFF) throw new Error("This is not a WOFF 1.0 font.");
  const tables = new Map<string, DataView>();
  for (let i = 0; i < view.getUint16(12); i++) {
    const entry = 44 + i * 20;
    const name = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const at = view.getUint32(entry + 4);
    const packed = view.getUint32(entry + 8);
    const length = view.getUint32(entry + 12);
    const part = bytes.subarray(at, at + packed);
    const table = packed < length ? unzlibSync(part, { out: new Uint8Array(length) }) : part;
    tables.set(name, new DataView(table.buffer, table.byteOffset, table.length));
  }
  return tables;
}
