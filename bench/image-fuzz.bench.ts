/**
 * Damaged uploads for a minute, or for STARLING_FUZZ_SECONDS: each is taken or refused with a reason.
 * Anything else ends the run with the seed that shows it.
 */
import { readFileSync } from "node:fs";
import sharp from "sharp";
import { photonCodecOf } from "../src/integrations/photon-codec.ts";
import { ImageRefused, makeBase, varyImage } from "../src/variation/image/index.ts";
import { newKernel, seedOf } from "./image/kernel.ts";
import type { Measurement } from "./measure.ts";

type Outcome = "taken" | "refused";

const kernel = newKernel();
const photon = "../src/generated/photon.wasm";
const codec = photonCodecOf(new WebAssembly.Module(readFileSync(new URL(photon, import.meta.url))));

async function samples(): Promise<Uint8Array[]> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="97" height="61"><rect width="97" height="61" fill="#cde"/><circle cx="40" cy="30" r="22" fill="#a33"/></svg>`;
  const image = () => sharp(Buffer.from(svg));
  const files = [
    image().flatten().jpeg(),
    image().flatten().jpeg({ progressive: true }),
    image().flatten().jpeg({ chromaSubsampling: "4:4:4", mozjpeg: true }),
    image().flatten().withMetadata({ orientation: 6 }).jpeg(),
    image().flatten().toColourspace("b-w").jpeg(),
    image().png(),
    image().png({ progressive: true, palette: true }),
    image().webp(),
    image().webp({ lossless: true }),
  ];
  return await Promise.all(files.map(async (file) => new Uint8Array(await file.toBuffer())));
}

/** Flips bits, overwrites, cuts out, doubles and cuts off, as the numbers say. */
function damage(file: Uint8Array, next: () => number): Uint8Array {
  let bytes = file.slice();
  for (let left = 1 + (next() % 4); left > 0 && bytes.length > 8; left--) {
    const at = next() % bytes.length;
    const length = 1 + (next() % 12);
    const kind = next() % 5;
    if (kind === 0) bytes[at] = (bytes[at] as number) ^ (1 << (next() & 7));
    else if (kind === 1) bytes[at] = next() & 255;
    else if (kind === 2)
      bytes = Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + length));
    else if (kind === 3)
      bytes.copyWithin(at, next() % bytes.length, (next() % bytes.length) + length);
    else if (next() % 8 === 0) bytes = bytes.slice(0, at);
  }
  return bytes;
}

function attempt(bytes: Uint8Array): Outcome {
  try {
    const base = makeBase(bytes, codec);
    varyImage(kernel, base.bytes, { seed: seedOf(1) });
    return "taken";
  } catch (error) {
    if (error instanceof ImageRefused) return "refused";
    throw error;
  }
}

export async function bench(): Promise<Measurement[]> {
  const files = await samples();
  const counts = { taken: 0, refused: 0 };
  const end = performance.now() + Number(process.env.STARLING_FUZZ_SECONDS ?? 60) * 1000;
  let slowest = 0;
  for (let seed = 1; performance.now() < end; seed++) {
    let state = Math.imul(seed, 0x9e3779b1) >>> 0;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 9;
    };
    const file = files[next() % files.length] as Uint8Array;
    const begun = performance.now();
    try {
      counts[attempt(damage(file, next))]++;
    } catch (error) {
      throw new Error(`Seed ${seed} is neither taken nor refused.`, { cause: error });
    }
    slowest = Math.max(slowest, performance.now() - begun);
  }
  return [
    { what: "damaged files taken", value: counts.taken, unit: "" },
    { what: "damaged files refused with a reason", value: counts.refused, unit: "" },
    { what: "slowest", value: slowest, unit: "ms" },
  ];
}
