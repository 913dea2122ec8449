import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaptionInput, Plan } from "../../../../src/variation/text/index.ts";
import { compileCaption, renderVariant } from "../../../../src/variation/text/index.ts";

function plan(input: CaptionInput): Plan {
  const compiled = compileCaption({ lexicon: false, ...input });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  return compiled.plan;
}

function codes(draft: string, more: Partial<CaptionInput> = {}): string[] {
  const compiled = compileCaption({ drafts: [draft], ...more });
  return compiled.ok
    ? []
    : compiled.errors.map((e) => `${e.code}@${e.offset} ${e.line}:${e.column}`);
}

describe("an author's markup", () => {
  test("slots, nested and optional ones, render by a row's choices", () => {
    const compiled = plan({ drafts: ["{早|早上好{呀|}}，{今天|}上新"] });
    const render = (...choices: number[]) => renderVariant(compiled, { draft: 0, choices }).core;
    expect(render(0, 0, 0)).toBe("早，今天上新");
    expect(render(1, 0, 1)).toBe("早上好呀，上新");
    expect(render(1, 1, 0)).toBe("早上好，今天上新");
  });

  test("parts that may change places are said in every order that keeps the facts in theirs", () => {
    const compiled = plan({ drafts: ["带{~ 水杯| {毛巾|小毛巾}| 好心情}"] });
    const render = (...choices: number[]) => renderVariant(compiled, { draft: 0, choices }).core;
    expect(compiled.drafts[0]).toMatchObject({
      slots: 2,
      parts: ["带", { options: { length: 6 } }],
    });
    expect(render(0, 0)).toBe("带 水杯 毛巾 好心情");
    expect(render(5, 1)).toBe("带 好心情 小毛巾 水杯");
    expect(codes("{~周六10点|周日11点}")).toEqual(["changes-facts@0 1:1"]);
    expect(plan({ drafts: ["{~✅软\n|✅暖\n}"] }).drafts[0]?.parts[0]).toMatchObject({
      options: { length: 2 },
    });
    expect(codes("{~a|b|c|d|e|f|g|h|i}")).toEqual(["too-many-options@0 1:1"]);
  });

  test("escapes stand for the characters, other backslashes for themselves", () => {
    const compiled = plan({ drafts: ["a\\{b\\|c\\}d\\\\e \\o/"] });
    expect(renderVariant(compiled, { draft: 0, choices: [] }).core).toBe("a{b|c}d\\e \\o/");
  });

  test("line ends of every kind become one", () => {
    const compiled = plan({ drafts: ["一\r\n二\r三\n四"] });
    expect(renderVariant(compiled, { draft: 0, choices: [] }).core).toBe("一\n二\n三\n四");
  });

  test.each([
    ["今天{好|不错", ["slot-not-closed@2 1:3"]],
    ["今天}好", ["slot-not-opened@2 1:3"]],
    ["今天|好", ["pipe-outside-slot@2 1:3"]],
    ["今天{}好", ["empty-slot@2 1:3"]],
    ["第一行\n今天{好}", ["single-option@6 2:3"]],
    ["😀\r\n😀{好|好}", ["repeated-option@6 2:2"]],
    ["{a|{b|{c|{d|{e|f}}}}}", ["too-deep@12 1:13"]],
    [
      `{${Array.from({ length: 33 }, (_, i) => "好".repeat(i + 1)).join("|")}}`,
      ["too-many-options@0 1:1"],
    ],
    ["{好|棒}".repeat(201), ["too-many-slots@1000 1:1001"]],
    [" \n", ["empty-draft@0 1:1"]],
    ["字".repeat(5001), ["draft-too-long@0 1:1"]],
    // One sign that is written out as eighteen letters wherever a text is compared.
    ["ﷺ".repeat(4900), ["draft-too-long@0 1:1"]],
  ])("%j is refused with the place", (draft, expected) => {
    expect(codes(draft)).toEqual(expected);
  });

  test("is markup in full width too", () => {
    const compiled = plan({ drafts: ["｛早上好｜早安｝，{新品｜春日|上新}，7｜8"] });
    expect(renderVariant(compiled, { draft: 0, choices: [1, 0] }).core).toBe(
      "早安，新品｜春日，7｜8",
    );
    expect(codes("｛早上好|早安｝")).toEqual(["single-option@0 1:1"]);
  });

  test.each(["{a|".repeat(800) + "}".repeat(800), "{".repeat(4900)])(
    "is read no further than its bounds, and one fault says so",
    (draft) => {
      expect(codes(draft).map((fault) => fault.split("@")[0])).toEqual(["too-deep"]);
    },
  );

  test("has at most twenty faults told", () => {
    expect(codes("}".repeat(4900))).toHaveLength(20);
  });

  test("may be long, if what it says is not", () => {
    const options = `{${Array.from({ length: 30 }, (_, i) => `${"好".repeat(500)}${"a".repeat(i)}`).join("|")}}`;
    expect(codes(options)).toEqual([]);
    expect(codes("好{a|b}".repeat(199) + "好".repeat(4500))).toEqual([]);
    expect(codes("{a|b}".repeat(199) + "好".repeat(5000))).toEqual(["draft-too-long@0 1:1"]);
    expect(codes(`${options}${options}`)).toEqual(["draft-too-long@0 1:1"]);
  });

  test("every fault is told, not only the first", () => {
    expect(codes("{a}|{}")).toEqual([
      "single-option@0 1:1",
      "pipe-outside-slot@3 1:4",
      "empty-slot@4 1:5",
    ]);
  });

  test("no draft and too many drafts are refused", () => {
    expect(compileCaption({ drafts: [] })).toMatchObject({ errors: [{ code: "no-drafts" }] });
    expect(compileCaption({ drafts: new Array(21).fill("好") })).toMatchObject({
      errors: [{ code: "too-many-drafts", draft: 20 }],
    });
  });

  test("a fault names its draft", () => {
    expect(compileCaption({ drafts: ["好", "{"] })).toMatchObject({
      errors: [{ draft: 1, code: "slot-not-closed" }],
    });
  });

  test("any text with its marks escaped renders as it was", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (text) => {
        fc.pre(text.trim() !== "" && !text.includes("\r"));
        const escaped = text.replace(/[\\{}|｛｜｝]/g, "\\$&");
        expect(renderVariant(plan({ drafts: [escaped] }), { draft: 0, choices: [] }).core).toBe(
          text,
        );
      }),
    );
  });
});

describe("facts", () => {
  test("an option that changes a number is refused at its own place", () => {
    expect(codes("{满199减50|满199减60}，来吧")).toEqual(["changes-facts@9 1:10"]);
  });

  test("an optional number is refused: some senders would lose it", () => {
    expect(codes("{前100名|}有礼")).toEqual(["changes-facts@0 1:1"]);
  });

  test("an option may keep the number and change the words around it", () => {
    expect(codes("{仅售|只要}¥99{哦|}")).toEqual([]);
  });

  test("a brand survives in every option", () => {
    expect(codes("{星河|星空}面霜", { protect: ["星河"] })).toEqual(["changes-facts@4 1:5"]);
    expect(codes("{星河|星空}面霜")).toEqual([]);
  });

  test("a banned word is refused where it stands", () => {
    expect(codes("这是{全网最低|超低}价", { bannedWords: ["全网最低"] })).toEqual([
      "banned-word@3 1:4",
    ]);
  });
});

describe("the plan", () => {
  test("is plain JSON and renders the same after a round trip", () => {
    const made = plan({ drafts: ["{早|早上好}，满199减50{呀|}"] });
    const back = JSON.parse(JSON.stringify(made)) as Plan;
    const row = { draft: 0, choices: [1, 0] };
    expect(back).toEqual(made);
    expect(renderVariant(back, row)).toEqual(renderVariant(made, row));
  });

  test("cannot be changed", () => {
    const made = plan({ drafts: ["{早|早上好}"] });
    expect(() => Object.assign(made.drafts[0] as object, { slots: 2 })).toThrow(TypeError);
  });

  test("a slot keeps its id when text elsewhere or an option behind it changes", () => {
    const id = (draft: string) =>
      renderVariant(plan({ drafts: [draft] }), { draft: 0, choices: [0] }).slots[0]?.slotId;
    expect(id("{早|早上好}，上新了")).toBe(id("各位{早|早上好|早安}。"));
  });

  test("two slots of the same words have different ids", () => {
    const { slots } = renderVariant(plan({ drafts: ["{早|晚}{早|晚}"] }), {
      draft: 0,
      choices: [0, 0],
    });
    expect(slots[0]?.slotId).not.toBe(slots[1]?.slotId);
  });
});
