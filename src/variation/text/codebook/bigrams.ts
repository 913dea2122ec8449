/**
 * The bigram sets of many texts as bits, so that J2 of two of them is a handful of ANDs. Bigrams
 * that all texts share take no bits.
 */
export class BigramTable {
  private readonly bits: Int32Array;
  private readonly width: number;
  private readonly sizes: Int32Array;
  private readonly common: number;

  constructor(texts: readonly string[]) {
    const codes = new Map<number, number>();
    for (const text of texts) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (!codes.has(code)) codes.set(code, codes.size);
      }
    }
    const base = codes.size;
    const seenIn = new Map<number, number>();
    const grams = texts.map((text) => {
      const set = new Set<number>();
      let previous = -1;
      for (let i = 0; i < text.length; i++) {
        const code = codes.get(text.charCodeAt(i)) as number;
        if (previous >= 0) set.add(previous * base + code);
        previous = code;
      }
      for (const gram of set) seenIn.set(gram, (seenIn.get(gram) ?? 0) + 1);
      return set;
    });
    const column = new Map<number, number>();
    for (const [gram, count] of seenIn) if (count < texts.length) column.set(gram, column.size);
    this.common = seenIn.size - column.size;
    this.width = Math.max(1, Math.ceil(column.size / 32));
    this.bits = new Int32Array(this.width * texts.length);
    this.sizes = Int32Array.from(grams, (set) => set.size);
    grams.forEach((set, row) => {
      for (const gram of set) {
        const bit = column.get(gram);
        if (bit === undefined) continue;
        const at = row * this.width + (bit >> 5);
        this.bits[at] = (this.bits[at] as number) | (1 << (bit & 31));
      }
    });
  }

  /** How many bigrams two texts share. */
  private shared(a: number, b: number): number {
    const { bits, width } = this;
    let at = a * width;
    let other = b * width;
    let count = this.common;
    for (let w = 0; w < width; w++) {
      let v = (bits[at++] as number) & (bits[other++] as number);
      v -= (v >>> 1) & 0x55555555;
      v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
      count += Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return count;
  }

  /** J2 of two texts by index; of texts without a bigram 0, since equal ones are not kept twice. */
  j2(a: number, b: number): number {
    const shared = this.shared(a, b);
    const union = (this.sizes[a] as number) + (this.sizes[b] as number) - shared;
    return union === 0 ? 0 : shared / union;
  }

  /**
   * Fewest edits that can lie between two texts: one edit takes away at most two bigrams and brings
   * at most two (Ukkonen 1992).
   */
  fewestEdits(a: number, b: number): number {
    const apart = (this.sizes[a] as number) + (this.sizes[b] as number) - 2 * this.shared(a, b);
    return Math.ceil(apart / 4);
  }
}
