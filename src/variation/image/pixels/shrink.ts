import type { CoefficientSource, Component, Frame, Mcu } from "../jpeg/frame.ts";
import { ZIGZAG } from "../jpeg/tables.ts";
import type { Steps } from "../steps.ts";
import type { Raster } from "./raster.ts";

/**
 * A picture's pixels at a width of at most its own. Each block is decoded to as few samples as suffice,
 * by its lowest frequencies alone; then each pixel is the mean of the samples it stands for.
 */
export function* shrunk(source: CoefficientSource, most: number): Steps<Raster> {
  const { frame } = source;
  const width = Math.min(most, frame.width);
  const height = Math.max(1, Math.round((frame.height * width) / frame.width));
  const side = [1, 2, 4].find((n) => (frame.width * n) / 8 >= width) ?? 8;
  const rows = new RowOfSamples(frame, side);
  const pixels = new Averager(width, height, (frame.width * side) / 8, (frame.height * side) / 8);
  let column = 0;
  yield* source.eachMcu((mcu) => {
    rows.take(column, mcu);
    column = (column + 1) % frame.mcusWide;
    if (column === 0) for (let y = 0; y < rows.height; y++) pixels.add(rows.rgbOf(y));
  });
  return { width, height, rgba: pixels.finish() };
}

/** One row of MCUs, each block decoded to `side` × `side` samples. */
class RowOfSamples {
  readonly height: number;
  private readonly width: number;
  private readonly parts: {
    readonly component: Component;
    readonly stride: number;
    readonly samples: Int16Array;
    readonly across: number;
    readonly down: number;
  }[];
  private readonly rgb: Uint8Array;
  private readonly decode: (
    mcu: Mcu,
    at: number,
    steps: Uint16Array,
    into: Int16Array,
    to: number,
    stride: number,
  ) => void;
  private readonly side: number;

  constructor(frame: Frame, side: number) {
    this.side = side;
    this.width = (frame.mcusWide * frame.mcuWidth * side) / 8;
    this.height = (frame.mcuHeight * side) / 8;
    this.parts = frame.components.map((component) => {
      const stride = frame.mcusWide * component.h * side;
      const samples = new Int16Array(stride * component.v * side);
      const across = frame.mcuWidth / (8 * component.h);
      const down = frame.mcuHeight / (8 * component.v);
      return { component, stride, samples, across, down };
    });
    this.rgb = new Uint8Array(this.width * 3);
    this.decode = blockDecoder(side);
  }

  take(column: number, mcu: Mcu): void {
    let at = 0;
    for (const { component, stride, samples } of this.parts) {
      const { h, v, quantiser } = component;
      for (let b = 0; b < h * v; b++, at += 64) {
        const to = Math.floor(b / h) * this.side * stride + (column * h + (b % h)) * this.side;
        this.decode(mcu, at, quantiser, samples, to, stride);
      }
    }
  }

  /** One line of pixels; the array is reused. */
  rgbOf(y: number): Uint8Array {
    const [luma, blue, red] = this.parts as [
      RowOfSamples["parts"][number],
      ...RowOfSamples["parts"],
    ];
    const lumaAt = y * luma.stride;
    for (let x = 0; x < this.width; x++) {
      const brightness = (luma.samples[lumaAt + x] as number) + 128;
      const cb = blue ? sampleAt(blue, x, y) : 0;
      const cr = red ? sampleAt(red, x, y) : 0;
      this.rgb[x * 3] = limited(brightness + ((91881 * cr + 32768) >> 16));
      this.rgb[x * 3 + 1] = limited(brightness - ((22554 * cb + 46802 * cr + 32768) >> 16));
      this.rgb[x * 3 + 2] = limited(brightness + ((116130 * cb + 32768) >> 16));
    }
    return this.rgb;
  }
}

function sampleAt(
  { samples, stride, across, down }: RowOfSamples["parts"][number],
  x: number,
  y: number,
): number {
  return samples[Math.floor(y / down) * stride + Math.floor(x / across)] as number;
}

function limited(value: number): number {
  return value < 0 ? 0 : Math.min(value, 255);
}

/** Inverse DCT of the lowest `side` × `side` frequencies of a block, as that many samples around 0. */
function blockDecoder(side: number): RowOfSamples["decode"] {
  const wave = Int32Array.from({ length: side * side }, (_, i) => {
    const u = Math.floor(i / side);
    const angle = ((2 * (i % side) + 1) * u * Math.PI) / (2 * side);
    return Math.round(Math.sqrt((u === 0 ? 1 : 2) / 8) * Math.cos(angle) * 8192);
  });
  const columns = new Float64Array(side * side);
  return (mcu, at, steps, into, to, stride) => {
    columns.fill(0);
    for (let z = 0; z < 64; z++) {
      const value = mcu[at + z] as number;
      if (value === 0) continue;
      const place = ZIGZAG[z] as number;
      const u = place & 7;
      const v = place >> 3;
      if (u >= side || v >= side) continue;
      const scaled = value * (steps[z] as number);
      for (let y = 0; y < side; y++) {
        const i = y * side + u;
        columns[i] = (columns[i] as number) + scaled * (wave[v * side + y] as number);
      }
    }
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        let sum = 0;
        for (let u = 0; u < side; u++) {
          sum += (columns[y * side + u] as number) * (wave[u * side + x] as number);
        }
        into[to + y * stride + x] = Math.floor(sum / 0x4000000 + 0.5);
      }
    }
  };
}

/** Lines of samples in, lines of fewer pixels out: each is the mean of what it stands for. */
class Averager {
  private readonly width: number;
  private readonly height: number;
  private readonly perColumn: number;
  private readonly perRow: number;
  private readonly across: Float64Array;
  private readonly sums: Float64Array;
  private readonly rgba: Uint8Array;
  private y = 0;
  private row = 0;

  constructor(width: number, height: number, samplesWide: number, samplesHigh: number) {
    this.width = width;
    this.height = height;
    this.perColumn = samplesWide / width;
    this.perRow = samplesHigh / height;
    this.across = new Float64Array(width * 3);
    this.sums = new Float64Array(width * 3);
    this.rgba = new Uint8Array(width * height * 4).fill(255);
  }

  add(line: Uint8Array): void {
    if (this.row >= this.height) return;
    this.averageAcross(line);
    let from = this.y;
    const to = ++this.y;
    while (from < to && this.row < this.height) {
      const end = Math.min(to, (this.row + 1) * this.perRow);
      const share = (end - from) / this.perRow;
      for (let i = 0; i < this.sums.length; i++) {
        this.sums[i] = (this.sums[i] as number) + (this.across[i] as number) * share;
      }
      if (end < (this.row + 1) * this.perRow - 1e-9) return;
      this.close();
      from = end;
    }
  }

  finish(): Uint8Array {
    if (this.row < this.height) this.close();
    return this.rgba;
  }

  private averageAcross(line: Uint8Array): void {
    const last = line.length / 3 - 1;
    for (let x = 0; x < this.width; x++) {
      const from = x * this.perColumn;
      const to = from + this.perColumn;
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let i = Math.floor(from); i < to; i++) {
          const share = Math.min(i + 1, to) - Math.max(i, from);
          sum += (line[Math.min(i, last) * 3 + c] as number) * share;
        }
        this.across[x * 3 + c] = sum / this.perColumn;
      }
    }
  }

  private close(): void {
    const at = this.row * this.width;
    for (let x = 0; x < this.width; x++) {
      for (let c = 0; c < 3; c++) {
        this.rgba[(at + x) * 4 + c] = Math.round(this.sums[x * 3 + c] as number);
      }
    }
    this.sums.fill(0);
    this.row++;
  }
}
