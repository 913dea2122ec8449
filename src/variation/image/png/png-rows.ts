import type { PixelRows } from "../pixels/pixel-rows.ts";
import type { ImageHeader } from "../probe/header.ts";
import { damaged } from "../refusal.ts";
import { type PngChunks, readChunks } from "./chunks.ts";
import { eachRow } from "./inflate-rows.ts";

/** Whether a picture can be read row by row: it is not interlaced, and upright. */
export function isReadByRow({ type, progressive, orientation }: ImageHeader): boolean {
  return type === "png" && !progressive && orientation === 1;
}

/** A PNG's pixels, decoded row by row: no more than a strip of them is ever in memory. */
export function pngRows(bytes: Uint8Array, header: ImageHeader): PixelRows {
  const { width, height, components, bitsPerSample, isPalette = false } = header;
  const chunks = readChunks(bytes);
  const channels = isPalette ? 1 : components;
  const rowBytes = Math.ceil((width * channels * bitsPerSample) / 8);
  const pixelBytes = Math.max(1, (channels * bitsPerSample) >> 3);
  const spread = isPalette ? fromPalette(chunks) : fromChannels(chunks, channels, bitsPerSample);
  const samples = unpacked(width * channels, bitsPerSample);
  return {
    width,
    height,
    heldBytes: 2 * rowBytes + 2 * 1024 * 1024,
    *eachStrip(rows, visit) {
      const rgba = new Uint8Array(width * rows * 4);
      let done = 0;
      let filled = 0;
      yield* eachRow(bytes, chunks, { rows: height, rowBytes, pixelBytes }, (row) => {
        spread(samples(row), width, rgba, filled * width * 4);
        filled++;
        done++;
        if (filled < rows && done < height) return true;
        const goesOn = visit({ rgba, rows: filled });
        filled = 0;
        return goesOn;
      });
    },
  };
}

type Samples = Uint8Array;

/** Samples of a row as one byte each: those of fewer bits as they are, of sixteen the upper half. */
function unpacked(count: number, bits: number): (row: Uint8Array) => Samples {
  if (bits === 8) return (row) => row;
  const samples = new Uint8Array(count);
  if (bits === 16) {
    return (row) => {
      for (let i = 0; i < count; i++) samples[i] = row[2 * i] as number;
      return samples;
    };
  }
  const most = (1 << bits) - 1;
  return (row) => {
    for (let i = 0; i < count; i++) {
      const bit = i * bits;
      samples[i] = ((row[bit >> 3] as number) >> (8 - bits - (bit & 7))) & most;
    }
    return samples;
  };
}

type Spread = (samples: Samples, width: number, rgba: Uint8Array, at: number) => void;

function fromPalette({ palette, transparency }: PngChunks): Spread {
  if (palette.length === 0) throw damaged("its palette is missing");
  return (samples, width, rgba, at) => {
    for (let x = 0; x < width; x++) {
      const colour = samples[x] as number;
      rgba[at + x * 4] = palette[colour * 3] ?? 0;
      rgba[at + x * 4 + 1] = palette[colour * 3 + 1] ?? 0;
      rgba[at + x * 4 + 2] = palette[colour * 3 + 2] ?? 0;
      rgba[at + x * 4 + 3] = transparency?.[colour] ?? 255;
    }
  };
}

/** Gray, gray and alpha, colours, colours and alpha. */
function fromChannels({ transparency }: PngChunks, channels: number, bits: number): Spread {
  const scale = bits < 8 ? 255 / ((1 << bits) - 1) : 1;
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  const alpha = channels === 2 ? 1 : channels === 4 ? 3 : -1;
  // The one colour that is transparent, 2 bytes a sample (PNG specification, 11.3.2).
  const clear = alpha < 0 && transparency ? clearOf(transparency, bits) : undefined;
  return (samples, width, rgba, at) => {
    for (let x = 0; x < width; x++) {
      const from = x * channels;
      const to = at + x * 4;
      const [r, g, b] = [samples[from], samples[from + green], samples[from + blue]] as [
        number,
        number,
        number,
      ];
      rgba[to] = r * scale;
      rgba[to + 1] = g * scale;
      rgba[to + 2] = b * scale;
      const isClear = clear && r === clear[0] && g === clear[green] && b === clear[blue];
      rgba[to + 3] = alpha >= 0 ? (samples[from + alpha] as number) : isClear ? 0 : 255;
    }
  };
}

function clearOf(transparency: Uint8Array, bits: number): number[] {
  return [0, 2, 4].map((i) => transparency[bits === 16 ? i : i + 1] ?? -1);
}
