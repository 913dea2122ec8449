/** Made-up trees, for tests of what is measured on them. */
import fc from "fast-check";

/** Node 0 the root, all others its children. */
export function star(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, node) => (node === 0 ? -1 : 0));
}

/** Each node the only child of the one before. */
export function chain(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, node) => node - 1);
}

/** Any tree of up to so many nodes, every node after its parent. */
export function trees(maxSize: number): fc.Arbitrary<Int32Array> {
  return fc
    .array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      maxLength: maxSize - 1,
    })
    .map((draws) => Int32Array.from([-1, ...draws.map((draw, at) => Math.floor(draw * (at + 1)))]));
}
