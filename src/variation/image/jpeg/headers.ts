import { has, u16 } from "../probe/bytes.ts";
import { markerAt } from "../probe/jpeg.ts";
import { damaged, ImageRefused, truncated } from "../refusal.ts";
import { type Component, type Frame, frameOf } from "./frame.ts";
import { type HuffmanDecoder, huffmanDecoder } from "./huffman.ts";

/** A profile larger than this is not one that a picture needs. */
const MAX_ICC_BYTES = 1024 * 1024;

export type ScanComponent = {
  /** Which component of the frame. */
  readonly index: number;
  readonly dc: HuffmanDecoder | undefined;
  readonly ac: HuffmanDecoder | undefined;
};

/** The parameters of one scan (T.81, B.2.3). A sequential scan is spectral 0–63, bits 0 and 0. */
export type Scan = {
  readonly components: readonly ScanComponent[];
  readonly spectralStart: number;
  readonly spectralEnd: number;
  readonly bitHigh: number;
  readonly bitLow: number;
  readonly restartInterval: number;
  /** Offset of the first byte of entropy-coded data. */
  readonly dataAt: number;
};

/** Walks the markers of a JPEG that the probe has accepted, keeping what later scans refer to. */
export class JpegHeaders {
  readonly bytes: Uint8Array;
  readonly icc: Uint8Array[] = [];
  progressive = false;
  private at = 2;
  private iccBytes = 0;
  private restartInterval = 0;
  private size = { width: 0, height: 0 };
  private specs: { id: number; h: number; v: number; table: number }[] = [];
  private readonly quantisers = new Map<number, Uint16Array>();
  private readonly huffman = new Map<number, HuffmanDecoder>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The next scan, or `undefined` at the end of the picture. Continue with `resume`. */
  nextScan(): Scan | undefined {
    for (;;) {
      const { code, end } = markerAt(this.bytes, this.at);
      this.at = end;
      if (code === 0xd9) return undefined;
      if (code < 0xc0 || (code >= 0xd0 && code <= 0xd7)) continue;
      const length = u16(this.bytes, this.at, "a header");
      const body = this.bytes.subarray(this.at + 2, this.at + length);
      this.at += length;
      if (code === 0xda) return this.readScan(body);
      this.readTable(code, body);
    }
  }

  /** Goes on after a scan whose data ended at or before `at`. */
  resume(at: number): void {
    let next = this.bytes.indexOf(0xff, at);
    while (next >= 0) {
      const code = this.bytes[next + 1] as number;
      if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) break;
      next = this.bytes.indexOf(0xff, next + 1);
    }
    if (next < 0) throw truncated("the picture");
    this.at = next;
  }

  /** The frame, with the quantisers known so far. */
  frame(): Frame {
    const { width, height } = this.size;
    const [luma, ...colours] = this.specs.map(({ h, v, table }): Component => {
      const quantiser = this.quantisers.get(table);
      if (!quantiser) throw damaged("a quantisation table is missing");
      return { h, v, quantiser };
    });
    if (!luma) throw damaged("it has no colour channel");
    const frame = frameOf(width, height, [luma, ...colours]);
    if (luma.h * 8 !== frame.mcuWidth || luma.v * 8 !== frame.mcuHeight) {
      throw new ImageRefused(
        "image-coding-unsupported",
        "This JPEG stores colour finer than brightness. Save it as an ordinary JPEG.",
      );
    }
    if (frame.blocksPerMcu > 10) throw damaged("its MCUs are larger than the standard allows");
    return frame;
  }

  private readTable(code: number, body: Uint8Array): void {
    if (code === 0xdb) this.readQuantisers(body);
    else if (code === 0xc4) this.readHuffman(body);
    else if (code === 0xdd) this.restartInterval = u16(body, 0, "a header");
    else if (code >= 0xc0 && code <= 0xc2) this.readFrame(code, body);
    else if (code === 0xe2 && has(body, 0, "ICC_PROFILE\0")) {
      this.iccBytes += body.length;
      this.icc.push(body);
      if (this.iccBytes > MAX_ICC_BYTES) this.icc.length = 0;
    }
  }

  private readQuantisers(body: Uint8Array): void {
    for (let at = 0; at < body.length; ) {
      const head = body[at++] as number;
      const wide = head >> 4 === 1;
      const table = new Uint16Array(64);
      for (let z = 0; z < 64; z++) {
        const value = wide ? u16(body, at, "a table") : body[at];
        if (!value) throw damaged("a quantisation table has a step of 0 or ends early");
        table[z] = Math.min(value, 255);
        at += wide ? 2 : 1;
        if (value > 255) throw damaged("a quantisation step is larger than 8-bit pictures have");
      }
      this.quantisers.set(head & 15, table);
    }
  }

  private readHuffman(body: Uint8Array): void {
    for (let at = 0; at < body.length; ) {
      const id = body[at] as number;
      const counts = body.subarray(at + 1, at + 17);
      const total = counts.reduce((sum, count) => sum + count, 0);
      const symbols = body.subarray(at + 17, at + 17 + total);
      if (counts.length < 16 || symbols.length < total || total > 256) {
        throw damaged("a Huffman table ends early");
      }
      this.huffman.set(id, huffmanDecoder({ counts, symbols }));
      at += 17 + total;
    }
  }

  private readFrame(code: number, body: Uint8Array): void {
    this.progressive = code === 0xc2;
    this.size = { height: u16(body, 1, "a header"), width: u16(body, 3, "a header") };
    const count = body[5] as number;
    this.specs = Array.from({ length: count }, (_, i) => {
      const [id = 0, factors = 0, table = 0] = body.subarray(6 + i * 3, 9 + i * 3);
      const h = factors >> 4;
      const v = factors & 15;
      if (![1, 2, 4].includes(h) || ![1, 2, 4].includes(v)) {
        throw damaged("its colour sampling is not one that exists");
      }
      // One component alone is never interleaved: its factors have no effect (T.81, A.2.2).
      return count === 1 ? { id, h: 1, v: 1, table } : { id, h, v, table };
    });
  }

  private readScan(body: Uint8Array): Scan {
    const count = body[0] ?? 0;
    if (count < 1 || count > 4 || body.length < 4 + count * 2)
      throw damaged("a scan header is short");
    const components = Array.from({ length: count }, (_, i): ScanComponent => {
      const id = body[1 + i * 2];
      const tables = body[2 + i * 2] as number;
      const index = this.specs.findIndex((spec) => spec.id === id);
      if (index < 0) throw damaged("a scan names a component that does not exist");
      return {
        index,
        dc: this.huffman.get(tables >> 4),
        ac: this.huffman.get(16 + (tables & 15)),
      };
    });
    if (new Set(components.map(({ index }) => index)).size < count) {
      throw damaged("a scan names a component twice");
    }
    const [spectralStart = 0, spectralEnd = 63, bits = 0] = body.subarray(1 + count * 2);
    const scan = { components, restartInterval: this.restartInterval, dataAt: this.at };
    if (!this.progressive) {
      return { ...scan, spectralStart: 0, spectralEnd: 63, bitHigh: 0, bitLow: 0 };
    }
    const bitHigh = bits >> 4;
    const bitLow = bits & 15;
    const dcOnly = spectralStart === 0 && spectralEnd === 0;
    const acOnly = spectralStart > 0 && spectralEnd >= spectralStart && count === 1;
    const refines = bitHigh === 0 || bitHigh === bitLow + 1;
    if (!(dcOnly || acOnly) || spectralEnd > 63 || bitLow > 13 || !refines) {
      throw damaged("a scan asks for coefficients that do not exist");
    }
    return { ...scan, spectralStart, spectralEnd, bitHigh, bitLow };
  }
}
