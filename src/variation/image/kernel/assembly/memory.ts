/** Where everything lies. Nothing is allocated while a picture runs through. */

export const INPUT_BYTES: i32 = 256 * 1024;
export const OUTPUT_BYTES: i32 = 256 * 1024;
/** More than one MCU can take: 10 blocks of 64 longest codes, every byte stuffed, and look-ahead. */
export const MCU_BYTES: i32 = 8 * 1024;

/** Four Huffman tables as they stand in a DHT segment: 16 counts, then up to 256 symbols. */
export const SPEC_BYTES: i32 = 16 + 256;

const PAGE: i32 = 64 * 1024;
const start = (<i32>__heap_base + 15) & ~15;

export const specs: usize = start;
export const tables: usize = specs + 4 * SPEC_BYTES;
/** What of the next bits is answered by several codes at once. */
export const SEVERAL_BITS: u32 = 12;
/**
 * Per table: 1,024 and 65,536 answers of 2 bytes, a code (2) and a length (1) per symbol, then answers of 2
 * bytes for several codes.
 */
export const TABLE_BYTES: i32 = 2 * 1024 + 2 * 65536 + 3 * 256 + (2 << <i32>SEVERAL_BITS);
export const input: usize = (tables + 4 * TABLE_BYTES + 15) & ~15;
export const output: usize = input + INPUT_BYTES;
/** What one row of MCUs is told to do: these follow one another, sized by `layRow`. */
export const shifts: usize = output + OUTPUT_BYTES;
export let grains: usize = 0;
export let composed: usize = 0;
/** The blocks of one MCU that the host changes, 128 bytes each. */
export let mcu: usize = 0;

/** Makes room for one row's edits; grows the memory where the picture is wide. */
export function layRow(lumaBlocks: i32, mcusWide: i32, blocksPerMcu: i32): bool {
  grains = (shifts + 2 * lumaBlocks + 15) & ~15;
  composed = (grains + lumaBlocks + 15) & ~15;
  mcu = (composed + mcusWide + 15) & ~15;
  return reach(<i32>mcu + blocksPerMcu * 128);
}

/** Makes room for everything before the row's edits. */
export function reserve(): bool {
  return reach(<i32>shifts);
}

function reach(end: i32): bool {
  const pages = (end + PAGE - 1) / PAGE - memory.size();
  return pages <= 0 || memory.grow(pages) >= 0;
}
