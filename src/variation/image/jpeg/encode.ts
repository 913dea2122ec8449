import type { BitWriter } from "./bit-writer.ts";
import type { Frame, Mcu } from "./frame.ts";
import { type HuffmanEncoder, huffmanEncoder } from "./huffman.ts";
import { STANDARD } from "./tables.ts";

/** The largest values that baseline coding of 8-bit samples has codes for. */
const MAX_DC = 1023;
const MAX_AC = 1023;

export const ENCODERS = {
  lumaDc: huffmanEncoder(STANDARD.lumaDc),
  lumaAc: huffmanEncoder(STANDARD.lumaAc),
  chromaDc: huffmanEncoder(STANDARD.chromaDc),
  chromaAc: huffmanEncoder(STANDARD.chromaAc),
} as const;

/** Bits needed for the magnitude of a coefficient (T.81, table F.1). */
export function sizeOf(value: number): number {
  return 32 - Math.clz32(Math.abs(value));
}

function putSigned(writer: BitWriter, value: number, size: number): void {
  if (size > 0) writer.put(value < 0 ? value + (1 << size) - 1 : value, size);
}

export function putDc(writer: BitWriter, table: HuffmanEncoder, difference: number): void {
  const size = sizeOf(difference);
  writer.put(table.codes[size] as number, table.lengths[size] as number);
  putSigned(writer, difference, size);
}

/** Writes the 63 AC coefficients that follow `offset` (T.81, F.1.2.2). */
export function putAc(
  writer: BitWriter,
  table: HuffmanEncoder,
  block: Int16Array,
  offset: number,
): void {
  const put = (symbol: number) =>
    writer.put(table.codes[symbol] as number, table.lengths[symbol] as number);
  let run = 0;
  for (let z = 1; z < 64; z++) {
    const raw = block[offset + z] as number;
    if (raw === 0) {
      run++;
      continue;
    }
    const value = Math.max(-MAX_AC, Math.min(MAX_AC, raw));
    for (; run > 15; run -= 16) put(0xf0);
    const size = sizeOf(value);
    put((run << 4) | size);
    putSigned(writer, value, size);
    run = 0;
  }
  if (run > 0) put(0);
}

/** Writes MCUs one after another as a baseline scan with the standard tables. */
export function mcuWriter(writer: BitWriter, frame: Frame): (mcu: Mcu) => void {
  const dcs = new Int32Array(frame.components.length);
  return (mcu) => {
    let offset = 0;
    frame.components.forEach(({ h, v }, c) => {
      const dcTable = c === 0 ? ENCODERS.lumaDc : ENCODERS.chromaDc;
      const acTable = c === 0 ? ENCODERS.lumaAc : ENCODERS.chromaAc;
      for (let b = h * v; b > 0; b--, offset += 64) {
        const dc = Math.max(-MAX_DC - 1, Math.min(MAX_DC, mcu[offset] as number));
        putDc(writer, dcTable, dc - (dcs[c] as number));
        dcs[c] = dc;
        putAc(writer, acTable, mcu, offset);
      }
    });
  };
}
