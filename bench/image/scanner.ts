import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import jsqr from "jsqr";
import sharp from "sharp";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

/** Without it the library asks the network for its WebAssembly. */
const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } });

export const scanners = { jsqr: byJsqr, zxing: byZxing } as const;

/** What a scanner of one's own pages reads; it misses codes that phones read. */
async function byJsqr(picture: Uint8Array): Promise<string | undefined> {
  const { data, info } = await sharp(picture)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** What zxing reads, on which most apps' scanners are built. */
async function byZxing(picture: Uint8Array): Promise<string | undefined> {
  const [found] = await readBarcodes(picture, { formats: ["QRCode"], tryHarder: true });
  return found?.text;
}
