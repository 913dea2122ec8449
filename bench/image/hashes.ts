import sharp from "sharp";

/** Three generic 64-bit hashes. They are a yardstick to report: nothing here is tuned to them. */
export const hashNames = ["aHash", "dHash", "pHash"] as const;
export type Hashes = Record<(typeof hashNames)[number], boolean[]>;

async function gray(jpeg: Uint8Array, width: number, height: number): Promise<number[]> {
  const small = sharp(jpeg).toColourspace("b-w").resize(width, height, { fit: "fill" });
  return [...(await small.raw().toBuffer())];
}

export async function hashesOf(jpeg: Uint8Array): Promise<Hashes> {
  const [eight, nine, large] = await Promise.all([
    gray(jpeg, 8, 8),
    gray(jpeg, 9, 8),
    gray(jpeg, 32, 32),
  ]);
  const mean = eight.reduce((a, b) => a + b, 0) / 64;
  const steps = Array.from({ length: 64 }, (_, i) => {
    const at = Math.floor(i / 8) * 9 + (i % 8);
    return (nine[at] as number) < (nine[at + 1] as number);
  });
  return { aHash: eight.map((value) => value > mean), dHash: steps, pHash: lowFrequencies(large) };
}

/** The signs, around their median, of the 8 × 8 lowest frequencies of 32 × 32 pixels. */
function lowFrequencies(samples: readonly number[]): boolean[] {
  const values = Array.from({ length: 64 }, (_, i) => {
    let sum = 0;
    for (let p = 0; p < 1024; p++) {
      const x = Math.cos(((2 * (p % 32) + 1) * (i % 8) * Math.PI) / 64);
      const y = Math.cos(((2 * Math.floor(p / 32) + 1) * Math.floor(i / 8) * Math.PI) / 64);
      sum += (samples[p] as number) * x * y;
    }
    return sum;
  });
  const middle = values.slice(1).toSorted((a, b) => a - b)[31] as number;
  return values.map((value) => value > middle);
}

/** The median, over all pairs, of the bits in which two hashes differ. */
export function medianDistance(all: readonly boolean[][]): number {
  const distances: number[] = [];
  for (let i = 0; i < all.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a = [], b = []] = [all[i], all[j]];
      distances.push(a.filter((bit, k) => bit !== b[k]).length);
    }
  }
  return distances.toSorted((a, b) => a - b)[distances.length >> 1] as number;
}
