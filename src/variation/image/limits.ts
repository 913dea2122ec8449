/** The largest upload, in bytes. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** The largest JPEG, in pixels: its coefficients are edited in place, so it may be larger. */
export const MAX_JPEG_PIXELS = 12_500_000;
/** The largest PNG or WebP, in pixels: these must be decoded to a raster in memory. */
export const MAX_RASTER_PIXELS = 6_000_000;
/** The longest side, in pixels. */
export const MAX_SIDE = 16_384;
/** More scans than any encoder writes: each costs a pass over the whole picture. */
export const MAX_SCANS = 64;
