import { has, u32 } from "../probe/bytes.ts";
import { damaged } from "../refusal.ts";

/** What of a PNG that the probe has accepted is needed to decode it (PNG specification, 11.2 and 11.3). */
export type PngChunks = {
  readonly palette: Uint8Array;
  readonly transparency: Uint8Array | undefined;
  /** Offsets of the compressed data, one pair for each part of it. */
  readonly data: readonly (readonly [from: number, to: number])[];
};

export function readChunks(bytes: Uint8Array): PngChunks {
  let palette = new Uint8Array(0);
  let transparency: Uint8Array | undefined;
  const data: [number, number][] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const from = at + 8;
    const to = from + u32(bytes, at, "a chunk");
    if (has(bytes, at + 4, "PLTE")) palette = bytes.slice(from, to);
    else if (has(bytes, at + 4, "tRNS")) transparency = bytes.subarray(from, to);
    else if (has(bytes, at + 4, "IDAT")) data.push([from, to]);
    else if (has(bytes, at + 4, "IEND")) break;
    at = to + 4;
  }
  if (palette.length % 3 !== 0) throw damaged("its palette ends inside a colour");
  return { palette, transparency, data };
}
