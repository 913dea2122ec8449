import { MAX_JPEG_PIXELS, MAX_PNG_PIXELS, MAX_RASTER_PIXELS, MAX_SIDE } from "../limits.ts";
import { damaged, ImageRefused } from "../refusal.ts";
import { SMALLER } from "./advice.ts";

export type ImageType = "jpeg" | "png" | "webp";

/** EXIF orientation: 1 is upright, 2–4 mirrored or turned half way, 5–8 with sides swapped. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What a file says of itself before anything is decoded. Sizes are pixels as stored. */
export type ImageHeader = {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** Colour channels as stored: 1 gray or palette, 2 gray and alpha, 3, or 4 with alpha. */
  readonly components: number;
  readonly bitsPerSample: number;
  /** JPEG: coded in several passes. PNG: interlaced. */
  readonly progressive: boolean;
  /** PNG: whether its samples are numbers of colours. */
  readonly isPalette?: boolean;
  /** JPEG: pixels across and down that are coded as one, of which a mirrored side must be made. */
  readonly mcu?: { readonly width: number; readonly height: number };
};

/** The size that the base of this file has: upright, and a JPEG's mirrored sides cut to whole MCUs. */
export function uprightSize(header: ImageHeader): { width: number; height: number } {
  const { orientation, mcu = { width: 1, height: 1 } } = header;
  const { mirrorX, mirrorY, swap } = turnOf(orientation);
  const width = mirrorX ? wholeMcus(header.width, mcu.width) : header.width;
  const height = mirrorY ? wholeMcus(header.height, mcu.height) : header.height;
  return swap ? { width: height, height: width } : { width, height };
}

/** What an orientation does to the stored picture: mirror its axes, then swap them. */
export type Turn = { readonly swap: boolean; readonly mirrorX: boolean; readonly mirrorY: boolean };

export function turnOf(orientation: Orientation): Turn {
  return {
    swap: orientation >= 5,
    mirrorX: [2, 3, 7, 8].includes(orientation),
    mirrorY: [3, 4, 6, 7].includes(orientation),
  };
}

/** A side without its last MCU where that is not whole; a side shorter than one keeps its padding. */
export function wholeMcus(side: number, mcu: number): number {
  return Math.max(1, Math.floor(side / mcu)) * mcu;
}

/** To a tenth, upwards: what is over a limit never reads like the limit. */
const megapixels = (pixels: number) => `${Math.ceil(pixels / 100_000) / 10} megapixels`;

const NAMES = { jpeg: "JPEG", png: "PNG", webp: "WebP" } as const;
const LIMITS = { jpeg: MAX_JPEG_PIXELS, png: MAX_PNG_PIXELS, webp: MAX_RASTER_PIXELS } as const;

/**
 * Refuses a size before memory is spent on it.
 *
 * @param kind what the limit is for, where it is not that of the type.
 * @throws {ImageRefused} `image-too-large` naming the limit, `image-damaged` for a side of 0.
 */
export function checkSize(
  type: ImageType,
  width: number,
  height: number,
  { most, kind }: { most: number; kind: string } = { most: LIMITS[type], kind: NAMES[type] },
): void {
  if (width === 0 || height === 0) throw damaged("it claims a side of 0 pixels");
  if (width > MAX_SIDE || height > MAX_SIDE) {
    throw new ImageRefused(
      "image-too-large",
      `The picture is ${width} × ${height} pixels; no side may be longer than ${MAX_SIDE}. ${SMALLER}`,
    );
  }
  if (width * height > most) {
    throw new ImageRefused(
      "image-too-large",
      `The picture has ${megapixels(width * height)}; the limit for ${kind} is ${megapixels(most)}. ${SMALLER}`,
    );
  }
}
