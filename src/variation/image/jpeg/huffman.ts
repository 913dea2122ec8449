import { damaged } from "../refusal.ts";
import type { HuffmanSpec } from "./tables.ts";

/**
 * Answers any 16 bits with the code they start with: its length in bits × 256 + its symbol, or 0
 * where no code starts so.
 */
export type HuffmanDecoder = Uint16Array;

/** Code and length of each symbol; length 0 where the table has no code for it. */
export type HuffmanEncoder = { readonly codes: Uint16Array; readonly lengths: Uint8Array };

/** Calls back for each symbol with its canonical code (T.81, annex C). */
function eachCode(
  { counts, symbols }: HuffmanSpec,
  visit: (symbol: number, code: number, length: number) => void,
): void {
  let code = 0;
  let next = 0;
  for (let length = 1; length <= 16; length++) {
    for (let i = 0; i < (counts[length - 1] as number); i++) {
      if (code >= 1 << length) throw damaged("a Huffman table has more codes than fit");
      visit(symbols[next++] as number, code++, length);
    }
    code <<= 1;
  }
}

/** @throws {ImageRefused} `image-damaged` for a table whose codes do not fit. */
export function huffmanDecoder(spec: HuffmanSpec): HuffmanDecoder {
  const table = new Uint16Array(0x10000);
  eachCode(spec, (symbol, code, length) => {
    const first = code << (16 - length);
    table.fill((length << 8) | symbol, first, first + (1 << (16 - length)));
  });
  return table;
}

export function huffmanEncoder(spec: HuffmanSpec): HuffmanEncoder {
  const codes = new Uint16Array(256);
  const lengths = new Uint8Array(256);
  eachCode(spec, (symbol, code, length) => {
    codes[symbol] = code;
    lengths[symbol] = length;
  });
  return { codes, lengths };
}
