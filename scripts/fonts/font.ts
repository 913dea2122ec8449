import type { CurvePoint } from "../../src/variation/image/glyphs/glyph.ts";
import { charactersOf } from "./characters.ts";
import { glyphContours } from "./outline.ts";
import { type FontTables, readTables } from "./sfnt.ts";

/** A TrueType font; lengths are in thousandths of an em, y grows upwards. */
export type Font = {
  /** The glyph of each character that the font has. */
  readonly characters: ReadonlyMap<number, number>;
  advanceOf(glyph: number): number;
  contoursOf(glyph: number): CurvePoint[][];
};

/** Opens a TrueType font. @throws {Error} when it is something else. */
export function openFont(bytes: Uint8Array): Font {
  const tables = readTables(bytes);
  const head = tableOf(tables, "head");
  const scale = 1000 / head.getUint16(18);
  const hasLongOffsets = head.getInt16(50) === 1;
  const loca = tableOf(tables, "loca");
  const glyf = tableOf(tables, "glyf");
  const hmtx = tableOf(tables, "hmtx");
  const metrics = tableOf(tables, "hhea").getUint16(34);
  const glyphs = tableOf(tables, "maxp").getUint16(4);
  const offsetOf = (glyph: number) =>
    hasLongOffsets ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  const outlines = {
    glyf,
    range: (glyph: number): [number, number] =>
      glyph < glyphs ? [offsetOf(glyph), offsetOf(glyph + 1)] : [0, 0],
  };
  return {
    characters: charactersOf(tableOf(tables, "cmap")),
    advanceOf: (glyph) => Math.round(hmtx.getUint16(Math.min(glyph, metrics - 1) * 4) * scale),
    contoursOf: (glyph) =>
      glyphContours(outlines, glyph).map((contour) =>
        contour.map(({ x, y, on }) => ({ x: Math.round(x * scale), y: Math.round(y * scale), on })),
      ),
  };
}

function tableOf(tables: FontTables, name: string): DataView {
  const table = tables.get(name);
  if (!table) throw new Error(`The font has no table "${name}".`);
  return table;
}
