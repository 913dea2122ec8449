/**
 * The font comes in parts of 64 characters. A part begins with the lengths of its glyphs, 2 bytes each, 0
 * for one that is not there. A glyph is a row of numbers, 7 bits a byte from the lowest, the upper bit
 * set where more follow: its advance, how many contours it has, and for each how many points; of a point
 * how far it lies from the one before, across and down, each with its sign in the lowest bit, and below
 * that of the first whether it is on the outline. Lengths are thousandths of an em.
 */
import { type CurvePoint, flattened, type Glyph } from "./glyph.ts";

export const PART_GLYPHS = 64;
export const UNITS = 1000;
const HEADER = 2 * PART_GLYPHS;

/** Which part has a character. */
export function partOf(codePoint: number): number {
  return Math.floor(codePoint / PART_GLYPHS);
}

/** A glyph of a part, or `undefined` where it has none for a character. */
export function readGlyph(part: Uint8Array, codePoint: number): Glyph | undefined {
  const place = codePoint % PART_GLYPHS;
  let at = HEADER;
  for (let i = 0; i < place; i++) at += lengthAt(part, i);
  if (lengthAt(part, place) === 0) return undefined;
  const next = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = part[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const signed = (value: number) => ((value & 1) === 0 ? value >> 1 : -(value >> 1) - 1);
  const advance = next() / UNITS;
  const contours = Array.from({ length: next() }, () => {
    let x = 0;
    let y = 0;
    const points = Array.from({ length: next() }, (): CurvePoint => {
      const across = next();
      x += signed(across >> 1);
      y += signed(next());
      return { x: x / UNITS, y: y / UNITS, on: (across & 1) === 1 };
    });
    return flattened(points);
  });
  return { advance, contours };
}

function lengthAt(part: Uint8Array, place: number): number {
  return ((part[2 * place] ?? 0) << 8) | (part[2 * place + 1] ?? 0);
}

/** A part as `readGlyph` reads it. Advances and points are in thousandths of an em. */
export function writePart(
  glyphs: ReadonlyMap<number, { advance: number; contours: readonly (readonly CurvePoint[])[] }>,
): Uint8Array {
  const header = new Uint8Array(HEADER);
  const bytes: number[] = [];
  for (let place = 0; place < PART_GLYPHS; place++) {
    const glyph = glyphs.get(place);
    if (!glyph) continue;
    const before = bytes.length;
    const put = (value: number) => {
      let rest = value;
      for (; rest > 127; rest >>= 7) bytes.push((rest & 127) | 128);
      bytes.push(rest);
    };
    const zigzag = (value: number) => (value < 0 ? (-value - 1) * 2 + 1 : value * 2);
    put(glyph.advance);
    put(glyph.contours.length);
    for (const contour of glyph.contours) {
      put(contour.length);
      let [x, y] = [0, 0];
      for (const point of contour) {
        put(zigzag(point.x - x) * 2 + (point.on ? 1 : 0));
        put(zigzag(point.y - y));
        [x, y] = [point.x, point.y];
      }
    }
    const length = bytes.length - before;
    header.set([length >> 8, length & 255], 2 * place);
  }
  const part = new Uint8Array(HEADER + bytes.length);
  part.set(header);
  part.set(bytes, HEADER);
  return part;
}
