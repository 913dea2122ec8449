/** The largest upload, in bytes. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** The largest JPEG, in pixels: what the cameras of phones make. Its coefficients are edited in place. */
export const MAX_JPEG_PIXELS = 50_000_000;
/** The largest PNG, in pixels: it is decoded row by row. */
export const MAX_PNG_PIXELS = 25_000_000;
/** The largest WebP, and the largest PNG that is interlaced or turned: their pixels must be in memory. */
export const MAX_RASTER_PIXELS = 6_000_000;
/** The longest side, in pixels. */
export const MAX_SIDE = 16_384;
/** More scans than any encoder writes: each costs a pass over the whole picture. */
export const MAX_SCANS = 64;
