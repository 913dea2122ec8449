import { ZIGZAG } from "./tables.ts";

/** cos(kπ/16)/2 × 2¹³ for k = 0…7, where k = 0 stands for the constant row, 1/√8. */
const HALF_COSINES = [2896, 4017, 3784, 3406, 2896, 2276, 1567, 799] as const;

/** The 8-point DCT matrix, row u for frequency u, in units of 2⁻¹³. */
const MATRIX = new Int32Array(64);
for (let u = 0; u < 8; u++) {
  for (let x = 0; x < 8; x++) {
    const angle = ((2 * x + 1) * u) % 32;
    const folded = angle > 16 ? 32 - angle : angle;
    const size = HALF_COSINES[folded > 8 ? 16 - folded : folded] as number;
    MATRIX[u * 8 + x] = u > 0 && folded > 8 ? -size : size;
  }
}

const rows = new Int32Array(64);

/**
 * Forward DCT and quantisation of one block (T.81, A.3.3 and A.3.4), in integers so that every
 * machine gets the same coefficients.
 *
 * @param samples 64 samples −128…127, row by row, in units of 1 / `scale`.
 * @param into receives 64 coefficients in zigzag order at `offset`.
 */
export function transformBlock(
  samples: Int16Array,
  quantiser: Uint16Array,
  into: Int16Array,
  offset: number,
  scale = 1,
): void {
  for (let y = 0; y < 64; y += 8) {
    const a = samples[y] as number;
    const b = samples[y + 1] as number;
    const c = samples[y + 2] as number;
    const d = samples[y + 3] as number;
    const e = samples[y + 4] as number;
    const f = samples[y + 5] as number;
    const g = samples[y + 6] as number;
    const h = samples[y + 7] as number;
    for (let u = 0; u < 8; u++) {
      // Even rows of the matrix are symmetric, odd ones antisymmetric.
      const at = u * 8;
      const sum =
        (u & 1) === 0
          ? (a + h) * (MATRIX[at] as number) +
            (b + g) * (MATRIX[at + 1] as number) +
            (c + f) * (MATRIX[at + 2] as number) +
            (d + e) * (MATRIX[at + 3] as number)
          : (a - h) * (MATRIX[at] as number) +
            (b - g) * (MATRIX[at + 1] as number) +
            (c - f) * (MATRIX[at + 2] as number) +
            (d - e) * (MATRIX[at + 3] as number);
      rows[y + u] = (sum + 512) >> 10;
    }
  }
  for (let z = 0; z < 64; z++) {
    const place = ZIGZAG[z] as number;
    const u = place & 7;
    const at = place & ~7;
    let sum = 4096;
    for (let y = 0; y < 8; y++) {
      sum += (rows[y * 8 + u] as number) * (MATRIX[at + y] as number);
    }
    const eighths = sum >> 13;
    const step = (quantiser[z] as number) * 8 * scale;
    const size = Math.floor((Math.abs(eighths) + step / 2) / step);
    into[offset + z] = eighths < 0 ? -size : size;
  }
}

const columns = new Float64Array(64);

/**
 * Inverse DCT of one block (T.81, A.3.3), its coefficients multiplied by their steps. Whole numbers
 * throughout, so that every machine gets the same samples.
 *
 * @param into receives 64 samples, row by row, in eighths of a level around 0.
 */
export function inverseBlock(
  coefficients: Int16Array,
  offset: number,
  quantiser: Uint16Array,
  into: Int16Array,
): void {
  columns.fill(0);
  for (let z = 0; z < 64; z++) {
    const value = coefficients[offset + z] as number;
    if (value === 0) continue;
    const place = ZIGZAG[z] as number;
    const u = place & 7;
    const v = place & ~7;
    const scaled = value * (quantiser[z] as number);
    for (let y = 0; y < 8; y++) {
      columns[y * 8 + u] = (columns[y * 8 + u] as number) + scaled * (MATRIX[v + y] as number);
    }
  }
  for (let y = 0; y < 64; y += 8) {
    for (let x = 0; x < 8; x++) {
      let sum = 0;
      for (let u = 0; u < 8; u++) sum += (columns[y + u] as number) * (MATRIX[u * 8 + x] as number);
      // The matrix twice is 2²⁶; three bits of it stay.
      into[y + x] = Math.floor(sum / 0x800000 + 0.5);
    }
  }
}

/** Adds what one coefficient, in zigzag position z, contributes to the 64 samples of its block. */
export function addBasis(samples: Float64Array, z: number, value: number): void {
  const place = ZIGZAG[z] as number;
  const u = (place & 7) * 8;
  const v = (place >> 3) * 8;
  for (let i = 0; i < 64; i++) {
    const basis = (MATRIX[u + (i & 7)] as number) * (MATRIX[v + (i >> 3)] as number);
    samples[i] = (samples[i] as number) + (value * basis) / 0x4000000;
  }
}
