import { glyphContours, type Point } from "./outline.ts";
import { type FontTables, readWoff } from "./woff.ts";

/** A TrueType font as far as a line of text needs it. Lengths are in ems, y grows upwards. */
export type Font = {
  /** The glyph of a character, or 0 where the font has none. */
  glyphOf(codePoint: number): number;
  advanceOf(glyph: number): number;
  /** Closed polygons, curves already cut into straight pieces. */
  contoursOf(glyph: number): Point[][];
};

/**
 * Opens a font from the bytes of a WOFF 1.0 file with TrueType outlines.
 *
 * @throws {Error} when it is something else.
 */
export function openFont(woff: Uint8Array): Font {
  const tables = readWoff(woff);
  const head = tableOf(tables, "head");
  const unitsPerEm = head.getUint16(18);
  const hasLongOffsets = head.getInt16(50) === 1;
  const loca = tableOf(tables, "loca");
  const glyf = tableOf(tables, "glyf");
  const hmtx = tableOf(tables, "hmtx");
  const metrics = tableOf(tables, "hhea").getUint16(34);
  const glyphs = tableOf(tables, "maxp").getUint16(4);
  const glyphOf = characterMap(tableOf(tables, "cmap"));
  const offsetOf = (glyph: number) =>
    hasLongOffsets ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  const outlines = {
    glyf,
    range: (glyph: number): [number, number] =>
      glyph < glyphs ? [offsetOf(glyph), offsetOf(glyph + 1)] : [0, 0],
  };
  return {
    glyphOf,
    advanceOf: (glyph) => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4) / unitsPerEm,
    contoursOf: (glyph) =>
      glyphContours(outlines, glyph).map((contour) =>
        contour.map(({ x, y }) => ({ x: x / unitsPerEm, y: y / unitsPerEm })),
      ),
  };
}

function tableOf(tables: FontTables, name: string): DataView {
  const table = tables.get(name);
  if (!table) throw new Error(`The font has no table "${name}".`);
  return table;
}

/** Reads the Unicode subtable of format 4 (OpenType 1.9, "cmap"): all of the basic plane. */
function characterMap(cmap: DataView): (codePoint: number) => number {
  let at = -1;
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const offset = cmap.getUint32(4 + i * 8 + 4);
    if (cmap.getUint16(offset) === 4) at = offset;
  }
  if (at < 0) throw new Error("The font has no character map of format 4.");
  const segments = cmap.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  return (codePoint) => {
    for (let i = 0; i < segments; i++) {
      if (codePoint > cmap.getUint16(ends + i * 2)) continue;
      const start = cmap.getUint16(starts + i * 2);
      if (codePoint < start) return 0;
      const delta = cmap.getUint16(deltas + i * 2);
      const offset = cmap.getUint16(offsets + i * 2);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = cmap.getUint16(offsets + i * 2 + offset + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
