import { Unzlib } from "fflate";
import { damaged, truncated } from "../refusal.ts";
import type { Steps } from "../steps.ts";
import type { PngChunks } from "./chunks.ts";

/** Compressed bytes taken at a time: at most a thousand times as many come out of them. */
const PORTION = 2048;

/**
 * Inflates a PNG's data and undoes the filters (PNG specification, 9.2). Each row is handed over without
 * its filter byte, in an array that is reused.
 *
 * @param rowBytes of a row without its filter byte.
 * @param pixelBytes of a whole pixel, at least 1.
 * @param visit false stops.
 */
export function* eachRow(
  bytes: Uint8Array,
  { data }: PngChunks,
  shape: { rows: number; rowBytes: number; pixelBytes: number },
  visit: (row: Uint8Array) => boolean | undefined,
): Steps {
  const { rows, rowBytes, pixelBytes } = shape;
  let above = new Uint8Array(rowBytes);
  let row = new Uint8Array(rowBytes);
  let filter = -1;
  let filled = 0;
  let left = rows;

  const take = (part: Uint8Array) => {
    for (let at = 0; at < part.length && left > 0; ) {
      if (filter < 0) {
        filter = part[at++] as number;
        continue;
      }
      const count = Math.min(part.length - at, rowBytes - filled);
      row.set(part.subarray(at, at + count), filled);
      at += count;
      filled += count;
      if (filled < rowBytes) return;
      undo(filter, row, above, pixelBytes);
      left = visit(row) === false ? 0 : left - 1;
      [above, row] = [row, above];
      filter = -1;
      filled = 0;
    }
  };
  const inflate = new Unzlib(take);
  for (const [from, to] of data) {
    for (let at = from; at < to && left > 0; at += PORTION) {
      try {
        inflate.push(bytes.subarray(at, Math.min(to, at + PORTION)));
      } catch (error) {
        if (error instanceof Error && error.name === "ImageRefused") throw error;
        throw damaged("its picture cannot be decoded");
      }
      yield;
    }
  }
  if (left > 0) throw truncated("the picture");
}

function undo(filter: number, row: Uint8Array, above: Uint8Array, pixelBytes: number): void {
  const length = row.length;
  if (filter === 0) return;
  if (filter === 1) {
    for (let i = pixelBytes; i < length; i++) {
      row[i] = (row[i] as number) + (row[i - pixelBytes] as number);
    }
  } else if (filter === 2) {
    for (let i = 0; i < length; i++) row[i] = (row[i] as number) + (above[i] as number);
  } else if (filter === 3) {
    for (let i = 0; i < length; i++) {
      const before = i < pixelBytes ? 0 : (row[i - pixelBytes] as number);
      row[i] = (row[i] as number) + ((before + (above[i] as number)) >> 1);
    }
  } else if (filter === 4) {
    for (let i = 0; i < length; i++) {
      const isFirst = i < pixelBytes;
      const a = isFirst ? 0 : (row[i - pixelBytes] as number);
      const c = isFirst ? 0 : (above[i - pixelBytes] as number);
      row[i] = (row[i] as number) + paeth(a, above[i] as number, c);
    }
  } else throw damaged("a row is filtered in a way that does not exist");
}

function paeth(a: number, b: number, c: number): number {
  const offA = Math.abs(b - c);
  const offB = Math.abs(a - c);
  const offC = Math.abs(a + b - 2 * c);
  if (offA <= offB && offA <= offC) return a;
  return offB <= offC ? b : c;
}
