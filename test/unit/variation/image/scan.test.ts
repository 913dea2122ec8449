import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBaseHeader } from "../../../../src/variation/image/base/format.ts";
import { baseFromJpeg, probeImage } from "../../../../src/variation/image/index.ts";
import { type ScanEdits, wholeFrame } from "../../../../src/variation/image/kernel/edits.ts";
import { editScan } from "../../../../src/variation/image/kernel/twin.ts";
import { concat } from "../../../../src/variation/image/vary/vary.ts";
import { unusualJpeg } from "./encode.ts";
import { newKernel } from "./kernel.ts";
import { grayJpeg, jpeg } from "./samples.ts";

const files = [
  await jpeg(150, 100),
  await jpeg(61, 47, { chromaSubsampling: "4:4:4", quality: 97 }),
  // Blocks that are full, so that no end of block follows.
  await jpeg(120, 88, { chromaSubsampling: "4:4:4", quality: 100 }),
  await grayJpeg(90, 33),
  unusualJpeg({ width: 90, height: 70, h: 2, v: 1 }),
  unusualJpeg({ width: 90, height: 70, h: 4, v: 1 }),
  await jpeg(700, 900, { quality: 98 }),
];
const bases = files.map((file) => {
  const { bytes } = baseFromJpeg(file, probeImage(file));
  const header = readBaseHeader(bytes);
  if (!header) throw new Error("A base has headers.");
  return { frame: header.frame, scan: bytes.subarray(header.scanAt) };
});
const kernel = newKernel();

/** How far brightness is moved, in steps: not at all, a little, so far that values reach their limits. */
const EDITS = [0, 8, 20, 900];

/** Edits that follow from a number alone, the same each time they are asked for. */
function editsFrom(seed: number, keep: ScanEdits["keep"], replacing: number): ScanEdits {
  return {
    keep,
    fillRow(row, { shifts, grains, composed }) {
      const next = numbersFrom(seed, row);
      for (let block = 0; block < grains.length; block++) {
        const most = EDITS[next() % EDITS.length] as number;
        shifts[block] = (next() % (2 * most + 1)) - most;
        grains[block] = (next() % 5) - 2;
      }
      for (let i = 0; i < composed.length; i++) composed[i] = next() % 100 < replacing ? 1 : 0;
    },
    compose(column, row, mcu, { shifts }) {
      const next = numbersFrom(seed + column, row);
      for (let i = 0; i < mcu.length; i++) {
        if (next() % 4 === 0) mcu[i] = (next() % 2047) - 1023;
      }
      mcu[0] = (mcu[0] as number) + (shifts[0] as number);
    },
  };
}

function numbersFrom(seed: number, row: number): () => number {
  let state = (seed ^ Math.imul(row + 1, 0x9e3779b1)) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
}

/** Through the kernel in pieces of a size. */
function throughKernel({ frame, scan }: (typeof bases)[number], edits: ScanEdits, piece: number) {
  const run = kernel.begin(frame, edits);
  const out: Uint8Array[] = [];
  for (let at = 0; at < scan.length; at += piece)
    out.push(...run.push(scan.subarray(at, at + piece)));
  return concat([...out, ...run.end()]);
}

describe("the compiled kernel", () => {
  test("agrees with its twin byte by byte, whatever is edited and however it is fed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bases),
        fc.integer(),
        fc.constantFrom(0, 10, 100),
        fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99)),
        fc.constantFrom(1000, 7777, 65536, 10_000_000),
        (base, seed, replacing, [a, b, c, d], piece) => {
          const { mcusWide, mcusHigh } = base.frame;
          const [left, right] = [a % mcusWide, b % mcusWide].sort((p, q) => p - q) as [
            number,
            number,
          ];
          const [top, bottom] = [c % mcusHigh, d % mcusHigh].sort((p, q) => p - q) as [
            number,
            number,
          ];
          const keep = { left, top, right: right + 1, bottom: bottom + 1 };
          const edits = editsFrom(seed, keep, replacing);
          const expected = editScan(base.scan, base.frame, edits);
          expect(Buffer.compare(throughKernel(base, edits, piece), expected)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("passes an unedited scan through unchanged", () => {
    for (const base of bases) {
      const edits: ScanEdits = {
        keep: wholeFrame(base.frame),
        fillRow: (_, row) => void row.shifts.fill(0),
        compose: () => undefined,
      };
      const out = throughKernel(base, edits, 4096);
      expect(Buffer.compare(out, base.scan.subarray(0, -2))).toBe(0);
    }
  });

  test("refuses a scan that is cut off or damaged, and works on after it", () => {
    const base = bases[0] as (typeof bases)[number];
    const edits = editsFrom(1, wholeFrame(base.frame), 0);
    const cut = { ...base, scan: base.scan.subarray(0, base.scan.length >> 1) };
    expect(() => throughKernel(cut, edits, 4096)).toThrow("damaged");
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 20_000 }), (scan) => {
        try {
          throughKernel({ ...base, scan }, edits, 4096);
        } catch (error) {
          expect(error).toMatchObject({ reason: "image-damaged" });
        }
      }),
    );
    const expected = editScan(base.scan, base.frame, edits);
    expect(Buffer.compare(throughKernel(base, edits, 4096), expected)).toBe(0);
  });

  test("stays far below the memory there is, at the widest picture", () => {
    const frame = { ...(bases[1] as (typeof bases)[number]).frame, mcusWide: 2048, mcusHigh: 1 };
    kernel.begin(frame, {
      keep: wholeFrame(frame),
      fillRow: () => undefined,
      compose: () => undefined,
    });
    expect(kernel.memoryBytes).toBeLessThanOrEqual(4 * 1024 * 1024);
  });
});
