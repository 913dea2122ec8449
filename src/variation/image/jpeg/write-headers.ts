import type { Frame } from "./frame.ts";
import { type HuffmanSpec, STANDARD } from "./tables.ts";

/** A marker segment, its length filled in. */
export function segment(marker: number, body: ArrayLike<number>): Uint8Array {
  const length = body.length + 2;
  const bytes = new Uint8Array(2 + length);
  bytes.set([0xff, marker, length >> 8, length & 0xff]);
  bytes.set(body, 4);
  return bytes;
}

/** Everything from the start of the file to the first byte of the only scan. */
export function baselineHeaders(
  frame: Frame,
  applicationSegments: readonly Uint8Array[],
): Uint8Array[] {
  return [
    Uint8Array.of(0xff, 0xd8),
    JFIF,
    ...applicationSegments,
    ...quantiserSegments(frame),
    frameSegment(frame),
    ...huffmanSegments(frame.components.length > 1),
    scanSegment(frame.components.length),
  ];
}

/** JFIF 1.01, square pixels, no thumbnail. */
const JFIF = segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);

function quantiserSegments({ components }: Frame): Uint8Array[] {
  return components.map(({ quantiser }, i) => segment(0xdb, [i, ...quantiser]));
}

function frameSegment({ width, height, components }: Frame): Uint8Array {
  const specs = components.flatMap(({ h, v }, i) => [i + 1, (h << 4) | v, i]);
  return segment(0xc0, [
    8,
    height >> 8,
    height & 0xff,
    width >> 8,
    width & 0xff,
    components.length,
    ...specs,
  ]);
}

function huffmanSegments(colour: boolean): Uint8Array[] {
  const table = (id: number, { counts, symbols }: HuffmanSpec) =>
    segment(0xc4, [id, ...counts, ...symbols]);
  const luma = [table(0x00, STANDARD.lumaDc), table(0x10, STANDARD.lumaAc)];
  if (!colour) return luma;
  return [...luma, table(0x01, STANDARD.chromaDc), table(0x11, STANDARD.chromaAc)];
}

function scanSegment(components: number): Uint8Array {
  const specs = Array.from({ length: components }, (_, i) => [i + 1, i === 0 ? 0x00 : 0x11]);
  return segment(0xda, [components, ...specs.flat(), 0, 63, 0]);
}
