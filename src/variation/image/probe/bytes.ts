import { truncated } from "../refusal.ts";

/** Two bytes, most significant first. @throws {ImageRefused} `image-truncated` past the end. */
export function u16(bytes: Uint8Array, at: number, what: string): number {
  const high = bytes[at];
  const low = bytes[at + 1];
  if (high === undefined || low === undefined) throw truncated(what);
  return (high << 8) | low;
}

/** Four bytes, most significant first, as an unsigned number. */
export function u32(bytes: Uint8Array, at: number, what: string): number {
  return u16(bytes, at, what) * 0x10000 + u16(bytes, at + 2, what);
}

/** Four bytes, least significant first, as an unsigned number. */
export function u32le(bytes: Uint8Array, at: number, what: string): number {
  const reversed = u32(bytes, at, what);
  return (
    (reversed >>> 24) +
    ((reversed >>> 8) & 0xff00) +
    (reversed & 0xff00) * 0x100 +
    (reversed & 0xff) * 0x1000000
  );
}

/** Whether ASCII text stands at an offset. */
export function has(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (bytes[at + i] !== text.charCodeAt(i)) return false;
  }
  return true;
}
