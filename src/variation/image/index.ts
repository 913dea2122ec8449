export {
  admitImage,
  type Base,
  baseFromJpeg,
  baseFromRaster,
  baseSteps,
  makeBase,
  type PixelCodec,
  shrunkBase,
  smallerBase,
} from "./base/make-base.ts";
export { contrastOf, LEAST_QR_CONTRAST, LEAST_TEXT_CONTRAST } from "./compose/contrast.ts";
export type { Portrait } from "./compose/draw-avatar.ts";
export { drawBlock, type Said } from "./compose/draw-block.ts";
export { qrModules } from "./compose/draw-qr.ts";
export { layOutText } from "./compose/draw-text.ts";
export type { Layer } from "./compose/layer.ts";
export {
  leastPortrait,
  leastQrSize,
  leastTextHeight,
  leastTextSize,
} from "./compose/least-size.ts";
export {
  filledIn,
  type TemplateValues,
  templateFields,
  unknownFields,
} from "./compose/template.ts";
export type { FontFor, Glyph } from "./glyphs/glyph.ts";
export { partOf, readGlyph } from "./glyphs/glyph-part.ts";
export { drawable, type Undrawn, undrawnOf } from "./glyphs/undrawn.ts";
export type { Frame } from "./jpeg/frame.ts";
export { type KernelExports, ScanKernel } from "./kernel/scan-kernel.ts";
export {
  MAX_BYTES,
  MAX_JPEG_PIXELS,
  MAX_PNG_PIXELS,
  MAX_RASTER_PIXELS,
  MAX_SIDE,
} from "./limits.ts";
export type { Raster } from "./pixels/raster.ts";
export {
  type ImageHeader,
  type ImageType,
  type Orientation,
  uprightSize,
} from "./probe/header.ts";
export { probeImage } from "./probe/probe.ts";
export { ImageRefused, type RefusalReason } from "./refusal.ts";
export { runThrough, type Steps } from "./steps.ts";
export { type Below, LookRun } from "./vary/look-below.ts";
export { type Variation, VariationRun, varyImage } from "./vary/vary.ts";
