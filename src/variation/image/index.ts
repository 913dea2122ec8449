export {
  admitImage,
  type Base,
  baseFromJpeg,
  baseFromRaster,
  baseSteps,
  makeBase,
  type PixelCodec,
} from "./base/make-base.ts";
export type { Frame } from "./jpeg/frame.ts";
export { type KernelExports, ScanKernel } from "./kernel/scan-kernel.ts";
export {
  MAX_BYTES,
  MAX_JPEG_PIXELS,
  MAX_PNG_PIXELS,
  MAX_RASTER_PIXELS,
  MAX_SIDE,
} from "./limits.ts";
export { drawLine, type FontFor, linePatch } from "./line/draw-line.ts";
export { type Font, openFont } from "./line/font.ts";
export type { Raster } from "./pixels/raster.ts";
export {
  type ImageHeader,
  type ImageType,
  type Orientation,
  uprightSize,
} from "./probe/header.ts";
export { probeImage } from "./probe/probe.ts";
export { ImageRefused, type RefusalReason } from "./refusal.ts";
export type { Patch } from "./vary/patch.ts";
export { qrModules } from "./vary/qr.ts";
export { leastQrSize, qrPatch } from "./vary/sender.ts";
export { type Variation, VariationRun, varyImage } from "./vary/vary.ts";
