/** Zigzag position → place in the 8 × 8 block, row by row (T.81, figure 5). */
export const ZIGZAG = bytes(`
  0 1 8 16 9 2 3 10 17 24 32 25 18 11 4 5 12 19 26 33 40 48 41 34 27 20 13 6 7 14 21 28 35
  42 49 56 57 50 43 36 29 22 15 23 30 37 44 51 58 59 52 45 38 31 39 46 53 60 61 54 47 55
  62 63
`);

/** Place in the block → zigzag position. */
export const UNZIGZAG = new Uint8Array(64);
for (let z = 0; z < 64; z++) UNZIGZAG[ZIGZAG[z] as number] = z;

/** How many codes there are of each length 1–16, and the symbols in order of their codes. */
export type HuffmanSpec = { readonly counts: Uint8Array; readonly symbols: Uint8Array };

const upTo = (last: number) => Uint8Array.from({ length: last + 1 }, (_, i) => i);

/** `run/size` symbols written as hexadecimal pairs. */
const hex = (pairs: string) =>
  Uint8Array.from(pairs.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** The typical tables of T.81, annex K.3: every coefficient of an 8-bit picture has a code. */
export const STANDARD = {
  lumaDc: {
    counts: bytes(`
  0 1 5 1 1 1 1 1 1 0 0 0 0 0 0 0
`),
    symbols: upTo(11),
  },
  chromaDc: {
    counts: bytes(`
  0 3 1 1 1 1 1 1 1 1 1 0 0 0 0 0
`),
    symbols: upTo(11),
  },
  lumaAc: {
    counts: bytes(`
  0 2 1 3 3 2 4 3 5 5 4 4 0 0 1 125
`),
    symbols: hex(
      "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a2526" +
        "2728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a8384" +
        "85868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4" +
        "d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa",
    ),
  },
  chromaAc: {
    counts: bytes(`
  0 2 1 2 4 4 3 4 7 5 4 4 0 1 2 119
`),
    symbols: hex(
      "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f1171819" +
        "1a262728292a35363738393a434445464748494a535455565758595a636465666768696a737475767778797a82" +
        "838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2" +
        "d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa",
    ),
  },
} as const satisfies Record<string, HuffmanSpec>;

/** Example quantisers of T.81, annex K.1, row by row: what "quality 50" means to most encoders. */
const LUMA_50 = bytes(`
  16 11 10 16 24 40 51 61 12 12 14 19 26 58 60 55 14 13 16 24 40 57 69 56 14 17 22 29 51
  87 80 62 18 22 37 56 68 109 103 77 24 35 55 64 81 104 113 92 49 64 78 87 103 121 120 101
  72 92 95 98 112 100 103 99
`);
const CHROMA_50 = bytes(`
  17 18 24 47 99 99 99 99 18 21 26 66 99 99 99 99 24 26 56 99 99 99 99 99 47 66 99 99 99
  99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99
  99 99 99 99 99 99
`);

/** Quantisers for a quality above 50, in zigzag order: the usual linear scale, at least 1. */
export function quantisers(quality: number): { luma: Uint16Array; chroma: Uint16Array } {
  const percent = 200 - 2 * quality;
  const scaled = (table: Uint8Array) =>
    Uint16Array.from(ZIGZAG, (place) =>
      Math.max(1, Math.floor(((table[place] as number) * percent + 50) / 100)),
    );
  return { luma: scaled(LUMA_50), chroma: scaled(CHROMA_50) };
}

/** A table as it is printed: numbers with spaces and line breaks between them. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text.trim().split(/\s+/), Number);
}
