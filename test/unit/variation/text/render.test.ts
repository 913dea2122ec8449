import { describe, expect, test } from "vitest";
import { compileCaption, lintFold, renderVariant } from "../../../../src/variation/text/index.ts";

function planOf(draft: string) {
  const compiled = compileCaption({ drafts: [draft], lexicon: false });
  if (!compiled.ok) throw new Error("does not compile");
  return compiled.plan;
}

describe("a variant", () => {
  const plan = planOf("{早|早上好}，上新了");
  const row = { draft: 0, choices: [1] };

  test("tells which option each slot in play took", () => {
    const nested = planOf("{早{呀|啊}|晚上好}，{上新|新到}了");
    expect(
      renderVariant(nested, { draft: 0, choices: [1, 0, 1] }).slots.map((s) => s.option),
    ).toEqual([1, 1]);
  });

  test("the sender's opener and signature stay outside the core", () => {
    const { caption, core } = renderVariant(plan, row, { opener: "哈喽～", signature: "小林" });
    expect(core).toBe("早上好，上新了");
    expect(caption).toBe("哈喽～早上好，上新了\n小林");
  });

  test("an opener without an end gets a line of its own, a Latin one a space", () => {
    expect(renderVariant(plan, row, { opener: "小林说" }).caption).toBe("小林说\n早上好，上新了");
    expect(renderVariant(plan, row, { opener: "Hi all!" }).caption).toBe("Hi all! 早上好，上新了");
  });

  test("a closer stands on a line of its own, before the signature", () => {
    const { caption } = renderVariant(plan, row, { closer: "想看的私信我～", signature: "小林" });
    expect(caption).toBe("早上好，上新了\n想看的私信我～\n小林");
  });

  test("a row of another plan is refused", () => {
    expect(() => renderVariant(plan, { draft: 1, choices: [0] })).toThrow(RangeError);
    expect(() => renderVariant(plan, { draft: 0, choices: [] })).toThrow(RangeError);
    expect(() => renderVariant(plan, { draft: 0, choices: [2] })).toThrow(RangeError);
  });
});

describe("folding", () => {
  test.each([
    ["字".repeat(100), { lines: 1, chars: 100, folded: false }],
    ["字".repeat(101), { lines: 1, chars: 101, folded: true }],
    ["一\n二\n三\n四\n五\n六", { lines: 6, chars: 6, folded: false }],
    ["一\r\n\r\n三\n四\n五\n六\n七", { lines: 7, chars: 6, folded: true }],
    ["😀", { lines: 1, chars: 1, folded: false }],
  ])("%j", (caption, expected) => {
    expect(lintFold(caption)).toEqual(expected);
  });
});
