/**
 * A browser stops at the first word it does not know, and then no button of the page works. The oldest
 * that open our pages (the webviews of Chrome 83 and iOS 13) know ES2019 and not all of what came after.
 */
import { transform } from "esbuild";
import { describe, expect, test } from "vitest";
import { bundleFacePart, faceParts } from "../../../scripts/build-faces.ts";
import { bundlePageScript } from "../../../scripts/build-page-script.ts";
import { renderKit } from "../../../src/pages/kit/page.tsx";
import { renderReader } from "../../../src/pages/reader/page.tsx";
import { renderPrivacy } from "../../../src/pages/site/privacy.tsx";
import { kitProps } from "../../support/sample-kit.ts";
import { NONCE, readerProps } from "../../support/sample-pages.ts";

/** True where nothing in a script has to be rewritten for a browser of 2019. */
async function isOldEnough(script: string): Promise<boolean> {
  const [asItIs, lowered] = await Promise.all(
    ["esnext", "es2019"].map((target) => transform(script, { target, logLevel: "silent" })),
  );
  return asItIs?.code === lowered?.code && asItIs?.warnings.length === lowered?.warnings.length;
}

const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = ""]) => code,
  );

const served: readonly (readonly [string, string])[] = [
  ["the page script", await bundlePageScript(true)],
  ["the page script's core", await bundlePageScript(false)],
  ["the console's script", await bundleFacePart("consoleScript")],
  ["the script inside WeChat", await bundleFacePart("wechatScript")],
  ...[
    renderReader(readerProps()),
    renderKit(kitProps()),
    renderPrivacy({ language: "en", nonce: NONCE, backUrl: "/s/a", kept: [] }),
  ].flatMap((html, page) =>
    inlineScripts(html).map((code, at) => [`inline ${page}.${at}`, code] as const),
  ),
];

test("every page with behaviour has its script in it", () => {
  const scripts = served.slice(2).map(([, code]) => code);
  expect(scripts).toHaveLength(faceParts.filter((part) => part.endsWith("Script")).length);
});

test.each(served)("%s is ES2019", async (_name, code) => {
  expect(code).not.toBe("");
  expect(await isOldEnough(code)).toBe(true);
});

describe("what a browser of 2019 does not know is found", () => {
  test.each([
    "a.b ||= c",
    "a ??= c",
    "a ?? b",
    "a?.b",
    "class A { b = 1 }",
    "class A { #b() {} }",
    "class A { static { a() } }",
  ])("%s", async (code) => {
    expect(await isOldEnough(code)).toBe(false);
  });
});

test("a stylesheet holds all it imports, and nothing of it is loaded from elsewhere", async () => {
  for (const part of faceParts.filter((name) => name.endsWith("Style"))) {
    const css = await bundleFacePart(part);
    // Those that stand alone bring the colours; what only some pages need is added to one that does.
    const isAdded = ["readerOwnStyle", "leaveNameStyle", "keptStyle", "hanStyle"].includes(part);
    expect(css.includes("--ground")).toBe(!isAdded);
    expect(css).not.toMatch(/@import|url\(/);
  }
});
