/** Holds what readers download and what is deployed to the sizes that the design allows. */
import { gzipSync } from "node:zlib";
import { bundleFacePart, type FacePart } from "./build-faces.ts";
import { bundlePageScript } from "./build-page-script.ts";
import { bundleSize, bundleWorker } from "./bundle.ts";

interface Size {
  readonly what: string;
  /** Bytes, gzipped. */
  readonly bytes: number;
  readonly limit: number;
}

/** @throws when anything is larger than allowed */
export async function checkSizes(): Promise<void> {
  await bundleWorker();
  const sizes: Size[] = [
    { what: "page script, core", bytes: gzip(await bundlePageScript(false)), limit: 1_280 },
    { what: "page script, full", bytes: gzip(await bundlePageScript(true)), limit: 2_200 },
    { what: "reader page, script", bytes: await faceSize("readerScript"), limit: 660 },
    { what: "reader page, style", bytes: await faceSize("readerStyle"), limit: 2_400 },
    {
      what: "reader page inside WeChat, script",
      bytes: await faceSize("wechatScript"),
      limit: 1_100,
    },
    { what: "kit, script", bytes: await faceSize("kitScript"), limit: 2_400 },
    { what: "kit, style", bytes: await faceSize("kitStyle"), limit: 2_560 },
    { what: "console, script", bytes: await faceSize("consoleScript"), limit: 6_000 },
    { what: "console, style", bytes: await faceSize("consoleStyle"), limit: 5_000 },
    { what: "Worker", bytes: await bundleSize(), limit: 1_258_291 },
  ];
  for (const { what, bytes, limit } of sizes) {
    const mark = bytes <= limit ? "✓" : "✗";
    console.log(`  ${mark} ${what}: ${bytes} bytes gzip, at most ${limit}`);
  }
  const large = sizes.filter(({ bytes, limit }) => bytes > limit);
  if (large.length > 0) throw new Error(`Too large: ${large.map(({ what }) => what).join(", ")}`);
}

const faceSize = async (part: FacePart) => gzip(await bundleFacePart(part));
const gzip = (text: string) => gzipSync(text, { level: 9 }).length;

if (import.meta.main) await checkSizes();
