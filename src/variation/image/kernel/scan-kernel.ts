import type { Frame, Mcu } from "../jpeg/frame.ts";
import { type HuffmanSpec, STANDARD } from "../jpeg/tables.ts";
import { damaged } from "../refusal.ts";
import { type RowEdits, rowLengths, type ScanEdits } from "./edits.ts";

/** What the compiled kernel exports; addresses are bytes from the start of its memory. */
export type KernelExports = {
  readonly memory: { readonly buffer: ArrayBuffer };
  prepare(): void;
  specsAt(): number;
  inputAt(): number;
  inputBytes(): number;
  outputAt(): number;
  shiftsAt(): number;
  grainsAt(): number;
  composedAt(): number;
  mcuAt(): number;
  column(): number;
  begin(
    ...shape: [
      components: number,
      lumaWide: number,
      lumaHigh: number,
      secondBlocks: number,
      thirdBlocks: number,
      mcusWide: number,
      mcusHigh: number,
      left: number,
      top: number,
      right: number,
      bottom: number,
    ]
  ): number;
  run(filled: number, last: boolean | number): number;
  takeInput(): number;
  takeOutput(): number;
};

const NEEDS_INPUT = 0;
const OUTPUT_FULL = 1;
const ROW_DONE = 2;
const DONE = 3;
const MCU_READ = 4;

const SPEC_BYTES = 16 + 256;

/**
 * One instance of the kernel, made ready. It runs one picture at a time: begin a scan, push all of
 * its data, then ask for the end before the next one begins.
 */
export class ScanKernel {
  private readonly exports: KernelExports;

  constructor(exports: KernelExports) {
    this.exports = exports;
    const specsAt = exports.specsAt();
    if (specsAt === 0) throw new Error("The image kernel could not get its memory.");
    const memory = new Uint8Array(exports.memory.buffer);
    const specs: HuffmanSpec[] = [
      STANDARD.lumaDc,
      STANDARD.lumaAc,
      STANDARD.chromaDc,
      STANDARD.chromaAc,
    ];
    specs.forEach(({ counts, symbols }, i) => {
      memory.set(counts, specsAt + i * SPEC_BYTES);
      memory.set(symbols, specsAt + i * SPEC_BYTES + 16);
    });
    exports.prepare();
  }

  /** Bytes of memory the instance has; it never gives any back. */
  get memoryBytes(): number {
    return this.exports.memory.buffer.byteLength;
  }

  /** Starts a picture whose scan has standard tables and no restart markers. */
  begin(frame: Frame, edits: ScanEdits): ScanRun {
    const [luma, second, third] = frame.components;
    const { left, top, right, bottom } = edits.keep;
    const status = this.exports.begin(
      frame.components.length,
      luma.h,
      luma.v,
      second ? second.h * second.v : 0,
      third ? third.h * third.v : 0,
      frame.mcusWide,
      frame.mcusHigh,
      left,
      top,
      right,
      bottom,
    );
    if (status < 0) throw new Error("The image kernel could not get the memory for one row.");
    return new ScanRun(this.exports, frame, edits);
  }
}

/** One picture on its way through the kernel. Bytes go in as they arrive and come out changed. */
export class ScanRun {
  private readonly exports: KernelExports;
  private readonly frame: Frame;
  private readonly edits: ScanEdits;
  private readonly rowEdits: RowEdits;
  private readonly mcu: Mcu;
  private filled = 0;
  private row = 0;
  private done = false;

  constructor(exports: KernelExports, frame: Frame, edits: ScanEdits) {
    this.exports = exports;
    this.frame = frame;
    this.edits = edits;
    const { buffer } = exports.memory;
    const lengths = rowLengths(frame);
    this.rowEdits = {
      shifts: new Int16Array(buffer, exports.shiftsAt(), lengths.shifts).fill(0),
      grains: new Int8Array(buffer, exports.grainsAt(), lengths.grains).fill(0),
      composed: new Uint8Array(buffer, exports.composedAt(), lengths.composed).fill(0),
    };
    this.mcu = new Int16Array(buffer, exports.mcuAt(), frame.blocksPerMcu * 64);
    edits.fillRow(0, this.rowEdits);
  }

  /**
   * Takes the next bytes of the scan and gives back what is finished.
   *
   * @throws {ImageRefused} `image-damaged` where the scan holds a code that does not exist.
   */
  push(bytes: Uint8Array): Uint8Array[] {
    const out: Uint8Array[] = [];
    for (let taken = 0; taken < bytes.length && !this.done; ) {
      const room = this.exports.inputBytes() - this.filled;
      const part = bytes.subarray(taken, taken + room);
      this.memory().set(part, this.exports.inputAt() + this.filled);
      this.filled += part.length;
      taken += part.length;
      this.work(false, out);
    }
    return out;
  }

  /** Finishes the scan; what followed it in the input, such as the end marker, is dropped. */
  end(): Uint8Array[] {
    const out: Uint8Array[] = [];
    if (!this.done) this.work(true, out);
    return out;
  }

  private memory(): Uint8Array {
    return new Uint8Array(this.exports.memory.buffer);
  }

  private work(last: boolean, out: Uint8Array[]): void {
    for (;;) {
      const status = this.exports.run(this.filled, last);
      if (status < 0) throw damaged("its data holds a code that does not exist");
      if (status === ROW_DONE) this.nextRow();
      if (status === MCU_READ) {
        this.edits.compose(this.exports.column(), this.row, this.mcu, this.rowEdits);
      }
      if (status === OUTPUT_FULL || status === DONE) this.takeOutput(out);
      if (status === DONE) this.done = true;
      if (status !== NEEDS_INPUT && status !== DONE) continue;
      if (!this.done) this.compact();
      return;
    }
  }

  private nextRow(): void {
    this.row++;
    if (this.row < this.frame.mcusHigh) this.edits.fillRow(this.row, this.rowEdits);
  }

  private takeOutput(out: Uint8Array[]): void {
    const from = this.exports.outputAt();
    out.push(this.memory().slice(from, from + this.exports.takeOutput()));
  }

  /** Moves what was not read yet to the start of the input buffer. */
  private compact(): void {
    const used = this.exports.takeInput();
    const from = this.exports.inputAt();
    this.memory().copyWithin(from, from + used, from + this.filled);
    this.filled -= used;
  }
}
