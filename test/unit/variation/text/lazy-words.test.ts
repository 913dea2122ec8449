import { expect, test, vi } from "vitest";
import { unpackLexicon, unpackRules } from "../../../../src/generated/words.js";

test("rules and lexicon are read when a caption is compiled, not when code is loaded or a caption rendered", async () => {
  vi.resetModules();
  const parse = vi.spyOn(JSON, "parse");
  const readings = () =>
    [unpackRules(), unpackLexicon()].map(
      (words) => parse.mock.calls.filter(([json]) => json === words).length,
    );
  const text = await import("../../../../src/variation/text/index.ts");
  const plan = {
    format: 1,
    drafts: [{ parts: ["早上好"], slots: 0 }],
    brands: [],
    bannedWords: [],
  } as const;
  expect(text.renderVariant(plan, { draft: 0, choices: [] }).core).toBe("早上好");
  expect(readings()).toEqual([0, 0]);
  text.compileCaption({ drafts: ["早上好"] });
  text.compileCaption({ drafts: ["今天不营业"] });
  expect(readings()).toEqual([1, 1]);
});
