export { MAX_BYTES, MAX_JPEG_PIXELS, MAX_RASTER_PIXELS, MAX_SIDE } from "./limits.ts";
export {
  type ImageHeader,
  type ImageType,
  type Orientation,
  uprightSize,
} from "./probe/header.ts";
export { probeImage } from "./probe/probe.ts";
export { ImageRefused, type RefusalReason } from "./refusal.ts";
