import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundlePageScript } from "../../../../scripts/build-page-script.ts";

const gzipBytes = (source: string) => gzipSync(source, { level: 9 }).length;

test("the core page script is at most 1,280 bytes gzip", async () => {
  expect(gzipBytes(await bundlePageScript(false))).toBeLessThanOrEqual(1280);
});
test("with embedding, consent and goals it is at most 2,200", async () => {
  expect(gzipBytes(await bundlePageScript(true))).toBeLessThanOrEqual(2200);
});
test("it keeps nothing on the device", async () => {
  expect(await bundlePageScript(true)).not.toMatch(
    /localStorage|sessionStorage|indexedDB|\.cookie/,
  );
});
