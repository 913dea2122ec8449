/** Numbers that look random and are the same in every run. */

/** @returns a function that gives numbers in [0, 1) (mulberry32) */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One draw from Beta(a, b), by two gamma draws (Marsaglia and Tsang, ACM TOMS 26, 2000). */
export function betaDraw(random: () => number, a: number, b: number): number {
  const x = gammaDraw(random, a);
  return x / (x + gammaDraw(random, b));
}

/** How many of `trials` come off at a rate. */
export function hitsOf(random: () => number, trials: number, rate: number): number {
  let hits = 0;
  for (let trial = 0; trial < trials; trial++) if (random() < rate) hits++;
  return hits;
}

function gammaDraw(random: () => number, shape: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
