import { type Component, type Frame, frameOf } from "../jpeg/frame.ts";
import { baselineHeaders, segment } from "../jpeg/write-headers.ts";
import { has } from "../probe/bytes.ts";
import { damaged } from "../refusal.ts";
import type { Headroom } from "./headroom.ts";

/**
 * A base is an ordinary upright baseline JPEG with the standard Huffman tables, one scan and no
 * restart markers. One private segment (APP9, "STARLING\0", version, hidesGrains, columns, rows,
 * down, up) holds its headroom; what is made from the base leaves that segment out. The
 * step of its luma DC is 1.
 */
export const BASE_VERSION = 2;
const APP2 = 0xe2;
const APP9 = 0xe9;
const NAME = Array.from("STARLING\0", (letter) => letter.charCodeAt(0));

export type BaseHeader = {
  readonly frame: Frame;
  readonly headroom: Headroom;
  readonly icc: readonly Uint8Array[];
  /** Offset of the first byte of the scan. */
  readonly scanAt: number;
};

export function headroomSegment(headroom: Headroom): Uint8Array {
  const { columns, rows, down, up, hidesGrains } = headroom;
  return segment(APP9, [...NAME, BASE_VERSION, hidesGrains ? 1 : 0, columns, rows, ...down, ...up]);
}

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
  let headroom: Headroom | undefined;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const [mark, code, high = 0, low = 0] = bytes.subarray(at, at + 4);
    if (mark !== 0xff) notABase();
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) return undefined;
    const body = bytes.subarray(at + 4, end);
    if (code === APP2) icc.push(body);
    else if (code === APP9) headroom = readHeadroom(body);
    else if (code === 0xdb) quantisers.push(Uint16Array.from(body.subarray(1)));
    else if (code === 0xc0) frame = readFrame(body, quantisers);
    else if (code === 0xda) {
      if (!frame || !headroom) notABase();
      return { frame, headroom, icc, scanAt: end };
    }
    at = end;
  }
  return undefined;
}

function notABase(): never {
  throw damaged("it is not a base that this version has made");
}

function readHeadroom(body: Uint8Array): Headroom {
  if (!has(body, 0, "STARLING\0") || body[9] !== BASE_VERSION) notABase();
  const [hidesGrains = 0, columns = 0, rows = 0] = body.subarray(10, 13);
  const nodes = columns * rows;
  if (nodes === 0 || body.length !== 13 + 2 * nodes) notABase();
  return {
    columns,
    rows,
    down: body.slice(13, 13 + nodes),
    up: body.slice(13 + nodes),
    hidesGrains: hidesGrains !== 0,
  };
}

function readFrame(body: Uint8Array, quantisers: readonly Uint16Array[]): Frame {
  const [, h1 = 0, h0 = 0, w1 = 0, w0 = 0, count = 0] = body;
  const components = Array.from({ length: count }, (_, i): Component => {
    const [, factors = 0x11, table = 0] = body.subarray(6 + i * 3);
    const quantiser = quantisers[table];
    const [h, v] = [factors >> 4, factors & 15];
    if (quantiser?.length !== 64 || h < 1 || h > 4 || v < 1 || v > 4) notABase();
    return { h, v, quantiser };
  });
  const [luma] = components;
  const isLargest = components.every(({ h, v }) => luma && h <= luma.h && v <= luma.v);
  if (w1 + w0 === 0 || h1 + h0 === 0 || !luma || !isLargest) notABase();
  return frameOf(w1 * 256 + w0, h1 * 256 + h0, components);
}
