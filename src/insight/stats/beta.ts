/** The beta distribution: how sure a rate is after a few trials. */

const LN_SQRT_2PI = 0.9189385332046727;

/** ln Γ(x) for x > 0: Stirling's series, after the recurrence has moved x to where it is exact to 1e-13. */
export function lnGamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < 12) {
    shift += Math.log(z);
    z += 1;
  }
  const r = 1 / (z * z);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680)))) / z;
  return (z - 0.5) * Math.log(z) - z + LN_SQRT_2PI + series - shift;
}

/** ln B(a, b) */
export function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}

/**
 * P(X ≤ x) for X ~ Beta(a, b): the continued fraction DLMF 8.17.22, evaluated from the front by
 * Lentz's method, on the side of the mean where it converges fast.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - lnBeta(a, b)) / a;
  let c = 1;
  let d = apart(1 - ((a + b) * x) / (a + 1));
  let fraction = 1 / d;
  d = fraction;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / apart(1 + even * d);
    c = apart(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / apart(1 + odd * d);
    c = apart(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-14) break;
  }
  return front * fraction;
}

/** Keeps a denominator of Lentz's method off zero. */
function apart(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** The x below which a share `p` of Beta(a, b) lies, to 1e-9, by halving. */
export function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (betaCdf(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
