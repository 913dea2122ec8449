import { type Component, type Frame, frameOf } from "../jpeg/frame.ts";
import { baselineHeaders, segment } from "../jpeg/write-headers.ts";
import { damaged } from "../refusal.ts";
import { type Measured, readOwnSegment } from "./own-segment.ts";

/**
 * A base is an ordinary upright baseline JPEG with the standard Huffman tables, one scan and no
 * restart markers. One private segment holds what was measured; what is made from the base leaves that
 * segment out. The step of its luma DC is 1.
 */
const APP2 = 0xe2;
const APP9 = 0xe9;

export type BaseHeader = Measured & {
  readonly frame: Frame;
  readonly icc: readonly Uint8Array[];
  /** Offset of the first byte of the scan. */
  readonly scanAt: number;
};

export function iccSegments(icc: readonly Uint8Array[]): Uint8Array[] {
  return icc.map((body) => segment(APP2, body));
}

/** The headers of a picture made from a base. */
export function variantHeaders(frame: Frame, icc: readonly Uint8Array[]): Uint8Array[] {
  return baselineHeaders(frame, iccSegments(icc));
}

/**
 * Reads the headers of a base from its first bytes.
 *
 * @returns `undefined` while `bytes` does not reach the scan yet.
 * @throws {ImageRefused} `image-damaged` when this is not a base.
 */
export function readBaseHeader(bytes: Uint8Array): BaseHeader | undefined {
  const quantisers: Uint16Array[] = [];
  const icc: Uint8Array[] = [];
  let frame: Frame | undefined;
  let measured: ReturnType<typeof readOwnSegment>;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const [mark, code, high = 0, low = 0] = bytes.subarray(at, at + 4);
    if (mark !== 0xff) notABase();
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) return undefined;
    const body = bytes.subarray(at + 4, end);
    if (code === APP2) icc.push(body);
    else if (code === APP9) measured = readOwnSegment(body);
    else if (code === 0xdb) quantisers.push(Uint16Array.from(body.subarray(1)));
    else if (code === 0xc0) frame = readFrame(body, quantisers);
    else if (code === 0xda) {
      if (!frame || !measured) notABase();
      return { frame, ...measured(frame), icc, scanAt: end };
    }
    at = end;
  }
  return undefined;
}

function notABase(): never {
  throw damaged("it is not a base that this version has made");
}

function readFrame(body: Uint8Array, quantisers: readonly Uint16Array[]): Frame {
  const [, h1 = 0, h0 = 0, w1 = 0, w0 = 0, count = 0] = body;
  const [luma, ...colours] = Array.from({ length: count }, (_, i): Component => {
    const [, factors = 0x11, table = 0] = body.subarray(6 + i * 3);
    const quantiser = quantisers[table];
    const [h, v] = [factors >> 4, factors & 15];
    if (quantiser?.length !== 64 || h < 1 || h > 4 || v < 1 || v > 4) notABase();
    return { h, v, quantiser };
  });
  const isLargest = colours.every(({ h, v }) => luma && h <= luma.h && v <= luma.v);
  if (w1 + w0 === 0 || h1 + h0 === 0 || !luma || !isLargest) notABase();
  const frame = frameOf(w1 * 256 + w0, h1 * 256 + h0, [luma, ...colours]);
  // The kernel makes room for no more (T.81, B.2.3 has this limit of blocks too).
  if ((count !== 1 && count !== 3) || frame.blocksPerMcu > 10) notABase();
  return frame;
}
