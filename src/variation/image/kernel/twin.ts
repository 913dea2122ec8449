import { BitReader } from "../jpeg/bit-reader.ts";
import { BitWriter } from "../jpeg/bit-writer.ts";
import { ENCODERS, putAc, putDc } from "../jpeg/encode.ts";
import type { Frame } from "../jpeg/frame.ts";
import { huffmanDecoder } from "../jpeg/huffman.ts";
import { readBlock } from "../jpeg/sequential.ts";
import { STANDARD } from "../jpeg/tables.ts";
import { type RowEdits, rowLengths, type ScanEdits } from "./edits.ts";

/**
 * What the kernel must do, said plainly: every block is decoded to its coefficients, edited and
 * coded again. It is the kernel's proof in tests and no faster than it has to be.
 *
 * @param scan entropy-coded data with the standard tables and without restart markers.
 * @returns the edited data, its last byte filled up.
 */
export function editScan(scan: Uint8Array, frame: Frame, edits: ScanEdits): Uint8Array {
  const reader = new BitReader(scan, 0);
  const writer = new BitWriter(scan.length);
  const readDcs = new Int32Array(3);
  const wroteDcs = new Int32Array(3);
  const mcu = new Int16Array(frame.blocksPerMcu * 64);
  const row = emptyRow(frame);
  const { left, top, right, bottom } = edits.keep;

  for (let my = 0; my < frame.mcusHigh; my++) {
    edits.fillRow(my, row);
    for (let mx = 0; mx < frame.mcusWide; mx++) {
      const kept = mx >= left && mx < right && my >= top && my < bottom;
      const isComposed = kept && row.composed[mx] !== 0;
      let at = 0;
      mcu.fill(0);
      frame.components.forEach(({ h, v }, c) => {
        const { dc, ac } = (c === 0 ? LUMA : CHROMA).decode;
        for (let b = 0; b < h * v; b++, at += 64) {
          readDcs[c] = readBlock(reader, dc, ac, readDcs[c] as number, mcu, at);
          if (c > 0 || isComposed) continue;
          const place = (Math.floor(b / h) * frame.mcusWide + mx) * h + (b % h);
          shift(mcu.subarray(at, at + 64), row, place);
        }
      });
      if (!kept) continue;
      if (isComposed) edits.compose(mx, my, mcu, row);
      at = 0;
      frame.components.forEach(({ h, v }, c) => {
        const { dc, ac } = (c === 0 ? LUMA : CHROMA).encode;
        for (let b = 0; b < h * v; b++, at += 64) {
          const value = Math.max(-1024, Math.min(1023, mcu[at] as number));
          putDc(writer, dc, value - (wroteDcs[c] as number));
          wroteDcs[c] = value;
          putAc(writer, ac, mcu, at);
        }
      });
    }
  }
  writer.align();
  return writer.finish();
}

/** Edits one block as a row's edits say, within what baseline coding has codes for. */
function shift(block: Int16Array, { shifts, grains }: RowEdits, at: number): void {
  const hasAc = block.subarray(1).some((value) => value !== 0);
  const added = (shifts[at] as number) + (hasAc ? 0 : (grains[at] as number));
  block[0] = Math.max(-1024, Math.min(1023, (block[0] as number) + added));
}

function emptyRow(frame: Frame): RowEdits {
  const lengths = rowLengths(frame);
  return {
    shifts: new Int16Array(lengths.shifts),
    grains: new Int8Array(lengths.grains),
    composed: new Uint8Array(lengths.composed),
  };
}

const LUMA = {
  decode: { dc: huffmanDecoder(STANDARD.lumaDc), ac: huffmanDecoder(STANDARD.lumaAc) },
  encode: { dc: ENCODERS.lumaDc, ac: ENCODERS.lumaAc },
};
const CHROMA = {
  decode: { dc: huffmanDecoder(STANDARD.chromaDc), ac: huffmanDecoder(STANDARD.chromaAc) },
  encode: { dc: ENCODERS.chromaDc, ac: ENCODERS.chromaAc },
};
