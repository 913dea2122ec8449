import { damaged } from "../refusal.ts";
import type { Steps } from "../steps.ts";
import { BitReader } from "./bit-reader.ts";
import type { Frame } from "./frame.ts";
import type { JpegHeaders, Scan } from "./headers.ts";
import type { Plane } from "./planes.ts";
import { progressiveBlockReader } from "./progressive.ts";
import { readBlock, restarts, tablesOf } from "./sequential.ts";

/** Reads one block of component `c` at an offset into its plane. */
type BlockReader = (c: number, into: Int16Array, offset: number) => void;

/** Decodes every scan of a picture into planes: progressive, or one component a scan. */
export function* bufferScans(
  headers: JpegHeaders,
  first: Scan,
  frame: Frame,
  planes: readonly Plane[],
): Steps {
  const seen = new Set<number>();
  for (let scan: Scan | undefined = first; scan; scan = headers.nextScan()) {
    const reader = new BitReader(headers.bytes, scan.dataAt);
    yield* decodeScan(reader, scan, frame, planes, headers.progressive);
    for (const { index } of scan.components) seen.add(index);
    headers.resume(reader.at);
  }
  if (seen.size < frame.components.length) throw damaged("a colour channel is missing");
}

function* decodeScan(
  reader: BitReader,
  scan: Scan,
  frame: Frame,
  planes: readonly Plane[],
  progressive: boolean,
): Steps {
  const decoder = progressive
    ? progressiveBlockReader(reader, scan)
    : sequentialBlockReader(reader, scan);
  const beforeUnit = restarts(reader, scan.restartInterval, decoder.reset);
  const [only] = scan.components;
  if (only && scan.components.length === 1) {
    const { coefficients, stride, blocksWide, blocksHigh } = planes[only.index] as Plane;
    for (let y = 0; y < blocksHigh; y++) {
      for (let x = 0; x < blocksWide; x++) {
        beforeUnit();
        decoder.read(0, coefficients, (y * stride + x) * 64);
      }
      yield;
    }
    return;
  }
  const parts = scan.components.map(({ index }) => ({
    ...(planes[index] as Plane),
    h: frame.components[index]?.h ?? 1,
    v: frame.components[index]?.v ?? 1,
  }));
  for (let my = 0; my < frame.mcusHigh; my++) {
    for (let mx = 0; mx < frame.mcusWide; mx++) {
      beforeUnit();
      for (let c = 0; c < parts.length; c++) {
        const { coefficients, stride, h, v } = parts[c] as (typeof parts)[number];
        for (let b = 0; b < h * v; b++) {
          const y = my * v + Math.floor(b / h);
          decoder.read(c, coefficients, (y * stride + mx * h + (b % h)) * 64);
        }
      }
    }
    yield;
  }
}

function sequentialBlockReader(
  reader: BitReader,
  scan: Scan,
): { read: BlockReader; reset: () => void } {
  const tables = scan.components.map(tablesOf);
  const dcs = new Int32Array(tables.length);
  return {
    read(c, into, offset) {
      const { dc, ac } = tables[c] as (typeof tables)[number];
      into.fill(0, offset, offset + 64);
      dcs[c] = readBlock(reader, dc, ac, dcs[c] as number, into, offset);
    },
    reset: () => dcs.fill(0),
  };
}
