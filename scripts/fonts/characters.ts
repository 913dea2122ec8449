/** The glyph of each character: Unicode subtables of format 4 and 12 (OpenType 1.9, "cmap"). */
export function charactersOf(cmap: DataView): Map<number, number> {
  const characters = new Map<number, number>();
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const at = cmap.getUint32(4 + i * 8 + 4);
    const format = cmap.getUint16(at);
    const pairs = format === 12 ? wide(cmap, at) : format === 4 ? narrow(cmap, at) : [];
    for (const [codePoint, glyph] of pairs) if (glyph > 0) characters.set(codePoint, glyph);
  }
  if (characters.size === 0) throw new Error("The font has no character map that can be read.");
  return characters;
}

function* wide(cmap: DataView, at: number): Generator<[number, number]> {
  for (let group = 0; group < cmap.getUint32(at + 12); group++) {
    const entry = at + 16 + group * 12;
    const first = cmap.getUint32(entry);
    const glyph = cmap.getUint32(entry + 8);
    for (let c = first; c <= cmap.getUint32(entry + 4); c++) yield [c, glyph + c - first];
  }
}

function* narrow(cmap: DataView, at: number): Generator<[number, number]> {
  const segments = cmap.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let i = 0; i < segments; i++) {
    const start = cmap.getUint16(starts + i * 2);
    const delta = cmap.getUint16(deltas + i * 2);
    const offset = cmap.getUint16(offsets + i * 2);
    for (let c = start; c <= cmap.getUint16(ends + i * 2) && c < 0xffff; c++) {
      if (offset === 0) {
        yield [c, (c + delta) & 0xffff];
        continue;
      }
      const glyph = cmap.getUint16(offsets + i * 2 + offset + (c - start) * 2);
      yield [c, glyph === 0 ? 0 : (glyph + delta) & 0xffff];
    }
  }
}
