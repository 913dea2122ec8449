/** 32-bit FNV-1a over UTF-16 units (Fowler, Noll, Vo); enough to seed and to name, not to secure. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  // FNV's low bits are weak for short inputs: finish with Murmur3's mixer (Appleby).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A repeatable stream of numbers below a bound. */
export interface Draw {
  /** An integer from 0 up to, not including, `bound`. */
  below(bound: number): number;
}

/** sfc32 (Doty-Humphrey, PractRand) seeded by a string: the same seed gives the same stream. */
export function seeded(seed: string): Draw {
  let a = hash32(`a${seed}`) | 0;
  let b = hash32(`b${seed}`) | 0;
  let c = hash32(`c${seed}`) | 0;
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return { below: (bound) => Math.floor((next() / 0x1_0000_0000) * bound) };
}

/** Fisher-Yates on a copy. */
export function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = draw.below(i + 1);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}
