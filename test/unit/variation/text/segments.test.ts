import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileCaption, type Plan, renderVariant } from "../../../../src/variation/text/index.ts";
import { parseDraft } from "../../../../src/variation/text/parse.ts";
import type { Script } from "../../../../src/variation/text/protect/protect.ts";
import { cutText } from "../../../../src/variation/text/segments/cut.ts";
import { cutNodes } from "../../../../src/variation/text/segments/nodes.ts";

function cut(text: string, script: Script = "han"): string[] {
  return cutText(text, script, []).map(({ start, end }) => text.slice(start, end));
}

function planOf(drafts: string[], more: object = {}): Plan {
  const compiled = compileCaption({ drafts, lexicon: false, ...more });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  return compiled.plan;
}

/** All texts that a plan's only draft has. */
function texts(plan: Plan): string[] {
  const [draft] = plan.drafts;
  const options = (draft?.parts ?? []).flatMap((part) =>
    typeof part === "object" && "slot" in part ? [part.options.length] : [],
  );
  const rows = options.reduce<number[][]>(
    (before, count) =>
      before.flatMap((row) => Array.from({ length: count }, (_, i) => [...row, i])),
    [[]],
  );
  return rows.map((choices) => renderVariant(plan, { draft: 0, choices }).core);
}

describe("a text is cut", () => {
  test.each<[string, Script, string[]]>([
    [
      "今天的草莓特别甜！🍓刚从地里摘回来的。想吃的赶紧来店里～有问题找我。",
      "han",
      ["今天的草莓特别甜！🍓", "刚从地里摘回来的。", "想吃的赶紧来店里～", "有问题找我。"],
    ],
    ["名额30个\n周六见\n\n带上孩子", "han", ["名额30个", "周六见", "带上孩子"]],
    [
      "孩子写作业坐不住，今晚八点我们聊聊这件事。",
      "han",
      ["孩子写作业坐不住，", "今晚八点我们聊聊这件事。"],
    ],
    ["她说：“别急。明天再来。”大家都笑了", "han", ["她说：“别急。明天再来。”", "大家都笑了"]],
    [
      "Doors open at 9 a.m. on Saturday. Bring Dr. Lee a cake! See you.",
      "latin",
      ["Doors open at 9 a.m. on Saturday.", "Bring Dr. Lee a cake!", "See you."],
    ],
  ])("at sentences, at lines, and at commas where there are few: %j", (text, script, expected) => {
    expect(cut(text, script)).toEqual(expected);
  });

  test("so that the segments and the white space behind them are the text", () => {
    const word = fc.constantFrom(
      "好茶",
      "。",
      "，",
      "\n",
      " ",
      "！",
      "（",
      "）",
      "🎉",
      "3天",
      "a.m.",
      "～",
      "x",
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 40 }),
        fc.constantFrom("han", "latin"),
        (words, script) => {
          const text = words.join("");
          const segments = cutText(text, script as Script, []);
          expect(segments.map(({ start, next }) => text.slice(start, next)).join("")).toBe(text);
          expect(segments.every(({ end, next }) => text.slice(end, next).trim() === "")).toBe(true);
        },
      ),
    );
  });

  test("never inside an author's slot, and says where its segments stand in the source", () => {
    const source = "早上好。\\{真的\\}来{吧。|吧！等你。}\n{今天|}见";
    const { nodes } = parseDraft(source);
    const segments = cutNodes(nodes, "han", []);
    expect(segments.map(({ text, gap }) => [text, gap])).toEqual([
      ["早上好。", ""],
      ["{真的}来吧。", "\n"],
      ["今天见", ""],
    ]);
    expect(segments.map(({ source: { start, end } }) => source.slice(start, end))).toEqual([
      "早上好。",
      "\\{真的\\}来{吧。|吧！等你。}",
      "{今天|}见",
    ]);
  });

  test("with whatever stands in it, in pieces that have an end", () => {
    expect(cut("终于".repeat(1000)).every((piece) => piece.length <= 540)).toBe(true);
  });
});

describe("drafts that say the same", () => {
  const one = "孩子写作业坐不住？今晚八点我们聊聊这件事。带上问题来，名额30个。";
  const two = "一写作业孩子就坐不住？今晚八点，这件事我们来聊聊。带着你的问题来，名额就30个。";

  test("are cut into segments that are said in any mix", () => {
    const plan = planOf([one, two]);
    expect(plan.drafts).toHaveLength(1);
    expect(texts(plan)).toHaveLength(8);
    expect(texts(plan)).toContain(
      "孩子写作业坐不住？今晚八点，这件事我们来聊聊。带上问题来，名额30个。",
    );
  });

  test.each([
    ["in another order", "今晚八点我们聊聊这件事。孩子写作业坐不住？带上问题来，名额30个。"],
    ["with another fact", two.replace("30", "20")],
    ["on other lines", two.replace("？", "？\n")],
    ["about something else", "新到的茶我泡好了。今晚八点来店里坐坐吧。位子留着呢，椅子30个。"],
  ])("stand as wholes when they say it %s", (_, other) => {
    expect(planOf([one, other]).drafts).toHaveLength(2);
  });

  test("do not mix where a banned word would come of it", () => {
    const bannedWords = ["。带着"];
    expect(planOf([one, two], { bannedWords: ["件事。带着"] }).drafts).toHaveLength(2);
    expect(planOf([one, two.replace("带着", "捎上")], { bannedWords }).drafts).toHaveLength(1);
  });
});

describe("options of neighbouring segments", () => {
  const draft =
    "{新茶到店了。|店里来了新茶。}{周六欢迎来坐坐。|周六来店里喝杯新茶。}{想喝的和我说一声。|您想喝就和我说。}";

  test("that read ill together never stand in one wording", () => {
    const { apart } = planOf([draft]).drafts[0]!;
    // 新茶 is said on both sides.
    expect(apart).toEqual([
      [0, 0, 1, 1],
      [0, 1, 1, 1],
    ]);
  });

  test("nor do those that a person vetoed as a pair", () => {
    const pair = ["店里来了新茶。", "周六欢迎来坐坐。"];
    expect(planOf([draft], { apart: [pair] }).drafts[0]!.apart).toContainEqual([0, 1, 1, 0]);
  });

  test("do not mix 你 and 您", () => {
    const { apart } = planOf(["{想喝的和我说。|您想喝就说一声。}{周六都在。|周六你来就行。}"])
      .drafts[0]!;
    expect(apart).toEqual([[0, 1, 1, 1]]);
  });
});

describe("an optional word", () => {
  test.each([
    ["I {really|} like it", "I really like it", "I like it"],
    ["We are open {now|}!", "We are open now!", "We are open!"],
    ["{So |}come", "So come", "come"],
    ["今天{真的|}好喝", "今天真的好喝", "今天好喝"],
  ])("takes its space along: %s", (draft, withIt, without) => {
    expect(texts(planOf([draft]))).toEqual([withIt, without]);
  });
});
