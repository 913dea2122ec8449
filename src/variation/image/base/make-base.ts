import { BitWriter } from "../jpeg/bit-writer.ts";
import { mcuWriter } from "../jpeg/encode.ts";
import { type CoefficientSource, type Frame, frameOf, type Mcu } from "../jpeg/frame.ts";
import { openJpeg } from "../jpeg/source.ts";
import { baselineHeaders } from "../jpeg/write-headers.ts";
import { MAX_RASTER_PIXELS } from "../limits.ts";
import { pixelSource } from "../pixels/encode-pixels.ts";
import type { PixelRows } from "../pixels/pixel-rows.ts";
import { type Raster, rasterRows } from "../pixels/raster.ts";
import { shrunk } from "../pixels/shrink.ts";
import { treatmentOf } from "../pixels/treatment.ts";
import { isReadByRow, pngRows } from "../png/png-rows.ts";
import { checkSize, type ImageHeader } from "../probe/header.ts";
import { probeImage } from "../probe/probe.ts";
import { damaged, MAX_WORKING_BYTES, tooMuchMemory } from "../refusal.ts";
import { runThrough, type Steps } from "../steps.ts";
import { iccSegments } from "./format.ts";
import { gatherGrains } from "./grains.ts";
import { measureHeadroom, movingShare, noHeadroom } from "./headroom.ts";
import { type Measured, ownSegment } from "./own-segment.ts";
import { pngProfile, splitProfile, webpProfile } from "./profile.ts";

/** Decodes PNG and WebP. Throws, or traps, on anything it cannot decode. */
export interface PixelCodec {
  decode(bytes: Uint8Array): Raster;
}

export type Base = {
  readonly bytes: Uint8Array;
  /** The size as people see it, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The share of its area whose pixels differ from sender to sender without a block, 0..1. */
  readonly texture: number;
};

/**
 * Makes the base of an uploaded file: an upright baseline JPEG with the standard Huffman tables, one
 * scan and no restart markers, its colour profile kept and all other metadata left out. A JPEG is
 * never decoded to pixels; PNG and WebP are. Pauses after each row of MCUs.
 *
 * @throws {ImageRefused} when the file is of a wrong type, damaged, or too large for the memory
 * there is.
 */
export function* baseSteps(bytes: Uint8Array, codec: PixelCodec): Steps<Base> {
  const header = admitImage(bytes);
  return header.type === "jpeg"
    ? yield* jpegSteps(bytes, header)
    : yield* pixelSteps(bytes, header, codec);
}

/** As `baseSteps`, without pausing. */
export function makeBase(bytes: Uint8Array, codec: PixelCodec): Base {
  return runThrough(baseSteps(bytes, codec));
}

/**
 * What a file is, where a base can be made of it for all that can be known without decoding it.
 *
 * @throws {ImageRefused} as `baseSteps`, but for damage that only decoding shows.
 */
export function admitImage(bytes: Uint8Array): ImageHeader {
  const header = probeImage(bytes);
  if (header.type !== "jpeg" && !isReadByRow(header)) checkDecodingMemory(bytes, header);
  return header;
}

/** @param header what the probe said of these bytes. */
export function baseFromJpeg(bytes: Uint8Array, header: ImageHeader): Base {
  return runThrough(jpegSteps(bytes, header));
}

function* jpegSteps(bytes: Uint8Array, header: ImageHeader): Steps<Base> {
  const source = yield* openJpeg(bytes, header.orientation, (buffered) => {
    const all = buffered + 2.25 * bytes.length;
    if (all > MAX_WORKING_BYTES) throw tooMuchMemory(all);
  });
  return yield* writeBase(source, bytes.length, bytes.length);
}

function* pixelSteps(bytes: Uint8Array, header: ImageHeader, codec: PixelCodec): Steps<Base> {
  const pixels = isReadByRow(header)
    ? pngRows(bytes, header)
    : rasterRows(decode(bytes, header, codec), header.orientation);
  const profile = header.type === "png" ? pngProfile(bytes) : webpProfile(bytes);
  return yield* rowSteps(pixels, profile ? splitProfile(profile) : [], bytes.length);
}

/** Makes the base of decoded, upright pixels, at quality 92. */
export function baseFromRaster(raster: Raster): Base {
  return runThrough(rowSteps(rasterRows(raster, 1), [], 0));
}

/** @param fileBytes of the file the pixels are decoded from, which is still in memory. */
function* rowSteps(pixels: PixelRows, icc: readonly Uint8Array[], fileBytes: number): Steps<Base> {
  const treatment = yield* treatmentOf(pixels);
  const source = pixelSource(pixels, icc, treatment);
  return yield* writeBase(source, Math.ceil((pixels.width * pixels.height) / 3), fileBytes);
}

/**
 * A base of at most so many pixels across, made of a larger one, with what sender's pictures need.
 *
 * @throws {ImageRefused} `image-damaged` when the bytes are those of no JPEG.
 */
export function* smallerBase(base: Uint8Array, width: number): Steps<Base> {
  const source = yield* openBase(base);
  const { components } = source.frame;
  const raster = yield* shrunk(source, width);
  const isColourFine = components.length > 1 && components[0].h * components[0].v === 1;
  const pixels = pixelSource(rasterRows(raster, 1), source.icc, { isColourFine, ground: 255 });
  return yield* writeBase(pixels, raster.width * raster.height, base.length);
}

/** A base's pixels at a width of at most so many. */
export function* shrunkBase(base: Uint8Array, width: number): Steps<Raster> {
  return yield* shrunk(yield* openBase(base), width);
}

/** A base is sequential and upright: nothing of it is put together in memory. */
function openBase(base: Uint8Array): Steps<CoefficientSource> {
  return openJpeg(base, 1, (bytes) => {
    throw tooMuchMemory(bytes);
  });
}

/** Bytes a pixel that photon was measured to take while it decodes, its own copies included. */
const DECODING_BYTES = { png: 12.4, png16: 16.4, webp: 15.2, webpAlpha: 16.3 } as const;

function checkDecodingMemory(bytes: Uint8Array, header: ImageHeader): void {
  const { type, width, height, components, bitsPerSample } = header;
  const ofPng = { most: MAX_RASTER_PIXELS, kind: "a PNG that is interlaced or turned" };
  if (type === "png") checkSize(type, width, height, ofPng);
  const kind = type === "webp" ? (components === 4 ? "webpAlpha" : "webp") : "png";
  const perPixel = DECODING_BYTES[bitsPerSample === 16 ? "png16" : kind];
  const all = 2 * bytes.length + width * height * perPixel;
  if (all > MAX_WORKING_BYTES) throw tooMuchMemory(all);
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

/** Writes the picture in one pass; what was measured is put into the headers after it. */
function* writeBase(
  source: CoefficientSource,
  expectedBytes: number,
  fileBytes: number,
): Steps<Base> {
  const { frame, factor } = withFineBrightness(source.frame);
  const headroom = measureHeadroom(frame);
  const grains = gatherGrains(frame);
  const left = MAX_WORKING_BYTES - fileBytes - source.heldBytes;
  const writer = new BitWriter(expectedBytes + Math.ceil(expectedBytes / 8) + 4096, left);
  const headers = (measured: Measured) =>
    baselineHeaders(frame, [ownSegment(measured), ...iccSegments(source.icc)]);
  for (const part of headers({ headroom: noHeadroom(frame), grains: { in: "even blocks" } }))
    writer.raw(part);
  const write = mcuWriter(writer, frame);
  const lumaEnd = frame.components[0].h * frame.components[0].v * 64;
  yield* source.eachMcu((mcu) => {
    for (let at = 0; at < lumaEnd; at += 64) refine(mcu, at, factor);
    headroom.add(mcu);
    grains.add(mcu);
    write(mcu);
  });
  writer.align();
  writer.raw([0xff, 0xd9]);
  const room = headroom.finish();
  let at = 0;
  for (const part of headers({ headroom: room, grains: grains.finish() })) {
    writer.over(at, part);
    at += part.length;
  }
  const { width, height } = frame;
  return { bytes: writer.finish(), width, height, texture: movingShare(room) };
}

/** Steps of DC in a level. */
const STEPS = 8;

/**
 * Makes the steps of brightness fine. A block without AC goes to the level that decoders round it to: it
 * looks the same, and an eighth of a level more or less does not show.
 */
function refine(mcu: Mcu, at: number, factor: number): void {
  const brightness = (mcu[at] as number) * factor;
  mcu[at] = Math.max(-1023, Math.min(1023, brightness));
  for (let z = 1; z < 64; z++) if (mcu[at + z] !== 0) return;
  const level = Math.floor((mcu[at] as number) / STEPS + 0.5);
  mcu[at] = Math.max(-128, Math.min(127, level)) * STEPS;
}

/**
 * The same picture with a step of 1 for the DC of luma, so that brightness can be moved smoothly. Values
 * are multiplied: nothing is lost.
 */
function withFineBrightness(frame: Frame): { frame: Frame; factor: number } {
  const [luma, ...rest] = frame.components;
  const quantiser = luma.quantiser.slice().fill(1, 0, 1);
  return {
    frame: frameOf(frame.width, frame.height, [{ ...luma, quantiser }, ...rest]),
    factor: luma.quantiser[0] as number,
  };
}
