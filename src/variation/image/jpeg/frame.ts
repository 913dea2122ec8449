import type { Steps } from "../steps.ts";

/** One colour channel: its blocks per MCU and its quantiser in zigzag order. */
export type Component = {
  readonly h: number;
  readonly v: number;
  readonly quantiser: Uint16Array;
};

/** Brightness first, then no colours or two. */
export type Components = readonly [luma: Component, ...colours: Component[]];

/** The geometry of a picture. An MCU is the smallest unit in which all components are whole. */
export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly components: Components;
  /** Size of an MCU in pixels. */
  readonly mcuWidth: number;
  readonly mcuHeight: number;
  readonly mcusWide: number;
  readonly mcusHigh: number;
  readonly blocksPerMcu: number;
};

/** Blocks of 64 coefficients in zigzag order, component by component, row by row. */
export type Mcu = Int16Array;

/** A picture as quantised coefficients, of which any MCU can be asked for. */
export type McuStore = {
  readonly frame: Frame;
  /** Bytes of memory that it keeps besides the file. */
  readonly heldBytes: number;
  /** @param index row by row from the top. */
  read(index: number, into: Mcu): void;
};

/** A picture as quantised coefficients, delivered MCU by MCU in raster order. */
export type CoefficientSource = {
  readonly frame: Frame;
  /** APP2 segments of an ICC profile, without marker and length. */
  readonly icc: readonly Uint8Array[];
  /** Bytes of memory that it keeps besides the file. */
  readonly heldBytes: number;
  /** Pauses after each row. The array handed over is reused for the next MCU. */
  eachMcu(visit: (mcu: Mcu) => void): Steps;
};

export function frameOf(width: number, height: number, components: Components): Frame {
  const mcuWidth = 8 * Math.max(...components.map(({ h }) => h));
  const mcuHeight = 8 * Math.max(...components.map(({ v }) => v));
  return {
    width,
    height,
    components,
    mcuWidth,
    mcuHeight,
    mcusWide: Math.ceil(width / mcuWidth),
    mcusHigh: Math.ceil(height / mcuHeight),
    blocksPerMcu: components.reduce((sum, { h, v }) => sum + h * v, 0),
  };
}
