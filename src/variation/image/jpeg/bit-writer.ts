import { MAX_WORKING_BYTES, tooMuchMemory } from "../refusal.ts";

/** Bits of entropy-coded data, most significant first, with a zero byte stuffed after each 0xFF. */
export class BitWriter {
  private bytes: Uint8Array;
  private at = 0;
  private held = 0;
  private count = 0;
  private readonly most: number;

  /**
   * @param capacity bytes to start with; it grows by a quarter when they are used up.
   * @param most bytes that it may take, what it grows from included.
   */
  constructor(capacity: number, most = Number.POSITIVE_INFINITY) {
    if (capacity > most) throw tooMuchMemory(MAX_WORKING_BYTES + capacity - most);
    this.most = most;
    this.bytes = new Uint8Array(Math.max(capacity, 1024));
  }

  /** Whole bytes written so far. */
  get length(): number {
    return this.at;
  }

  /** Appends the low `length` bits of `value`, 0–16 of them. */
  put(value: number, length: number): void {
    this.held = (this.held << length) | value;
    this.count += length;
    while (this.count >= 8) {
      this.count -= 8;
      const byte = (this.held >>> this.count) & 0xff;
      this.byte(byte);
      if (byte === 0xff) this.byte(0);
    }
    this.held &= 0xff;
  }

  /** Fills the last byte with ones, as T.81 asks for. */
  align(): void {
    if (this.count > 0) this.put((1 << (8 - this.count)) - 1, 8 - this.count);
  }

  /** Appends bytes as they are; the writer must be aligned. */
  raw(bytes: ArrayLike<number>): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** Writes bytes over as many that are there already. */
  over(at: number, bytes: ArrayLike<number>): void {
    this.bytes.set(bytes, at);
  }

  /** What was written. A view, not a copy. */
  finish(): Uint8Array {
    return this.bytes.subarray(0, this.at);
  }

  private byte(value: number): void {
    if (this.at === this.bytes.length) this.reserve(1);
    this.bytes[this.at++] = value;
  }

  private reserve(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const size = Math.ceil((this.at + more) * 1.25);
    if (this.bytes.length + size > this.most) {
      throw tooMuchMemory(MAX_WORKING_BYTES + this.bytes.length + size - this.most);
    }
    const grown = new Uint8Array(size);
    grown.set(this.bytes);
    this.bytes = grown;
  }
}
