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
export { belowOf, contrastOf, LEAST_QR_CONTRAST, LEAST_TEXT_CONTRAST } from "./compose/contrast.ts";
export type { Portrait } from "./compose/draw-avatar.ts";
export { drawBlock, type Said } from "./compose/draw-block.ts";

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
  templateFields,
  unknownFields,
} from "./compose/template.ts";
export { dealImages } from "./deal-images.ts";
export type { FontFor, Glyph } from "./glyphs/glyph.ts";
export { partOf, readGlyph } from "./glyphs/glyph-part.ts";
export { drawable, type Undrawn, undrawnOf } from "./glyphs/undrawn.ts";
export { type KernelExports, ScanKernel } from "./kernel/scan-kernel.ts";
export { uprightSize } from "./probe/header.ts";
export { probeImage } from "./probe/probe.ts";
export { ImageRefused, type RefusalReason } from "./refusal.ts";
export { runThrough } from "./steps.ts";
export { type Below, LookRun } from "./vary/look-below.ts";
export { type Variation, VariationRun, varyImage } from "./vary/vary.ts";
