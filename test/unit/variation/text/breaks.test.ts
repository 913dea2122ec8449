import { describe, expect, test } from "vitest";
import {
  buildCodebook,
  compileCaption,
  normalise,
  type Plan,
  renderVariant,
} from "../../../../src/variation/text/index.ts";
import { slotsIn } from "../../../../src/variation/text/plan.ts";

function planOf(draft: string, vetoes: string[] = []): Plan {
  const compiled = compileCaption({ drafts: [draft], lexicon: { vetoes }, varyLayout: true });
  if (!compiled.ok) throw new Error("does not compile");
  return compiled.plan;
}

/** The draft as it stands, and with every slot of line breaks the other way. */
function broken(draft: string, vetoes: string[] = []): string | undefined {
  const plan = planOf(draft, vetoes);
  const parts = plan.drafts[0]?.parts ?? [];
  const slot = slotsIn(parts).find((one) => one.slot === "breaks");
  if (slot === undefined) return undefined;
  const choices = new Array<number>(plan.drafts[0]?.slots ?? 0).fill(0);
  expect(renderVariant(plan, { draft: 0, choices }).core).toBe(draft);
  choices[slot.at] = 1;
  return renderVariant(plan, { draft: 0, choices }).core;
}

describe("the line breaks of a draft", () => {
  test.each([
    [
      "paragraphs get a blank line between them",
      "孩子画的太阳是蓝色的。\n老师没有说不对，只问了为什么。",
      "孩子画的太阳是蓝色的。\n\n老师没有说不对，只问了为什么。",
    ],
    [
      "or lose it, all of them together",
      "孩子画的太阳是蓝色的。\n\n老师没有说不对，只问为什么。\n\n答案大家猜猜看是什么？",
      "孩子画的太阳是蓝色的。\n老师没有说不对，只问为什么。\n答案大家猜猜看是什么？",
    ],
    [
      "a chatty paragraph gets a line a sentence",
      "今天的草莓特别甜！🍓刚从地里摘回来的。想吃的赶紧来店里～",
      "今天的草莓特别甜！🍓\n刚从地里摘回来的。\n想吃的赶紧来店里～",
    ],
    [
      "English paragraphs may part further",
      "We open at eight on Saturday.\nCome by for a cup of tea.",
      "We open at eight on Saturday.\n\nCome by for a cup of tea.",
    ],
  ])("%s", (_, draft, expected) => {
    expect(broken(draft)).toBe(expected);
  });

  test.each([
    ["a list", "这周的菜都是现摘的哦。\n- 小番茄和黄瓜都是早上摘的\n- 青菜是下午从地里摘的"],
    ["labels", "周六的活动改到下午了哦。\n时间：下午\n地点：一楼大厅门口的空地"],
    ["lines that end in no mark", "春天的风吹过了田野\n花朵开满了整个山坡"],
    ["mixed breaks", "孩子画的太阳是蓝色的。\n老师没有说它不对呀。\n\n她只是问了一句为什么。"],
    ["English paragraphs, which never close up", "We open at eight.\n\nCome by for a cup of tea."],
    ["a paragraph that does not chat", "周六的课改到了下午两点。请各位家长提前安排好时间。"],
    ["sentences too short to stand alone", "哇！今天的草莓特别甜，刚从地里摘回来的～"],
    ["sentences in brackets", "今天的草莓特别甜（刚从地里摘回来的哦！是真的特别新鲜）大家快来"],
    [
      "breaks in a slot of the author's",
      "孩子画的太阳是蓝色的。\n{老师没有说不对。\n她只问为什么。|老师什么也没有说。}",
    ],
    [
      "one that would be folded",
      "今天的草莓特别的甜。\n刚从地里摘回来的。\n想吃的赶紧来店里。\n晚上八点就关门了。",
    ],
  ])("stay as written: %s", (_, draft) => {
    expect(broken(draft)).toBeUndefined();
  });

  test("stay as written on the author's word", () => {
    const draft = "孩子画的太阳是蓝色的。\n老师没有说不对，只问了为什么。";
    expect(broken(draft, ["\n"])).toBeUndefined();
  });

  test("are style: dealt among the rows, never distance, and told of once", () => {
    const draft = "{这批|店里}的草莓特别甜！刚从地里摘回来的。想吃的赶紧来店里～";
    const plan = planOf(draft, ["赶紧", "特别", "刚", "想吃的", "回来"]);
    const { codebook } = buildCodebook(plan, { teams: [{ key: "a", size: 20 }], seed: "x" });
    const variants = codebook.rows.map((row) => renderVariant(plan, row));
    expect(new Set(variants.map(({ core }) => normalise(core))).size).toBe(variants.length);
    for (const { slots, core } of variants) {
      const told = slots.filter(({ slotId }) => slotId === "breaks");
      expect(told).toHaveLength(1);
      expect(core.split("\n")).toHaveLength(told[0]?.option === 1 ? 3 : 1);
    }
  });
});
