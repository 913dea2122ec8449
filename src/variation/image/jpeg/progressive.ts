import { damaged } from "../refusal.ts";
import type { BitReader } from "./bit-reader.ts";
import type { Scan } from "./headers.ts";
import type { HuffmanDecoder } from "./huffman.ts";

type Reader = {
  /** Reads what this scan adds to the block of scan component `c` at `offset`. */
  read(c: number, into: Int16Array, offset: number): void;
  /** Forgets predictions and the run of empty blocks, as a restart marker asks for. */
  reset(): void;
};

/** The four kinds of progressive scan (T.81, annex G). */
export function progressiveBlockReader(reader: BitReader, scan: Scan): Reader {
  const refines = scan.bitHigh > 0;
  if (scan.spectralStart === 0) return refines ? refineDc(reader, scan) : firstDc(reader, scan);
  return refines ? refineAc(reader, scan) : firstAc(reader, scan);
}

function firstDc(reader: BitReader, { components, bitLow }: Scan): Reader {
  const tables = components.map(({ dc }) => present(dc));
  const dcs = new Int32Array(tables.length);
  return {
    read(c, into, offset) {
      const size = reader.symbol(tables[c] as HuffmanDecoder);
      if (size > 11) throw damaged("a DC difference is larger than can be");
      dcs[c] = (dcs[c] as number) + reader.signed(size);
      into[offset] = (dcs[c] as number) << bitLow;
    },
    reset: () => dcs.fill(0),
  };
}

function refineDc(reader: BitReader, { bitLow }: Scan): Reader {
  return {
    read(_c, into, offset) {
      if (reader.bits(1)) into[offset] = (into[offset] as number) | (1 << bitLow);
    },
    reset: () => undefined,
  };
}

function firstAc(reader: BitReader, scan: Scan): Reader {
  const { spectralStart, spectralEnd, bitLow } = scan;
  const table = present(scan.components[0]?.ac);
  let emptyBlocks = 0;
  return {
    read(_c, into, offset) {
      if (emptyBlocks > 0) {
        emptyBlocks--;
        return;
      }
      for (let z = spectralStart; z <= spectralEnd; z++) {
        const symbol = reader.symbol(table);
        const run = symbol >> 4;
        const size = symbol & 15;
        if (size === 0 && run < 15) {
          emptyBlocks = (1 << run) + reader.bits(run) - 1;
          return;
        }
        z += run;
        if (size === 0) continue;
        if (z > spectralEnd) throw damaged("a block has more than 64 coefficients");
        into[offset + z] = reader.signed(size) << bitLow;
      }
    },
    reset: () => {
      emptyBlocks = 0;
    },
  };
}

function refineAc(reader: BitReader, scan: Scan): Reader {
  const { spectralStart, spectralEnd, bitLow } = scan;
  const table = present(scan.components[0]?.ac);
  const step = 1 << bitLow;
  let emptyBlocks = 0;

  /** One correction bit for a coefficient that is known not to be zero. */
  const correct = (into: Int16Array, at: number) => {
    const value = into[at] as number;
    if (reader.bits(1) && (Math.abs(value) & step) === 0) {
      into[at] = value > 0 ? value + step : value - step;
    }
  };

  return {
    read(_c, into, offset) {
      let z = spectralStart;
      while (emptyBlocks === 0 && z <= spectralEnd) {
        const symbol = reader.symbol(table);
        let run = symbol >> 4;
        const size = symbol & 15;
        if (size > 1) throw damaged("a refinement is larger than one bit");
        if (size === 0 && run < 15) {
          emptyBlocks = (1 << run) + reader.bits(run);
          break;
        }
        const added = size === 0 ? 0 : reader.bits(1) ? step : -step;
        for (; z <= spectralEnd; z++) {
          if (into[offset + z] !== 0) correct(into, offset + z);
          else if (run-- === 0) break;
        }
        if (added !== 0) {
          if (z > spectralEnd) throw damaged("a block has more than 64 coefficients");
          into[offset + z] = added;
        }
        z++;
      }
      if (emptyBlocks === 0) return;
      for (; z <= spectralEnd; z++) {
        if (into[offset + z] !== 0) correct(into, offset + z);
      }
      emptyBlocks--;
    },
    reset: () => {
      emptyBlocks = 0;
    },
  };
}

function present(table: HuffmanDecoder | undefined): HuffmanDecoder {
  if (!table) throw damaged("a Huffman table is missing");
  return table;
}
