import { describe, expect, test } from "vitest";
import { reviewOptions } from "../../../../src/variation/text/review.ts";

describe("an author's own options", () => {
  test.each([
    ["a limit that the first has not", "{欢迎来店|仅限到店}领取", ["operators"]],
    ["a denial dropped", "本品{不可退换|可退换}", ["operators"]],
    ["a superlative", "这款{很|最}好用", ["banned"]],
    ["a workspace's word", "好用的{工具|神器}", ["banned"]],
    ["another form of address", "您好，{您|你}的课表到了", ["pronoun"]],
    ["a bracket more", "周六{开课|开课（}见", ["balance"]],
    ["an English condition", "Come {along|along if it is dry}, all of you", ["operators"]],
  ])("are doubted for %s", (_, draft, failed) => {
    const doubts = reviewOptions(draft, { bannedWords: ["神器"] });
    expect(doubts.map((doubt) => doubt.failed)).toEqual([failed]);
  });

  test.each([
    "{早上好|早安}，新茶到了",
    "{今天|}上新{啦|了}",
    "{~毛巾、|水杯、|帽子、}都带上",
    "{别错过|千万别错过}",
    "没有写完的{",
  ])("are not where they say the same: %s", (draft) => {
    expect(reviewOptions(draft)).toEqual([]);
  });

  test("are told of with their place and what to do, an inner one by itself", () => {
    const [doubt, ...more] = reviewOptions("早\n{都来|{大家|各位}都{来|别来}}吧");
    expect(more).toEqual([]);
    expect(doubt).toMatchObject({ line: 2, option: 1, failed: ["operators"] });
    expect(doubt?.message).toBe(
      "This option denies, limits or conditions otherwise than the first option: make sure it says the same.",
    );
    expect("早\n{都来|{大家|各位}都{来|别来}}吧".slice(doubt?.offset)).toMatch(/^别来/);
  });
});
