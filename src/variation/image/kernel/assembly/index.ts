/**
 * Copies a baseline scan with the standard Huffman tables, editing on the way: brightness is
 * shifted by moving the DC of luma, MCUs are given to the host to be changed or left
 * out, everything else is passed on as bits. Works through fixed buffers, one row of MCUs at a time.
 */
import { bytesLeft, overran, resetReader, rewind, setInputEnd } from "./bit-reader";
import { bytesWritten, emptyOutput, finishWriter, resetWriter } from "./bit-writer";
import { NO_CODE, isEven, passAc, readAc, readDc, writeAc, writeDc } from "./block";
import { CHROMA_AC, CHROMA_DC, LUMA_AC, LUMA_DC, buildTables, table } from "./huffman";
import {
  INPUT_BYTES, MCU_BYTES, OUTPUT_BYTES, composed, grains, input, layRow, mcu, output, reserve, shifts,
  specs,
} from "./memory";

/** What `run` stopped for. */
const NEEDS_INPUT: i32 = 0;
const OUTPUT_FULL: i32 = 1;
const ROW_DONE: i32 = 2;
const DONE: i32 = 3;
const MCU_READ: i32 = 4;
const DAMAGED: i32 = -1;
const NO_MEMORY: i32 = -2;

let components: i32 = 0;
let lumaWide: i32 = 0;
let lumaHigh: i32 = 0;
let blocks1: i32 = 0;
let blocks2: i32 = 0;
let blocksPerMcu: i32 = 0;
let mcusWide: i32 = 0;
let mcusHigh: i32 = 0;
let left: i32 = 0;
let top: i32 = 0;
let right: i32 = 0;
let bottom: i32 = 0;

let mcuX: i32 = 0;
let mcuY: i32 = 0;
let readDc0: i32 = 0;
let readDc1: i32 = 0;
let readDc2: i32 = 0;
let wroteDc0: i32 = 0;
let wroteDc1: i32 = 0;
let wroteDc2: i32 = 0;
/** Whether the host has an MCU that is to be written next. */
let isWithHost: bool = false;

/** Where the host lays the Huffman specifications before `prepare`; 0 when there is no memory. */
export function specsAt(): usize {
  return reserve() ? specs : 0;
}

export function inputAt(): usize { return input; }
export function outputAt(): usize { return output; }
export function shiftsAt(): usize { return shifts; }
export function grainsAt(): usize { return grains; }
export function composedAt(): usize { return composed; }
export function mcuAt(): usize { return mcu; }
/** Which MCU of its row the host was given. */
export function column(): i32 { return mcuX; }
export function inputBytes(): i32 { return INPUT_BYTES; }

/** Builds the Huffman tables from the specifications laid at `specsAt`. Once per instance. */
export function prepare(): void {
  buildTables();
}

/** Starts a picture. The rectangle is what is kept, in MCUs, right and bottom excluded. */
export function begin(
  count: i32, wide: i32, high: i32, second: i32, third: i32, across: i32, down: i32,
  fromX: i32, fromY: i32, toX: i32, toY: i32,
): i32 {
  components = count;
  lumaWide = wide;
  lumaHigh = high;
  blocks1 = second;
  blocks2 = third;
  blocksPerMcu = wide * high + second + third;
  mcusWide = across;
  mcusHigh = down;
  left = fromX;
  top = fromY;
  right = toX;
  bottom = toY;
  mcuX = 0;
  mcuY = 0;
  isWithHost = false;
  readDc0 = readDc1 = readDc2 = wroteDc0 = wroteDc1 = wroteDc2 = 0;
  resetReader();
  resetWriter();
  return layRow(lumaWide * lumaHigh * mcusWide, mcusWide, blocksPerMcu) ? NEEDS_INPUT : NO_MEMORY;
}

/** Takes back the input that was used; the host moves what is left to the start of the buffer. */
export function takeInput(): i32 {
  return rewind();
}

/** How much output there is; the host copies it before the next call of `run`. */
export function takeOutput(): i32 {
  const bytes = bytesWritten();
  emptyOutput();
  return bytes;
}

/** Works until something is needed from the host. `last` says that no more input follows. */
export function run(filled: i32, last: bool): i32 {
  setInputEnd(filled);
  while (true) {
    if (isWithHost) {
      writeMcu();
      isWithHost = false;
    } else {
      if (!last && bytesLeft() < MCU_BYTES) return NEEDS_INPUT;
      if (bytesWritten() > OUTPUT_BYTES - MCU_BYTES) return OUTPUT_FULL;
      const kept = mcuX >= left && mcuX < right && mcuY >= top && mcuY < bottom;
      isWithHost = kept && load<u8>(composed + mcuX) != 0;
      const isRead = isWithHost ? readMcu() : passMcu(kept);
      if (!isRead || overran()) return DAMAGED;
      if (isWithHost) return MCU_READ;
    }
    if (++mcuX < mcusWide) continue;
    mcuX = 0;
    if (++mcuY < mcusHigh) return ROW_DONE;
    finishWriter();
    return DONE;
  }
}

/** Passes an MCU on, its brightness shifted, or leaves it out. */
function passMcu(kept: bool): bool {
  const dc = table(LUMA_DC);
  const ac = table(LUMA_AC);
  for (let y = 0; y < lumaHigh; y++) {
    const first = (y * mcusWide + mcuX) * lumaWide;
    for (let x = 0; x < lumaWide; x++) {
      const difference = readDc(dc);
      if (difference == NO_CODE) return false;
      readDc0 += difference;
      if (kept) {
        const grain: i32 = load<i8>(grains + first + x);
        let value = readDc0 + <i32>load<i16>(shifts + ((first + x) << 1));
        if (grain != 0 && isEven(ac)) value += grain;
        value = limit(value);
        writeDc(dc, value - wroteDc0);
        wroteDc0 = value;
      }
      if (!passAc(ac, kept)) return false;
    }
  }
  if (components == 1) return true;
  for (let i = 0; i < blocks1; i++) {
    const difference = readDc(table(CHROMA_DC));
    if (difference == NO_CODE) return false;
    readDc1 += difference;
    if (kept) {
      writeDc(table(CHROMA_DC), readDc1 - wroteDc1);
      wroteDc1 = readDc1;
    }
    if (!passAc(table(CHROMA_AC), kept)) return false;
  }
  for (let i = 0; i < blocks2; i++) {
    const difference = readDc(table(CHROMA_DC));
    if (difference == NO_CODE) return false;
    readDc2 += difference;
    if (kept) {
      writeDc(table(CHROMA_DC), readDc2 - wroteDc2);
      wroteDc2 = readDc2;
    }
    if (!passAc(table(CHROMA_AC), kept)) return false;
  }
  return true;
}

/** Reads an MCU to its coefficients. */
function readMcu(): bool {
  let block = mcu;
  for (let i = 0; i < lumaWide * lumaHigh; i++, block += 128) {
    const difference = readDc(table(LUMA_DC));
    if (difference == NO_CODE) return false;
    readDc0 += difference;
    store<i16>(block, <i16>readDc0);
    if (!readAc(table(LUMA_AC), block)) return false;
  }
  for (let i = 0; i < blocks1; i++, block += 128) {
    const difference = readDc(table(CHROMA_DC));
    if (difference == NO_CODE) return false;
    readDc1 += difference;
    store<i16>(block, <i16>readDc1);
    if (!readAc(table(CHROMA_AC), block)) return false;
  }
  for (let i = 0; i < blocks2; i++, block += 128) {
    const difference = readDc(table(CHROMA_DC));
    if (difference == NO_CODE) return false;
    readDc2 += difference;
    store<i16>(block, <i16>readDc2);
    if (!readAc(table(CHROMA_AC), block)) return false;
  }
  return true;
}

/** Writes an MCU that the host has changed. */
function writeMcu(): void {
  let block = mcu;
  for (let i = 0; i < lumaWide * lumaHigh; i++, block += 128) {
    const value = limit(load<i16>(block));
    writeDc(table(LUMA_DC), value - wroteDc0);
    wroteDc0 = value;
    writeAc(table(LUMA_AC), block);
  }
  for (let i = 0; i < blocks1; i++, block += 128) {
    const value = limit(load<i16>(block));
    writeDc(table(CHROMA_DC), value - wroteDc1);
    wroteDc1 = value;
    writeAc(table(CHROMA_AC), block);
  }
  for (let i = 0; i < blocks2; i++, block += 128) {
    const value = limit(load<i16>(block));
    writeDc(table(CHROMA_DC), value - wroteDc2);
    wroteDc2 = value;
    writeAc(table(CHROMA_AC), block);
  }
}

/** Keeps a shifted DC within what 8-bit baseline coding has codes for. */
// @ts-ignore: decorator
@inline
function limit(dc: i32): i32 {
  return dc < -1024 ? -1024 : dc > 1023 ? 1023 : dc;
}
