import { BitWriter } from "../jpeg/bit-writer.ts";
import { mcuWriter } from "../jpeg/encode.ts";
import type { CoefficientSource, Component, Frame } from "../jpeg/frame.ts";
import { frameOf } from "../jpeg/frame.ts";
import { type Raster, rasterSource } from "../jpeg/raster.ts";
import { openJpeg } from "../jpeg/source.ts";
import { baselineHeaders } from "../jpeg/write-headers.ts";
import type { ImageHeader } from "../probe/header.ts";
import { headroomSegment, iccSegments } from "./format.ts";
import { headroomSize, measureHeadroom } from "./headroom.ts";

/** What a picture's coefficients may take while it is turned or put together: 12.5 MP at 4:4:4. */
const MAX_PLANE_BYTES = 76 * 1024 * 1024;

export type Base = {
  readonly bytes: Uint8Array;
  /** The size as people see it, in pixels. */
  readonly width: number;
  readonly height: number;
};

/**
 * Makes the base of a JPEG without decoding it to pixels: upright, baseline, standard Huffman
 * tables, one scan, no restart markers, ICC profile kept, all other metadata left out.
 *
 * @param header what the probe said of these bytes.
 * @throws {ImageRefused} when the file is damaged or too large for the memory there is.
 */
export function baseFromJpeg(bytes: Uint8Array, header: ImageHeader): Base {
  return writeBase(openJpeg(bytes, header.orientation, MAX_PLANE_BYTES), bytes.length);
}

/** Makes the base of decoded, upright pixels: 4:2:0 at quality 92. */
export function baseFromRaster(raster: Raster, icc: readonly Uint8Array[] = []): Base {
  return writeBase(rasterSource(raster, icc), Math.ceil((raster.width * raster.height) / 3));
}

function writeBase(source: CoefficientSource, expectedBytes: number): Base {
  const { divisor, frame } = withFineBrightness(source.frame);
  const writer = new BitWriter(expectedBytes + Math.ceil(expectedBytes / 8) + 4096);
  const { columns, rows } = headroomSize(frame);
  const blank = new Uint8Array(columns * rows);
  const reserved = headroomSegment({ columns, rows, down: blank, up: blank });
  const headers = baselineHeaders(frame, [reserved, ...iccSegments(source.icc)]);
  let headroomAt = 0;
  for (const part of headers) {
    if (part === reserved) headroomAt = writer.length;
    writer.raw(part);
  }

  const write = mcuWriter(writer, frame);
  const headroom = measureHeadroom(frame);
  const [luma] = frame.components;
  const lumaEnd = (luma ? luma.h * luma.v : 0) * 64;
  source.eachMcu((mcu) => {
    for (let at = 0; at < lumaEnd; at += 64) mcu[at] = limited((mcu[at] as number) * divisor);
    headroom.add(mcu);
    write(mcu);
  });
  writer.align();
  writer.raw([0xff, 0xd9]);
  const bytes = writer.finish();
  bytes.set(headroomSegment(headroom.finish()), headroomAt);
  return { bytes, width: frame.width, height: frame.height };
}

function limited(dc: number): number {
  return Math.max(-1024, Math.min(1023, dc));
}

/**
 * The same picture with a step of one or two eighths of a level for luma DC, so that brightness can
 * be moved smoothly and by whole levels. Values are multiplied by a whole number: nothing is lost.
 */
function withFineBrightness(frame: Frame): { frame: Frame; divisor: number } {
  const [luma, ...rest] = frame.components as [Component, ...Component[]];
  const step = luma.quantiser[0] as number;
  const fine = step % 2 === 0 ? 2 : 1;
  const quantiser = luma.quantiser.slice();
  quantiser[0] = fine;
  const components = [{ ...luma, quantiser }, ...rest];
  return { frame: frameOf(frame.width, frame.height, components), divisor: step / fine };
}
