/**
 * A stream of 32-bit numbers from a 32-byte seed: sfc32 by Chris Doty-Humphrey (PractRand), in
 * integers only, so that a seed means the same on every machine.
 */
export function randomWords(seed: Uint8Array): () => number {
  const view = new DataView(seed.buffer, seed.byteOffset, 32);
  const word = (i: number) => view.getUint32(i * 4, true);
  let a = word(0);
  let b = word(1);
  let c = word(2);
  let counter = word(3);
  const next = () => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out >>> 0;
  };
  for (let i = 4; i < 8; i++) {
    a ^= word(i);
    for (let round = 0; round < 4; round++) next();
  }
  return next;
}
