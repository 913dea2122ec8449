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
 * @param samples 64 samples −128…127, row by row.
 * @param into receives 64 coefficients in zigzag order at `offset`.
 */
export function transformBlock(
  samples: Int16Array,
  quantiser: Uint16Array,
  into: Int16Array,
  offset: number,
): void {
  for (let y = 0; y < 8; y++) {
    for (let u = 0; u < 8; u++) {
      let sum = 512;
      for (let x = 0; x < 8; x++) {
        sum += (samples[y * 8 + x] as number) * (MATRIX[u * 8 + x] as number);
      }
      rows[y * 8 + u] = sum >> 10;
    }
  }
  for (let z = 0; z < 64; z++) {
    const place = ZIGZAG[z] as number;
    const u = place & 7;
    const v = place >> 3;
    let sum = 4096;
    for (let y = 0; y < 8; y++) {
      sum += (rows[y * 8 + u] as number) * (MATRIX[v * 8 + y] as number);
    }
    const eighths = sum >> 13;
    const step = (quantiser[z] as number) * 8;
    const size = Math.floor((Math.abs(eighths) + step / 2) / step);
    into[offset + z] = eighths < 0 ? -size : size;
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
