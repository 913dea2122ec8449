import { SEVERAL_BITS, SPEC_BYTES, TABLE_BYTES, specs, tables } from "./memory";

/** Order of the tables in memory. */
export const LUMA_DC: i32 = 0;
export const LUMA_AC: i32 = 1;
export const CHROMA_DC: i32 = 2;
export const CHROMA_AC: i32 = 3;

const FULL: i32 = 2 * 1024;
const CODES: i32 = FULL + 2 * 65536;
const LENGTHS: i32 = CODES + 2 * 256;
const SEVERAL: i32 = LENGTHS + 256;

/** An AC answer: bits of the code and its value (5), how far it moves in the block (7), size (4). */
const STEP_SHIFT: u32 = 5;
const STEP_MASK: u32 = 127;
const SIZE_SHIFT: u32 = 12;
/** An end of block moves further than any run can: that tells it from a run over the end. */
export const END_STEP: u32 = 80;

// @ts-ignore: decorator
@inline
export function table(id: i32): usize {
  return tables + id * TABLE_BYTES;
}

/**
 * What the next bits mean; 0 where they are no code. Ten bits answer nearly always, from a table
 * that stays in the nearest cache; the rest is looked up by all sixteen.
 */
// @ts-ignore: decorator
@inline
export function answer(huffman: usize, next: u64): u32 {
  const near: u32 = load<u16>(huffman + ((<usize>(next >> 54)) << 1));
  if (near != 0) return near;
  return load<u16>(huffman + FULL + ((<usize>(next >> 48)) << 1));
}

/**
 * How many bits the next AC codes with their values take (5) and how far they move in the block (8), as many
 * codes as the next bits tell, up to an end of block; 0 where not even one. Where the block may be full
 * before the last of them, it says too much.
 */
// @ts-ignore: decorator
@inline
export function severalAnswers(huffman: usize, next: u64): u32 {
  return load<u16>(huffman + SEVERAL + ((<usize>(next >> (64 - SEVERAL_BITS))) << 1));
}

// @ts-ignore: decorator
@inline
export function bitsOf(answered: u32): u32 {
  return answered & 31;
}

/** Of an AC answer: how many positions it moves. Of a DC answer: the size of the difference. */
// @ts-ignore: decorator
@inline
export function stepOf(answered: u32): u32 {
  return (answered >> STEP_SHIFT) & STEP_MASK;
}

/** Of an AC answer: how many of its bits are the value. */
// @ts-ignore: decorator
@inline
export function valueBitsOf(answered: u32): u32 {
  return answered >> SIZE_SHIFT;
}

// @ts-ignore: decorator
@inline
export function codeOf(huffman: usize, symbol: u32): u32 {
  return load<u16>(huffman + CODES + (<usize>symbol << 1));
}

// @ts-ignore: decorator
@inline
export function lengthOf(huffman: usize, symbol: u32): u32 {
  return load<u8>(huffman + LENGTHS + <usize>symbol);
}

/** Builds the four tables from the specifications that the host has laid into memory. */
export function buildTables(): void {
  for (let id = 0; id < 4; id++) {
    memory.fill(table(id), 0, TABLE_BYTES);
    buildTable(table(id), specs + id * SPEC_BYTES, (id & 1) == 1);
    if ((id & 1) == 1) buildSeveral(table(id));
  }
}

/** Puts answers for single AC codes together. */
function buildSeveral(huffman: usize): void {
  for (let window: u32 = 0; window < <u32>1 << SEVERAL_BITS; window++) {
    let bits: u32 = 0;
    let step: u32 = 0;
    while (bits < SEVERAL_BITS && step < END_STEP) {
      // Zeros stand for the bits that are not known: a code that reaches into them is left for the next time.
      const next = <u64>window << <u64>(64 - SEVERAL_BITS + bits);
      const answered = answer(huffman, next);
      if (answered == 0) break;
      const codeBits = bitsOf(answered) - valueBitsOf(answered);
      if (bits + codeBits > SEVERAL_BITS) break;
      bits += bitsOf(answered);
      step += stepOf(answered);
    }
    store<u16>(huffman + SEVERAL + (<usize>window << 1), <u16>((step << STEP_SHIFT) | bits));
  }
}

/** Canonical codes (T.81, annex C), each answer repeated for all bits that may follow it. */
function buildTable(huffman: usize, spec: usize, ac: bool): void {
  let code: u32 = 0;
  let next = spec + 16;
  for (let length: u32 = 1; length <= 16; length++) {
    for (let left: u32 = load<u8>(spec + length - 1); left > 0; left--, next++, code++) {
      const symbol: u32 = load<u8>(next);
      store<u16>(huffman + CODES + (<usize>symbol << 1), <u16>code);
      store<u8>(huffman + LENGTHS + <usize>symbol, <u8>length);
      const answered = ac ? acAnswer(symbol, length) : (symbol << STEP_SHIFT) | length;
      const first = code << (16 - length);
      for (let i: u32 = 0; i < <u32>1 << (16 - length); i++) {
        store<u16>(huffman + FULL + (<usize>(first + i) << 1), <u16>answered);
      }
      if (length > 10) continue;
      const near = code << (10 - length);
      for (let i: u32 = 0; i < <u32>1 << (10 - length); i++) {
        store<u16>(huffman + (<usize>(near + i) << 1), <u16>answered);
      }
    }
    code <<= 1;
  }
}

function acAnswer(symbol: u32, length: u32): u32 {
  const size = symbol & 15;
  const run = symbol >> 4;
  if (size > 0) return (size << SIZE_SHIFT) | ((run + 1) << STEP_SHIFT) | (length + size);
  if (run == 15) return (16 << STEP_SHIFT) | length;
  return (END_STEP << STEP_SHIFT) | length;
}
