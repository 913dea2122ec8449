import { BitWriter } from "../jpeg/bit-writer.ts";
import { mcuWriter } from "../jpeg/encode.ts";
import type { CoefficientSource, Component, Frame, Mcu } from "../jpeg/frame.ts";
import { frameOf } from "../jpeg/frame.ts";
import { type Raster, rasterSource } from "../jpeg/raster.ts";
import { openJpeg } from "../jpeg/source.ts";
import { baselineHeaders } from "../jpeg/write-headers.ts";
import { EDITED, FEW_EDITED } from "../kernel/edits.ts";
import type { ImageHeader, Orientation } from "../probe/header.ts";
import { probeImage } from "../probe/probe.ts";
import { damaged, tooMuchMemory } from "../refusal.ts";
import { headroomSegment, iccSegments } from "./format.ts";
import { measureHeadroom } from "./headroom.ts";
import { pngProfile, splitProfile, webpProfile } from "./profile.ts";

/** What one picture may take in all: the file, its pixels or coefficients, and the base. */
const MAX_WORKING_BYTES = 96 * 1024 * 1024;

/** Decodes PNG and WebP. Throws, or traps, on anything it cannot decode. */
export interface PixelCodec {
  decode(bytes: Uint8Array): Raster;
}

export type Base = {
  readonly bytes: Uint8Array;
  /** The size as people see it, in pixels. */
  readonly width: number;
  readonly height: number;
};

/**
 * Makes the base of an uploaded file: an upright baseline JPEG with the standard Huffman tables, one
 * scan and no restart markers, its colour profile kept and all other metadata left out. A JPEG is
 * never decoded to pixels; PNG and WebP are.
 *
 * @throws {ImageRefused} when the file is of a wrong type, damaged, or too large for the memory
 * there is.
 */
export function makeBase(bytes: Uint8Array, codec: PixelCodec): Base {
  const header = admitImage(bytes);
  return header.type === "jpeg"
    ? baseFromJpeg(bytes, header)
    : baseFromPixels(bytes, header, codec);
}

/**
 * What a file is, where a base can be made of it for all that can be known without decoding it.
 *
 * @throws {ImageRefused} as `makeBase`, but for damage that only decoding shows.
 */
export function admitImage(bytes: Uint8Array): ImageHeader {
  const header = probeImage(bytes);
  if (header.type !== "jpeg") checkDecodingMemory(bytes, header);
  return header;
}

/** @param header what the probe said of these bytes. */
export function baseFromJpeg(bytes: Uint8Array, header: ImageHeader): Base {
  const forFiles = 2.25 * bytes.length;
  const source = openJpeg(bytes, header.orientation, MAX_WORKING_BYTES - forFiles);
  return writeBase(source, bytes.length, bytes.length);
}

function baseFromPixels(bytes: Uint8Array, header: ImageHeader, codec: PixelCodec): Base {
  const raster = decode(bytes, header, codec);
  const profile = header.type === "png" ? pngProfile(bytes) : webpProfile(bytes);
  const icc = profile ? splitProfile(profile) : [];
  return baseFromRaster(raster, header.orientation, icc, bytes.length);
}

/**
 * Makes the base of decoded pixels: 4:2:0 at quality 92.
 *
 * @param fileBytes of the file they were decoded from, which is still in memory.
 */
export function baseFromRaster(
  raster: Raster,
  orientation: Orientation = 1,
  icc: readonly Uint8Array[] = [],
  fileBytes = 0,
): Base {
  const source = rasterSource(raster, orientation, icc);
  return writeBase(source, Math.ceil((raster.width * raster.height) / 3), fileBytes);
}

/** Bytes a pixel that photon was measured to take while it decodes, its own copies included. */
const DECODING_BYTES = { png: 12.4, png16: 16.4, webp: 15.2, webpAlpha: 16.3 } as const;

function checkDecodingMemory(bytes: Uint8Array, header: ImageHeader): void {
  const { type, width, height, components, bitsPerSample } = header;
  const kind = type === "webp" ? (components === 4 ? "webpAlpha" : "webp") : "png";
  const perPixel = DECODING_BYTES[bitsPerSample === 16 ? "png16" : kind];
  if (2 * bytes.length + width * height * perPixel <= MAX_WORKING_BYTES) return;
  throw tooMuchMemory();
}

function decode(bytes: Uint8Array, header: ImageHeader, codec: PixelCodec): Raster {
  let raster: Raster;
  try {
    raster = codec.decode(bytes);
  } catch {
    throw damaged("its picture cannot be decoded");
  }
  if (raster.width === header.width && raster.height === header.height) return raster;
  throw damaged("its picture does not have the size it claims");
}

/** Reads the picture twice: what is measured first decides how finely it is written. */
function writeBase(source: CoefficientSource, expectedBytes: number, fileBytes: number): Base {
  const plain = withFineSteps(source.frame, 1);
  const measuring = measureHeadroom(plain.frame);
  eachRefined(source, plain.factors, measuring.add);
  const { headroom, drawsEdges, even } = measuring.finish();

  const count = drawsEdges ? edgeCoefficients(source.frame, even) : 1;
  const { frame, factors } = withFineSteps(source.frame, count);
  const left = MAX_WORKING_BYTES - fileBytes - source.heldBytes;
  const writer = new BitWriter(expectedBytes + Math.ceil(expectedBytes / 8) + 4096, left);
  const segments = [headroomSegment(headroom), ...iccSegments(source.icc)];
  for (const part of baselineHeaders(frame, segments)) writer.raw(part);
  eachRefined(source, factors, mcuWriter(writer, frame));
  writer.align();
  writer.raw([0xff, 0xd9]);
  return { bytes: writer.finish(), width: frame.width, height: frame.height };
}

/** Making steps fine that are coarser than this takes more bytes than better edges are worth. */
const COARSE = 5;
/** The share of even blocks from which on a coarse picture is a poster rather than a photo. */
const POSTER = 1 / 8;

/** How many of the first luma coefficients get a fine step, so that edges can be drawn with them. */
function edgeCoefficients({ components }: Frame, even: number): number {
  const steps = components[0]?.quantiser.subarray(FEW_EDITED, EDITED) ?? [];
  if (Math.max(...steps) <= COARSE) return EDITED;
  return even < POSTER ? 1 : FEW_EDITED;
}

function eachRefined(
  source: CoefficientSource,
  factors: Int32Array,
  visit: (mcu: Mcu) => void,
): void {
  const [luma] = source.frame.components;
  const lumaEnd = (luma ? luma.h * luma.v : 0) * 64;
  source.eachMcu((mcu) => {
    for (let at = 0; at < lumaEnd; at += 64) refine(mcu, at, factors);
    visit(mcu);
  });
}

/** Steps of DC in a level. */
const STEPS = 8;

/**
 * Multiplies the first coefficients of a block. One without AC goes to the level that decoders round
 * it to: it looks the same, and moves by a level when it is told to.
 */
function refine(mcu: Mcu, at: number, factors: Int32Array): void {
  for (let z = 0; z < factors.length; z++) {
    const value = (mcu[at + z] as number) * (factors[z] as number);
    mcu[at + z] = Math.max(-1023, Math.min(1023, value));
  }
  if (!mcu.subarray(at + 1, at + 64).some((value) => value !== 0)) {
    const level = Math.floor((mcu[at] as number) / STEPS + 0.5);
    mcu[at] = Math.max(-128, Math.min(127, level)) * STEPS;
  }
}

/**
 * The same picture with a step of 1 for the first `count` coefficients of luma: DC, so that
 * brightness can be moved smoothly and by whole levels, and AC for edges. Values are multiplied:
 * nothing is lost.
 */
function withFineSteps(frame: Frame, count: number): { frame: Frame; factors: Int32Array } {
  const [luma, ...rest] = frame.components as [Component, ...Component[]];
  const quantiser = luma.quantiser.slice().fill(1, 0, count);
  const components = [{ ...luma, quantiser }, ...rest];
  return {
    frame: frameOf(frame.width, frame.height, components),
    factors: Int32Array.from(luma.quantiser.subarray(0, count)),
  };
}
