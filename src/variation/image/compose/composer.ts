import { inverseBlock, transformBlock } from "../jpeg/dct.ts";
import type { Component, Frame, Mcu } from "../jpeg/frame.ts";
import type { RowEdits } from "../kernel/edits.ts";
import { coverageAt, evenCoverage } from "./coverage.ts";
import type { Layer } from "./layer.ts";

/** Samples are in eighths of a level. */
const EIGHTHS = 8;
/** The largest AC value that baseline coding has codes for. */
const MOST = 1023;

export type Composer = {
  /** Says which MCUs of a row have any layer over them. */
  mark(row: number, composed: Uint8Array): void;
  /** Draws the layers over an MCU: only blocks that are touched are decoded and coded again. */
  compose(column: number, row: number, mcu: Mcu, edits: RowEdits): void;
};

/** Draws layers over a picture, the first one lowest. */
export function composerOf(frame: Frame, layers: readonly Layer[]): Composer {
  const { mcuWidth, mcuHeight } = frame;
  const parts = frame.components.map((component, c) => partOf(frame, component, c));
  const first = (at: number, size: number) => Math.floor(at / size);
  const isOver = ({ place }: Layer, column: number, row: number) =>
    first(place.x, mcuWidth) <= column &&
    column <= first(place.x + place.width - 1, mcuWidth) &&
    first(place.y, mcuHeight) <= row &&
    row <= first(place.y + place.height - 1, mcuHeight);

  return {
    mark(row, composed) {
      composed.fill(0);
      for (const { place } of layers) {
        if (row < first(place.y, mcuHeight)) continue;
        if (row > first(place.y + place.height - 1, mcuHeight)) continue;
        const from = first(place.x, mcuWidth);
        composed.fill(1, from, first(place.x + place.width - 1, mcuWidth) + 1);
      }
    },
    compose(column, row, mcu, edits) {
      shiftBrightness(frame, column, mcu, edits);
      const over = layers.filter((layer) => isOver(layer, column, row));
      const left = column * mcuWidth;
      const top = row * mcuHeight;
      for (const part of parts) {
        for (const block of part.blocks) {
          composeBlock(part, over, left + block.left, top + block.top, mcu, block.at);
        }
      }
    },
  };
}

/** Of the block that is drawn on: what a layer covers of it, its samples, and sums on the way. */
const cover = new Uint8Array(64);
const samples = new Int16Array(64);
const sums = new Int32Array(64);

/** Draws layers over one block, as coefficients as long as that is enough. */
function composeBlock(
  part: Part,
  over: readonly Layer[],
  left: number,
  top: number,
  mcu: Mcu,
  at: number,
): void {
  let isOpen = false;
  for (const layer of over) {
    const even = evenCoverOf(layer, left, top, part);
    if (even === 0) continue;
    if (even !== undefined && !isOpen && !(layer.ink instanceof Uint8Array)) {
      mix(mcu, at, part.quantiser, layer.ink[part.channel] as number, even);
      continue;
    }
    if (even === undefined && coverOf(layer, left, top, part) === 0) continue;
    if (even !== undefined) cover.fill(even);
    if (!isOpen) inverseBlock(mcu, at, part.quantiser, samples);
    isOpen = true;
    blend(layer, left, top, part);
  }
  if (isOpen) close(part.quantiser, mcu, at);
}

/** Mixes one colour into all of a block: its waves become weaker, and its mean moves. */
function mix(mcu: Mcu, at: number, quantiser: Uint16Array, colour: number, share: number): void {
  const rest = 255 - share;
  for (let z = 1; z < 64; z++) {
    const value = mcu[at + z] as number;
    if (value !== 0) mcu[at + z] = Math.trunc((value * rest + Math.sign(value) * 127) / 255);
  }
  const step = quantiser[0] as number;
  const mean = ((mcu[at] as number) * step * rest + (colour - 128) * 8 * share) / 255;
  mcu[at] = Math.max(-1024, Math.min(1023, Math.floor(mean / step + 0.5)));
}

type Block = { readonly left: number; readonly top: number; readonly at: number };

/** A colour channel: pixels that each of its samples stands for, and its blocks in an MCU. */
type Part = {
  readonly channel: number;
  readonly across: number;
  readonly down: number;
  readonly quantiser: Uint16Array;
  readonly blocks: readonly Block[];
};

function partOf(frame: Frame, { h, v, quantiser }: Component, channel: number): Part {
  const across = frame.mcuWidth / (8 * h);
  const down = frame.mcuHeight / (8 * v);
  const before = frame.components.slice(0, channel).reduce((sum, each) => sum + each.h * each.v, 0);
  const blocks = Array.from({ length: h * v }, (_, b) => ({
    left: (b % h) * 8 * across,
    top: Math.floor(b / h) * 8 * down,
    at: (before + b) * 64,
  }));
  return { channel, across, down, quantiser, blocks };
}

/** What the field gives the blocks of an MCU whose brightness it would have moved. */
function shiftBrightness(frame: Frame, column: number, mcu: Mcu, { shifts }: RowEdits): void {
  const [{ h, v }] = frame.components;
  for (let b = 0; b < h * v; b++) {
    const place = (Math.floor(b / h) * frame.mcusWide + column) * h + (b % h);
    mcu[b * 64] = (mcu[b * 64] as number) + (shifts[place] as number);
  }
}

/** How much of a block a layer covers, where it is one for all of it: 0 where it lies elsewhere. */
function evenCoverOf(
  { place, coverage }: Layer,
  left: number,
  top: number,
  { across, down }: Part,
): number | undefined {
  const [width, height] = [8 * across, 8 * down];
  const x = left - place.x;
  const y = top - place.y;
  if (x + width <= 0 || y + height <= 0 || x >= place.width || y >= place.height) return 0;
  if (x < 0 || y < 0 || x + width > place.width || y + height > place.height) return undefined;
  return evenCoverage(coverage, place, { x, y, width, height });
}

/**
 * Fills in how much of each of a block's samples a layer covers, 0 to 255.
 *
 * @returns the sum.
 */
function coverOf(
  { place, coverage }: Layer,
  left: number,
  top: number,
  { across, down }: Part,
): number {
  sums.fill(0);
  const [fromX, toX] = [
    Math.max(left, place.x),
    Math.min(left + 8 * across, place.x + place.width),
  ];
  const [fromY, toY] = [Math.max(top, place.y), Math.min(top + 8 * down, place.y + place.height)];
  const isOwn = coverage instanceof Uint8Array;
  for (let y = fromY; y < toY; y++) {
    const line = Math.floor((y - top) / down) * 8;
    const row = y - place.y;
    for (let x = fromX; x < toX; x++) {
      const column = x - place.x;
      const covered = isOwn
        ? (coverage[row * place.width + column] as number)
        : coverageAt(coverage, place, column, row);
      if (covered === 0) continue;
      const sample = line + Math.floor((x - left) / across);
      sums[sample] = (sums[sample] as number) + covered;
    }
  }
  let all = 0;
  const pixels = across * down;
  for (let i = 0; i < 64; i++) {
    const sum = sums[i] as number;
    const share = pixels === 1 ? sum : Math.floor(sum / pixels);
    cover[i] = share;
    all += share;
  }
  return all;
}

function blend(
  { place, ink }: Layer,
  left: number,
  top: number,
  { channel, across, down }: Part,
): void {
  const isOne = !(ink instanceof Uint8Array);
  const limit = (value: number, most: number) => Math.max(0, Math.min(most - 1, value));
  for (let i = 0; i < 64; i++) {
    const share = cover[i] as number;
    if (share === 0) continue;
    let colour: number;
    if (isOne) colour = ink[channel] as number;
    else {
      const x = limit(left + (i & 7) * across - place.x, place.width);
      const y = limit(top + (i >> 3) * down - place.y, place.height);
      colour = ink[(y * place.width + x) * 3 + channel] as number;
    }
    const target = (colour - 128) * EIGHTHS;
    const below = share === 255 ? target : (samples[i] as number);
    samples[i] = below + Math.floor(((target - below) * share + 127) / 255);
  }
}

/** Codes a block again. */
function close(quantiser: Uint16Array, mcu: Mcu, at: number): void {
  for (let i = 0; i < 64; i++) {
    samples[i] = Math.max(-128 * EIGHTHS, Math.min(127 * EIGHTHS, samples[i] as number));
  }
  transformBlock(samples, quantiser, mcu, at, EIGHTHS);
  for (let z = 1; z < 64; z++) {
    mcu[at + z] = Math.max(-MOST, Math.min(MOST, mcu[at + z] as number));
  }
}
