import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaCdf, betaQuantile, lnBeta, lnGamma } from "../../../../src/insight/stats/beta.ts";

describe("the beta distribution", () => {
  test.each([
    [1, 0],
    [5, Math.log(24)],
    [0.5, Math.log(Math.sqrt(Math.PI))],
    [101, 363.73937555556347],
  ])("ln Γ(%d)", (x, value) => {
    expect(lnGamma(x)).toBeCloseTo(value, 9);
  });

  test("B(2, 3) is 1/12", () => {
    expect(Math.exp(lnBeta(2, 3))).toBeCloseTo(1 / 12, 12);
  });

  test.each([
    // Uniform, a polynomial, a symmetric one, and values of Beta(30, 90) and Beta(0.5, 0.5) in closed form.
    [0.3, 1, 1, 0.3],
    [0.3, 2, 1, 0.09],
    [0.5, 17, 17, 0.5],
    [0.25, 0.5, 0.5, (2 / Math.PI) * Math.asin(0.5)],
    [0.4, 3, 2, 4 * 0.4 ** 3 * 0.6 + 0.4 ** 4],
  ])("P(X ≤ %d) of Beta(%d, %d)", (x, a, b, share) => {
    expect(betaCdf(x, a, b)).toBeCloseTo(share, 10);
  });

  test("a share grows with its bound, and nothing lies outside 0 and 1", () => {
    const size = fc.double({ min: 0.2, max: 400, noNaN: true });
    const x = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(size, size, x, x, (a, b, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(betaCdf(low, a, b)).toBeLessThanOrEqual(betaCdf(high, a, b) + 1e-12);
        expect(betaCdf(0, a, b)).toBe(0);
        expect(betaCdf(1, a, b)).toBe(1);
      }),
    );
  });

  test("a quantile undoes a share", () => {
    const size = fc.double({ min: 0.5, max: 300, noNaN: true });
    fc.assert(
      fc.property(size, size, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, p) => {
        expect(betaCdf(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 5);
      }),
    );
  });
});
