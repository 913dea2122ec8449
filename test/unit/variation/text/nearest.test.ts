import { describe, expect, test } from "vitest";
import { besideNearest } from "../../../../src/variation/text/index.ts";

const told = (texts: readonly string[]) =>
  besideNearest(texts).map(({ nearest, parts }) => [
    nearest,
    parts.filter(({ kind }) => kind === "new").map(({ text }) => text),
  ]);

describe("each wording beside the one most like it", () => {
  test("is marked where it differs from that one, and not from the first", () => {
    const texts = [
      "今晚八点，一起聊聊睡眠。",
      "新茶到店，来坐一坐，喝一杯。",
      "新茶到店，来坐一坐，尝一杯。",
    ];
    expect(told(texts).slice(1)).toEqual([
      [2, ["喝"]],
      [1, ["尝"]],
    ]);
  });

  test("has nothing marked beside one that says the same", () => {
    expect(told(["Tea is here.", "Another thing.", "Tea is here."])[2]).toEqual([0, []]);
  });

  test.each([
    ["晚上读《新茶》。", "晚上看《新茶》。", "看"],
    ["《老茶》来了", "《新茶》来了", "新"],
    ["晚上喝《新茶》", "晚上一起喝《新茶》", "一起"],
    ["喝一杯，坐一坐", "喝一口，坐一坐", "口"],
  ])("has no bracket or comma marked that both have: %s, %s", (other, text, marked) => {
    expect(told([other, text])[1]).toEqual([0, [marked]]);
  });

  test("reads as it was written, whatever is marked", () => {
    const texts = ["Fresh tea is here, come by.", "New tea has come; taste it!", ""];
    const back = besideNearest(texts).map(({ parts }) => parts.map(({ text }) => text).join(""));
    expect(back).toEqual(texts);
  });

  test("stands alone where there is no other", () => {
    expect(told(["Tea."])).toEqual([[null, []]]);
    expect(besideNearest([])).toEqual([]);
  });
});
