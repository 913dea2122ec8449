/** What people say in other words passes, and the false word that comes nearest to it does not. */
import { describe, expect, test } from "vitest";
import { judgeOption } from "../../../../src/variation/text/index.ts";

const seen = (original: string, option: string) => {
  const { failed, doubts } = judgeOption(original, option);
  return [...failed, ...doubts].map(({ kind }) => kind);
};

describe("said in other words, and falsely", () => {
  test.each([
    [
      "a denial that another word implies",
      "我们晚上关门晚，大家不用急。",
      "我们晚上关门晚，大家慢慢来。",
      "我们晚上关门晚，大家得赶紧。",
    ],
    [
      "a denial within a word of talk",
      "修不修都没关系，先拿来看看。",
      "不修也没事，先拿来看看。",
      "不修不收，先拿来看看。",
    ],
    [
      "what costs nothing",
      "You don't pay for the first visit.",
      "The first visit is free.",
      "The first visit is half price.",
    ],
    [
      "what is asked on top",
      "四楼没电梯，每层加30块。",
      "四楼不带电梯，每层多收30块。",
      "四楼没电梯，每层减30块。",
    ],
    ["a bound", "首付最少两成。", "首付不能低于两成。", "首付最多两成。"],
    ["a claim in another word for it", "这套降了5万。", "这套便宜了5万。", "这套涨了5万。"],
    [
      "two people side by side",
      "快到期的叔叔阿姨，先打电话。",
      "叔叔阿姨快到期了，先打电话。",
      "叔叔阿姨快到期了，先发短信。",
    ],
    [
      "a verb of more than one meaning",
      "Leave the box by the gate.",
      "Put the box by the gate.",
      "Burn the box by the gate.",
    ],
    [
      "one of two places where a word stands",
      "Bags over five pounds ship free over $40.",
      "Bags over five pounds ship free above $40.",
      "Bags over five pounds ship free under $40.",
    ],
    [
      "an ending alone",
      "Tables for couples who book early are by the window.",
      "Tables for couples booking early are by the window.",
      "Tables for couples leaving early are by the window.",
    ],
    [
      "the night before",
      "We call the evening before.",
      "We call the night before.",
      "We call the morning before.",
    ],
    [
      "an offer that was taken",
      "The owners accepted the offer last week.",
      "The owners took the offer last week.",
      "The owners turned down the offer last week.",
    ],
    [
      "what a rate falls to",
      "The rate drops to 2% in May.",
      "The rate falls to 2% in May.",
      "The rate falls by 2% in May.",
    ],
  ])("%s", (_, original, faithful, falsified) => {
    expect(seen(original, faithful)).toEqual([]);
    expect(seen(original, falsified)).not.toEqual([]);
  });

  test("a need that is denied carries no must", () => {
    const original = "No diploma needed, but you must have a car.";
    expect(seen(original, "You don't need a diploma, but you have to have a car.")).toEqual([]);
    expect(seen(original, "You don't need a diploma, but a car helps.")).toContain("operators");
  });
});
