import { peek, refill, skip } from "./bit-reader";
import { put } from "./bit-writer";
import {
  END_STEP, answer, bitsOf, codeOf, lengthOf, severalAnswers, stepOf, valueBitsOf,
} from "./huffman";

/** What `readDc` answers where no code stands: no difference has this value. */
export const NO_CODE: i32 = i32.MIN_VALUE;

/** Reads a DC difference (T.81, F.2.2.1). */
// @ts-ignore: decorator
@inline
export function readDc(dc: usize): i32 {
  refill();
  const answered = answer(dc, peek());
  if (answered == 0) return NO_CODE;
  skip(bitsOf(answered));
  const size = stepOf(answered);
  if (size == 0) return 0;
  const value = signed(peek() >> <u64>(64 - size), size);
  skip(size);
  return value;
}

/** A number of `size` bits whose leading 0 means negative (T.81, figure F.12). */
// @ts-ignore: decorator
@inline
function signed(bits: u64, size: u32): i32 {
  const value = <i32>bits;
  return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}

/** Whether the block that is read has no AC coefficients: asked after its DC. */
export function isEven(ac: usize): bool {
  refill();
  return stepOf(answer(ac, peek())) == END_STEP;
}

// @ts-ignore: decorator
@inline
export function writeDc(dc: usize, difference: i32): void {
  const size = sizeOf(difference);
  put(<u64>codeOf(dc, size), lengthOf(dc, size));
  putSigned(difference, size);
}

/**
 * Passes the AC coefficients on as the bits they are: only their lengths are looked up, and several
 * codes are copied at a time. False where no code stands or the block runs over.
 */
// @ts-ignore: decorator
@inline
export function passAc(ac: usize, keep: bool): bool {
  let position: u32 = 1;
  do {
    refill();
    const bits = peek();
    let used: u32 = 0;
    do {
      const next = bits << <u64>used;
      const several = severalAnswers(ac, next);
      const reached = position + (several >> 5);
      // Nearly always: no code of them lies beyond the end of the block.
      if (several != 0 && (reached < 64 || (reached > END_STEP && reached < END_STEP + 64))) {
        used += several & 31;
        position = reached;
        continue;
      }
      const answered = answer(ac, next);
      if (answered == 0) return false;
      used += bitsOf(answered);
      position += stepOf(answered);
    } while (position < 64 && used < 32);
    if (keep) {
      if (used > 32) {
        put(bits >> 32, 32);
        put((bits << 32) >> <u64>(96 - used), used - 32);
      } else {
        put(bits >> <u64>(64 - used), used);
      }
    }
    skip(used);
  } while (position < 64);
  return position == 64 || position > END_STEP;
}

/** Reads the AC coefficients of a block that the host will change; false as `passAc`. */
export function readAc(ac: usize, block: usize): bool {
  memory.fill(block + 2, 0, 126);
  let position: u32 = 0;
  while (position < 63) {
    refill();
    const bits = peek();
    const answered = answer(ac, bits);
    if (answered == 0) return false;
    const step = stepOf(answered);
    const used = bitsOf(answered);
    skip(used);
    if (step == END_STEP) return true;
    position += step;
    if (position > 63) return false;
    const size = valueBitsOf(answered);
    if (size == 0) continue;
    const value = (bits << <u64>(used - size)) >> <u64>(64 - size);
    store<i16>(block + (<usize>position << 1), <i16>signed(value, size));
  }
  return true;
}

/** Writes the 63 AC coefficients of a block that the host has changed. */
export function writeAc(ac: usize, block: usize): void {
  let run: u32 = 0;
  for (let z: usize = 1; z < 64; z++) {
    const value: i32 = load<i16>(block + (z << 1));
    if (value == 0) {
      run++;
      continue;
    }
    for (; run > 15; run -= 16) put(<u64>codeOf(ac, 0xf0), lengthOf(ac, 0xf0));
    const size = sizeOf(value);
    const symbol = (run << 4) | size;
    put(<u64>codeOf(ac, symbol), lengthOf(ac, symbol));
    putSigned(value, size);
    run = 0;
  }
  if (run > 0) put(<u64>codeOf(ac, 0), lengthOf(ac, 0));
}

// @ts-ignore: decorator
@inline
function sizeOf(value: i32): u32 {
  return 32 - clz<i32>(value < 0 ? -value : value);
}

// @ts-ignore: decorator
@inline
function putSigned(value: i32, size: u32): void {
  const bits = value < 0 ? value + (1 << size) - 1 : value;
  put(<u64>(<u32>bits), size);
}
