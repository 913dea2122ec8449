import { BitWriter } from "../../../../src/variation/image/jpeg/bit-writer.ts";
import { transformBlock } from "../../../../src/variation/image/jpeg/dct.ts";
import { mcuWriter } from "../../../../src/variation/image/jpeg/encode.ts";
import { frameOf } from "../../../../src/variation/image/jpeg/frame.ts";
import { quantisers } from "../../../../src/variation/image/jpeg/tables.ts";
import { baselineHeaders, segment } from "../../../../src/variation/image/jpeg/write-headers.ts";
import { concat } from "../../../../src/variation/image/vary/vary.ts";

type Shape = { width: number; height: number; h: number; v: number; restartInterval?: number };

/** A JPEG in a form that the libraries at hand do not write: any sampling, restart markers. */
export function unusualJpeg({ width, height, h, v, restartInterval = 0 }: Shape): Uint8Array {
  const { luma, chroma } = quantisers(85);
  const frame = frameOf(width, height, [
    { h, v, quantiser: luma },
    { h: 1, v: 1, quantiser: chroma },
    { h: 1, v: 1, quantiser: chroma },
  ]);
  const headers = baselineHeaders(frame, [segment(0xdd, [0, restartInterval])]);
  const parts = [...headers];
  const total = frame.mcusWide * frame.mcusHigh;
  const perPart = restartInterval || total;
  const block = new Int16Array(64);
  for (let first = 0, part = 0; first < total; first += perPart, part++) {
    const writer = new BitWriter(1024);
    const write = mcuWriter(writer, frame);
    for (let i = first; i < Math.min(total, first + perPart); i++) {
      const mcu = new Int16Array(frame.blocksPerMcu * 64);
      for (let b = 0; b < frame.blocksPerMcu; b++) {
        const isLuma = b < h * v;
        for (let s = 0; s < 64; s++) {
          block[s] = isLuma
            ? ((i * 37 + b * 11 + s * 3) % 160) - 80
            : ((i * 13 + b * 50) % 120) - 60;
        }
        transformBlock(block, isLuma ? luma : chroma, mcu, b * 64);
      }
      write(mcu);
    }
    writer.align();
    parts.push(writer.finish().slice());
    if (first + perPart < total) parts.push(Uint8Array.of(0xff, 0xd0 + (part % 8)));
  }
  return concat([...parts, Uint8Array.of(0xff, 0xd9)]);
}
