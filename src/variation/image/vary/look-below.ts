import { readBaseHeader } from "../base/format.ts";
import { composerOf } from "../compose/composer.ts";
import { wholeFrame } from "../kernel/edits.ts";
import type { ScanKernel, ScanRun } from "../kernel/scan-kernel.ts";
import { truncated } from "../refusal.ts";
import type { PixelRectangle } from "./rectangle.ts";

/** The brightness of what lies in a place: what all but a twentieth of it is above, and below. */
export type Below = { readonly dark: number; readonly light: number };

const EDGE = 1 / 20;

/**
 * Looks at places of a base on its way through the kernel, block by block, by their mean brightness. Push
 * the base's bytes as they come, then end.
 */
export class LookRun {
  private readonly kernel: ScanKernel;
  private readonly places: readonly PixelRectangle[];
  private readonly seen: number[][];
  private head: Uint8Array[] = [];
  private scan: ScanRun | undefined;

  constructor(kernel: ScanKernel, places: readonly PixelRectangle[]) {
    this.kernel = kernel;
    this.places = places;
    this.seen = places.map(() => []);
  }

  push(bytes: Uint8Array): void {
    if (this.scan) {
      this.scan.push(bytes);
      return;
    }
    this.head.push(bytes);
    const head = joined(this.head);
    const base = readBaseHeader(head);
    if (!base) return;
    const { frame } = base;
    const layers = this.places.map((place) => ({ place, coverage: 0, ink: [0, 0, 0] as const }));
    const { mark } = composerOf(frame, layers);
    const [{ h, v, quantiser }] = frame.components;
    const step = quantiser[0] as number;
    this.scan = this.kernel.begin(frame, {
      keep: wholeFrame(frame),
      fillRow: (row, edits) => mark(row, edits.composed),
      compose: (column, row, mcu) => {
        for (let b = 0; b < h * v; b++) {
          const x = column * frame.mcuWidth + (b % h) * 8;
          const y = row * frame.mcuHeight + Math.floor(b / h) * 8;
          this.note(x, y, 128 + ((mcu[b * 64] as number) * step) / 8);
        }
      },
    });
    this.scan.push(head.subarray(base.scanAt));
    this.head = [];
  }

  /** What was seen in each place. */
  end(): Below[] {
    if (!this.scan) throw truncated("the headers");
    this.scan.end();
    return this.seen.map((all) => {
      const sorted = all.toSorted((a, b) => a - b);
      const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 255;
      return { dark: at(EDGE), light: at(1 - EDGE) };
    });
  }

  private note(x: number, y: number, brightness: number): void {
    this.places.forEach((place, i) => {
      const isAcross = x + 8 > place.x && x < place.x + place.width;
      const isDown = y + 8 > place.y && y < place.y + place.height;
      if (isAcross && isDown) this.seen[i]?.push(Math.max(0, Math.min(255, brightness)));
    });
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
