import { input } from "./memory";

/** Bits read ahead, the next one on top; below the first `held` ones nothing may be relied on. */
let ahead: u64 = 0;
let held: u32 = 0;
let at: usize = 0;
let end: usize = 0;
/** Zero bits supplied after the last byte: using one of them means that data is missing. */
let padding: u32 = 0;

export function resetReader(): void {
  ahead = 0;
  held = 0;
  at = input;
  padding = 0;
}

/** Says how much of the input buffer is filled. */
export function setInputEnd(bytes: i32): void {
  end = input + bytes;
}

// @ts-ignore: decorator
@inline
export function bytesLeft(): i32 {
  return <i32>(end - at);
}

/** How much of the input buffer was used; reading goes on at its start. */
export function rewind(): i32 {
  const used = <i32>(at - input);
  at = input;
  return used;
}

// @ts-ignore: decorator
@inline
export function peek(): u64 {
  return ahead;
}

// @ts-ignore: decorator
@inline
export function skip(bits: u32): void {
  ahead <<= <u64>bits;
  held -= bits;
}

export function overran(): bool {
  return held < padding;
}

/** True where one of eight bytes is 0xFF: a zero byte in the complement borrows from the next. */
// @ts-ignore: decorator
@inline
function hasMarkerByte(bytes: u64): bool {
  const inverse = ~bytes;
  return ((inverse - 0x0101010101010101) & bytes & 0x8080808080808080) != 0;
}

/** Reads ahead to at least 57 bits. */
// @ts-ignore: decorator
@inline
export function refill(): void {
  if (held > 56) return;
  if (at + 8 <= end) {
    const eight = bswap<u64>(load<u64>(at));
    if (!hasMarkerByte(eight)) {
      ahead |= eight >> <u64>held;
      const taken = (64 - held) >> 3;
      at += <usize>taken;
      held += taken << 3;
      return;
    }
  }
  refillByByte();
}

function refillByByte(): void {
  while (held <= 56) {
    let byte: u64 = 0;
    if (at < end) byte = load<u8>(at);
    if (at >= end || (byte == 0xff && (at + 1 >= end || load<u8>(at + 1) != 0))) {
      byte = 0;
      padding += 8;
    } else {
      at += byte == 0xff ? 2 : 1;
    }
    ahead |= byte << <u64>(56 - held);
    held += 8;
  }
}
