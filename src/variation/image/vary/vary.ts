import { type BaseHeader, readBaseHeader, variantHeaders } from "../base/format.ts";
import { composerOf } from "../compose/composer.ts";
import type { Layer } from "../compose/layer.ts";
import { type Frame, frameOf } from "../jpeg/frame.ts";
import { type McuRectangle, type ScanEdits, wholeFrame } from "../kernel/edits.ts";
import type { ScanKernel, ScanRun } from "../kernel/scan-kernel.ts";
import { damaged, truncated } from "../refusal.ts";
import { seededField } from "./field.ts";
import { type PixelRectangle, snapToMcus } from "./rectangle.ts";

/** What makes a picture one sender's own. */
export type Variation = {
  /** 32 bytes that decide the field. */
  readonly seed: Uint8Array;
  /** 0 leaves brightness alone, 256 (the default) uses the headroom up. */
  readonly strength?: number;
  /** Keeps this part of the picture, moved to whole MCUs. */
  readonly crop?: PixelRectangle;
  /** What is drawn over the picture, the lowest first: the sender's block. */
  readonly layers?: readonly Layer[];
};

/** Headers of a base may not be longer than this: an ICC profile and a little more. */
const MAX_HEADER_BYTES = 2 * 1024 * 1024;

/** A base on its way to becoming one sender's picture. Push its bytes as they come, then end. */
export class VariationRun {
  private readonly kernel: ScanKernel;
  private readonly variation: Variation;
  private head = new Uint8Array(0);
  private scan: ScanRun | undefined;

  constructor(kernel: ScanKernel, variation: Variation) {
    this.kernel = kernel;
    this.variation = variation;
  }

  /** @throws {ImageRefused} `image-damaged` when the bytes are not those of a base. */
  push(bytes: Uint8Array): Uint8Array[] {
    if (this.scan) return this.scan.push(bytes);
    const head = new Uint8Array(this.head.length + bytes.length);
    head.set(this.head);
    head.set(bytes, this.head.length);
    this.head = head;
    const base = readBaseHeader(head);
    if (!base) {
      if (head.length > MAX_HEADER_BYTES) throw damaged("its headers do not end");
      return [];
    }
    const { frame, edits } = plan(base, this.variation);
    this.scan = this.kernel.begin(base.frame, edits);
    const headers = variantHeaders(frame, base.icc);
    this.head = new Uint8Array(0);
    return [...headers, ...this.scan.push(head.subarray(base.scanAt))];
  }

  end(): Uint8Array[] {
    if (!this.scan) throw truncated("the headers");
    return [...this.scan.end(), Uint8Array.of(0xff, 0xd9)];
  }
}

/** One sender's picture from a whole base. */
export function varyImage(
  kernel: ScanKernel,
  base: Uint8Array,
  variation: Variation,
): Uint8Array<ArrayBuffer> {
  const run = new VariationRun(kernel, variation);
  return concat([...run.push(base), ...run.end()]);
}

/** What is done to each row of MCUs, and the frame of what comes out. */
export function plan(base: BaseHeader, variation: Variation): { frame: Frame; edits: ScanEdits } {
  const { frame } = base;
  const keep = variation.crop ? snapToMcus(frame, variation.crop) : wholeFrame(frame);
  const composer = composerOf(frame, (variation.layers ?? []).filter(isWithin(frame)));
  const field = seededField(frame, base, variation.seed, variation.strength ?? 256);
  return {
    frame: cropped(frame, keep),
    edits: {
      keep,
      fillRow(row, edits) {
        field.fillRow(row, edits);
        composer.mark(row, edits.composed);
      },
      compose: composer.compose,
    },
  };
}

/** A layer that reaches beyond the picture would be half a layer: it is left out. */
function isWithin({ width, height }: Frame): (layer: Layer) => boolean {
  return ({ place: { x, y, width: wide, height: high } }) =>
    x >= 0 && y >= 0 && wide > 0 && high > 0 && x + wide <= width && y + high <= height;
}

function cropped(frame: Frame, { left, top, right, bottom }: McuRectangle): Frame {
  const width = Math.min(frame.width, right * frame.mcuWidth) - left * frame.mcuWidth;
  const height = Math.min(frame.height, bottom * frame.mcuHeight) - top * frame.mcuHeight;
  return frameOf(width, height, frame.components);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
