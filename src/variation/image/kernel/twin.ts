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
  const block = new Int16Array(64);
  const row = emptyRow(frame);
  const { left, top, right, bottom } = edits.keep;

  for (let my = 0; my < frame.mcusHigh; my++) {
    edits.fillRow(my, row);
    for (let mx = 0; mx < frame.mcusWide; mx++) {
      const kept = mx >= left && mx < right && my >= top && my < bottom;
      let place = mx * frame.blocksPerMcu;
      frame.components.forEach(({ h, v }, c) => {
        const tables = c === 0 ? LUMA : CHROMA;
        for (let b = 0; b < h * v; b++, place++) {
          block.fill(0);
          const { dc, ac } = tables.decode;
          readDcs[c] = readBlock(reader, dc, ac, readDcs[c] as number, block, 0);
          if (!kept) continue;
          if (row.replaced[mx]) block.set(row.patch.subarray(place * 64, place * 64 + 64));
          else if (c === 0) {
            const at = (Math.floor(b / h) * frame.mcusWide + mx) * h + (b % h);
            shift(block, row, at);
          }
          putDc(writer, tables.encode.dc, (block[0] as number) - (wroteDcs[c] as number));
          wroteDcs[c] = block[0] as number;
          putAc(writer, tables.encode.ac, block, 0);
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
    replaced: new Uint8Array(lengths.replaced),
    patch: new Int16Array(lengths.patch),
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
