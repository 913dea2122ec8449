import type { CurvePoint } from "../../src/variation/image/glyphs/glyph.ts";

export type Outlines = {
  readonly glyf: DataView;
  /** Where a glyph's outline begins and ends in that table. */
  range(glyph: number): [number, number];
};

/** Glyphs made of glyphs made of glyphs: no font goes further. */
const MAX_DEPTH = 4;

/** The outline of a glyph in font units (OpenType 1.9, "glyf"). */
export function glyphContours(outlines: Outlines, glyph: number, depth = 0): CurvePoint[][] {
  const [from, to] = outlines.range(glyph);
  if (to <= from || depth > MAX_DEPTH) return [];
  const contours = outlines.glyf.getInt16(from);
  return contours < 0
    ? composite(outlines, from + 10, depth)
    : simple(outlines.glyf, from + 10, contours);
}

function simple(glyf: DataView, from: number, contours: number): CurvePoint[][] {
  const ends = Array.from({ length: contours }, (_, i) => glyf.getUint16(from + i * 2));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = from + contours * 2;
  at += 2 + glyf.getUint16(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = glyf.getUint8(at++);
    const repeats = flag & 8 ? glyf.getUint8(at++) : 0;
    for (let i = 0; i <= repeats; i++) flags.push(flag);
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.slice(0, count).map((flag) => {
      if (flag & short) value += flag & same ? glyf.getUint8(at++) : -glyf.getUint8(at++);
      else if (!(flag & same)) {
        value += glyf.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = axis(2, 16);
  const ys = axis(4, 32);
  return ends.map((end, i) => {
    const first = i === 0 ? 0 : (ends[i - 1] as number) + 1;
    return Array.from({ length: end - first + 1 }, (_, j) => ({
      x: xs[first + j] ?? 0,
      y: ys[first + j] ?? 0,
      on: ((flags[first + j] ?? 0) & 1) === 1,
    }));
  });
}

function composite(outlines: Outlines, from: number, depth: number): CurvePoint[][] {
  const { glyf } = outlines;
  const all: CurvePoint[][] = [];
  let at = from;
  for (let flags = 0x20; flags & 0x20; ) {
    flags = glyf.getUint16(at);
    const part = glyf.getUint16(at + 2);
    const wide = (flags & 1) !== 0;
    const dx = wide ? glyf.getInt16(at + 4) : glyf.getInt8(at + 4);
    const dy = wide ? glyf.getInt16(at + 6) : glyf.getInt8(at + 5);
    at += wide ? 8 : 6;
    const scale = () => {
      at += 2;
      return glyf.getInt16(at - 2) / 16384;
    };
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & 0x08) a = d = scale();
    else if (flags & 0x40) [a, d] = [scale(), scale()];
    else if (flags & 0x80) [a, b, c, d] = [scale(), scale(), scale(), scale()];
    for (const contour of glyphContours(outlines, part, depth + 1)) {
      all.push(
        contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })),
      );
    }
  }
  return all;
}
