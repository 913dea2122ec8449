import { damaged, truncated } from "../refusal.ts";
import type { HuffmanDecoder } from "./huffman.ts";

/**
 * Bits of entropy-coded data, most significant first, with stuffed zero bytes taken out. Stops at
 * the first marker and says so when more is asked for.
 */
export class BitReader {
  readonly bytes: Uint8Array;
  /** Where the next byte is read. */
  at: number;
  private held = 0;
  private count = 0;
  /** Zero bits supplied after a marker or the end, so that looking ahead needs no care. */
  private padding = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  /** What was read ahead of `at`, to be given to `seek` together with it. */
  get ahead(): number {
    return this.held * 128 + this.count * 4 + this.padding / 8;
  }

  /** Goes back, or on, to where `at` and `ahead` were such. */
  seek(at: number, ahead: number): void {
    this.at = at;
    this.held = Math.floor(ahead / 128);
    this.count = (ahead >> 2) & 31;
    this.padding = (ahead & 3) * 8;
  }

  private fill(): void {
    while (this.count <= 16) {
      let byte = this.bytes[this.at];
      if (byte === undefined || (byte === 0xff && this.bytes[this.at + 1] !== 0)) {
        this.padding += 8;
        byte = 0;
      } else {
        this.at += byte === 0xff ? 2 : 1;
      }
      this.held = ((this.held << 8) | byte) & 0xffffff;
      this.count += 8;
    }
  }

  private skip(length: number): void {
    this.count -= length;
    if (this.count < this.padding) throw truncated("the picture");
  }

  /** The next symbol of a Huffman table. */
  symbol(table: HuffmanDecoder): number {
    if (this.count < 16) this.fill();
    const entry = table[(this.held >>> (this.count - 16)) & 0xffff] as number;
    if (entry === 0)
      throw this.padding > 0 ? truncated("the picture") : damaged("a code is unknown");
    this.skip(entry >>> 8);
    return entry & 0xff;
  }

  /** The next `length` bits, 0–16, as an unsigned number. */
  bits(length: number): number {
    if (this.count < length) this.fill();
    const value = (this.held >>> (this.count - length)) & ((1 << length) - 1);
    this.skip(length);
    return value;
  }

  /** A number of `size` bits whose leading 0 means negative (T.81, figure F.12). */
  signed(size: number): number {
    if (size === 0) return 0;
    const value = this.bits(size);
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }

  /** Drops the rest of the last byte and passes one restart marker. */
  restart(): void {
    this.count = 0;
    this.padding = 0;
    this.held = 0;
    while (this.bytes[this.at] === 0xff && this.bytes[this.at + 1] === 0xff) this.at++;
    const code = this.bytes[this.at + 1];
    if (code === undefined) throw truncated("the picture");
    if (this.bytes[this.at] !== 0xff || code < 0xd0 || code > 0xd7) {
      throw damaged("a restart marker is missing");
    }
    this.at += 2;
  }
}
