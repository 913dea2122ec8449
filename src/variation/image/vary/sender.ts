import type { QrPlace } from "../../../domain/content.ts";
import type { Frame } from "../jpeg/frame.ts";
import { type Patch, type PixelRectangle, sizeInPixels, snapToMcus } from "./patch.ts";
import { drawQr, qrModules } from "./qr.ts";

/** The longest side of what a messenger makes of a picture before people see it. */
const SHRUNK_SIDE = 720;
/** Pixels a module must have left then to be read. */
const LEAST_MODULE = 3;
/** What moving a place to whole MCUs may cost. */
const MCU = 16;

/**
 * The least size of a QR code, in pixels, that still scans when the picture was shrunk to 720
 * pixels on its longer side and compressed again.
 *
 * @param text what the code says.
 */
export function leastQrSize(text: string, width: number, height: number): number {
  const shrinking = Math.max(1, Math.max(width, height) / SHRUNK_SIDE);
  return Math.ceil(qrModules(text) * Math.ceil(LEAST_MODULE * shrinking)) + MCU;
}

/** A QR code on its quiet card, in the whole MCUs nearest to its place. */
export function qrPatch(frame: Frame, { x, y, size }: QrPlace, text: string): Patch {
  const at: PixelRectangle = { x, y, width: size, height: size };
  const place = snapToMcus(frame, at);
  const { width, height } = sizeInPixels(frame, place);
  return { place, picture: drawQr(text, width, height) };
}
