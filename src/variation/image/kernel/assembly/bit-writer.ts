import { output } from "./memory";

/** Bits not yet stored, the newest at the bottom; fewer than 32 between calls. */
let pending: u64 = 0;
let count: u32 = 0;
let at: usize = 0;

export function resetWriter(): void {
  pending = 0;
  count = 0;
  at = output;
}

// @ts-ignore: decorator
@inline
export function bytesWritten(): i32 {
  return <i32>(at - output);
}

/** Writing goes on at the start of the output buffer, which the host has taken. */
export function emptyOutput(): void {
  at = output;
}

/** Appends the low `bits` bits of a value, 0–32 of them; the rest of it must be 0. */
// @ts-ignore: decorator
@inline
export function put(value: u64, bits: u32): void {
  pending = (pending << <u64>bits) | value;
  count += bits;
  if (count >= 32) storeFour();
}

// @ts-ignore: decorator
@inline
function storeFour(): void {
  count -= 32;
  const four = <u32>(pending >> <u64>count);
  const inverse = ~four;
  if (((inverse - 0x01010101) & four & 0x80808080) == 0) {
    store<u32>(at, bswap<u32>(four));
    at += 4;
    return;
  }
  storeByte(four >> 24);
  storeByte((four >> 16) & 0xff);
  storeByte((four >> 8) & 0xff);
  storeByte(four & 0xff);
}

/** A 0xFF in entropy-coded data is followed by a zero byte (T.81, B.1.1.5). */
function storeByte(byte: u32): void {
  store<u8>(at++, <u8>byte);
  if (byte == 0xff) store<u8>(at++, 0);
}

/** Fills the last byte with ones and stores what is pending. */
export function finishWriter(): void {
  const missing = (8 - (count & 7)) & 7;
  pending = (pending << <u64>missing) | ((1 << missing) - 1);
  count += missing;
  while (count > 0) {
    count -= 8;
    storeByte(<u32>(pending >> <u64>count) & 0xff);
  }
}
