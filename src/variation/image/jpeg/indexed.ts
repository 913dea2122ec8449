import type { Steps } from "../steps.ts";
import { BitReader } from "./bit-reader.ts";
import type { Frame, Mcu, McuStore } from "./frame.ts";
import type { Scan } from "./headers.ts";
import { readBlock, restarts, tablesOf } from "./sequential.ts";

/** What is kept of each MCU besides its place: the three predictions of DC. */
const DCS = 3;

/**
 * One interleaved sequential scan whose MCUs can be read in any order: where each of them begins is found
 * once, which takes 14 bytes an MCU, a twentieth of what its coefficients would.
 *
 * @throws {ImageRefused} where the scan is cut off or damaged.
 */
export function* indexedStore(bytes: Uint8Array, frame: Frame, scan: Scan): Steps<McuStore> {
  const total = frame.mcusWide * frame.mcusHigh;
  const places = new Uint32Array(total);
  const bits = new Uint32Array(total);
  const predictions = new Int16Array(total * DCS);
  const reader = new BitReader(bytes, scan.dataAt);
  const dcs = new Int32Array(DCS);
  const beforeUnit = restarts(reader, scan.restartInterval, () => dcs.fill(0));
  const parts = scan.components.map((part) => {
    const { h, v } = frame.components[part.index] ?? frame.components[0];
    return { ...tablesOf(part), blocks: h * v };
  });
  const readMcu = (into: Mcu) => {
    let offset = 0;
    for (let c = 0; c < parts.length; c++) {
      const { dc, ac, blocks } = parts[c] as (typeof parts)[number];
      for (let b = 0; b < blocks; b++, offset += 64) {
        dcs[c] = readBlock(reader, dc, ac, dcs[c] as number, into, offset);
      }
    }
  };
  const unused = new Int16Array(frame.blocksPerMcu * 64);
  for (let i = 0; i < total; i++) {
    beforeUnit();
    places[i] = reader.at;
    bits[i] = reader.ahead;
    predictions.set(dcs, i * DCS);
    readMcu(unused);
    if ((i + 1) % frame.mcusWide === 0) yield;
  }
  return {
    frame,
    heldBytes: total * (8 + 2 * DCS),
    read(index, into) {
      reader.seek(places[index] as number, bits[index] as number);
      for (let c = 0; c < DCS; c++) dcs[c] = predictions[index * DCS + c] as number;
      into.fill(0);
      readMcu(into);
    },
  };
}
