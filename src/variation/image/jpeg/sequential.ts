import { damaged } from "../refusal.ts";
import { BitReader } from "./bit-reader.ts";
import type { CoefficientSource, Frame } from "./frame.ts";
import type { Scan, ScanComponent } from "./headers.ts";
import type { HuffmanDecoder } from "./huffman.ts";

/**
 * Reads one sequential block into 64 zeroed coefficients and returns its DC (T.81, F.2.2).
 *
 * @throws {ImageRefused} when a code is unknown or the block runs over its end.
 */
export function readBlock(
  reader: BitReader,
  dcTable: HuffmanDecoder,
  acTable: HuffmanDecoder,
  lastDc: number,
  into: Int16Array,
  offset: number,
): number {
  const dcSize = reader.symbol(dcTable);
  if (dcSize > 11) throw damaged("a DC difference is larger than can be");
  const dc = lastDc + reader.signed(dcSize);
  into[offset] = dc;
  for (let z = 1; z < 64; z++) {
    const symbol = reader.symbol(acTable);
    const size = symbol & 15;
    if (size === 0) {
      if (symbol !== 0xf0) break;
      z += 15;
      continue;
    }
    z += symbol >> 4;
    if (z > 63) throw damaged("a block has more than 64 coefficients");
    into[offset + z] = reader.signed(size);
  }
  return dc;
}

export function tablesOf(component: ScanComponent): { dc: HuffmanDecoder; ac: HuffmanDecoder } {
  const { dc, ac } = component;
  if (!dc || !ac) throw damaged("a Huffman table is missing");
  return { dc, ac };
}

/** Calls back before each unit of a scan where a restart marker stands. */
export function restarts(reader: BitReader, interval: number, reset: () => void): () => void {
  let left = interval;
  return () => {
    if (interval === 0) return;
    if (left === 0) {
      reader.restart();
      reset();
      left = interval;
    }
    left--;
  };
}

/** One interleaved sequential scan as a source that holds a single MCU in memory. */
export function streamSequential(
  bytes: Uint8Array,
  frame: Frame,
  icc: readonly Uint8Array[],
  scan: Scan,
): CoefficientSource {
  return {
    frame,
    icc,
    heldBytes: 0,
    *eachMcu(visit) {
      const reader = new BitReader(bytes, scan.dataAt);
      const dcs = new Int32Array(scan.components.length);
      const beforeUnit = restarts(reader, scan.restartInterval, () => dcs.fill(0));
      const parts = scan.components.map((part) => {
        const component = frame.components[part.index];
        return { ...tablesOf(part), blocks: component ? component.h * component.v : 0 };
      });
      const mcu = new Int16Array(frame.blocksPerMcu * 64);
      for (let unit = 1; unit <= frame.mcusWide * frame.mcusHigh; unit++) {
        beforeUnit();
        mcu.fill(0);
        let offset = 0;
        for (let c = 0; c < parts.length; c++) {
          const { dc, ac, blocks } = parts[c] as (typeof parts)[number];
          for (let b = 0; b < blocks; b++, offset += 64) {
            dcs[c] = readBlock(reader, dc, ac, dcs[c] as number, mcu, offset);
          }
        }
        visit(mcu);
        if (unit % frame.mcusWide === 0) yield;
      }
    },
  };
}
