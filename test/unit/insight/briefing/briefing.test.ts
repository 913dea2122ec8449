import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { briefingOf, type Candidate } from "../../../../src/insight/briefing/briefing.ts";
import { openerWords } from "../../../../src/insight/briefing/opener.ts";
import {
  type PastLine,
  precisionOf,
  precisionWords,
} from "../../../../src/insight/briefing/precision.ts";
import { type Reason, reasonWords } from "../../../../src/insight/briefing/reason.ts";
import { briefingText } from "../../../../src/insight/briefing/text.ts";
import { DAY, HOUR, MONDAY, names, now } from "../tags/people.ts";

const evening = MONDAY + 12 * HOUR + 5 * 60_000;
const longRead: Reason = {
  kind: "long-read",
  contentId: "sleep",
  engagedMs: 780_000,
  at: evening,
  visitIds: ["v1"],
};
const again: Reason = {
  kind: "section-again",
  contentId: "sleep",
  sectionId: "price",
  times: 2,
  at: evening,
  visitIds: ["v1", "v2"],
};

function candidate(viewerId: string, over: Partial<Candidate> = {}): Candidate {
  return {
    viewerId,
    reasons: [longRead],
    topic: viewerId,
    purpose: "inform",
    isRisingMiddle: false,
    contactedAt: null,
    snoozedUntil: null,
    ...over,
  };
}

const lines = (
  count: number,
  hits: number,
  wasShown: boolean,
  kind: Reason["kind"] = "long-read",
) =>
  Array.from(
    { length: count },
    (_, at): PastLine => ({
      reasons: [kind],
      wasShown,
      hadOutcome: at < hits,
    }),
  );
const listed = (candidates: Candidate[], past: PastLine[] = []) =>
  briefingOf(candidates, past, now.at).items.map(({ viewerId }) => viewerId);

describe("the list", () => {
  test("holds ten at most, and says who was left out by the cap", () => {
    const crowd = Array.from({ length: 12 }, (_, at) =>
      candidate(`v${String(at).padStart(2, "0")}`),
    );
    const { items, hidden } = briefingOf(crowd, [], now.at);
    expect(items).toHaveLength(10);
    expect(hidden).toEqual([
      { viewerId: "v10", reason: "cap" },
      { viewerId: "v11", reason: "cap" },
    ]);
  });

  test("more reasons, fresher ones and the rising middle come first", () => {
    expect(
      listed([
        candidate("a"),
        candidate("b", { reasons: [longRead, again] }),
        candidate("c", { isRisingMiddle: true }),
        candidate("d", { reasons: [{ ...longRead, at: evening - 6 * DAY }] }),
      ]),
    ).toEqual(["b", "c", "a", "d"]);
  });

  test.each<[string, Partial<Candidate>, string]>([
    ["snoozed", { snoozedUntil: now.at + 1 }, "snoozed"],
    ["contacted two days ago", { contactedAt: now.at - 2 * DAY }, "contacted-lately"],
  ])("leaves out who was %s, and says so", (_, over, reason) => {
    expect(briefingOf([candidate("a", over)], [], now.at)).toMatchObject({
      items: [],
      hidden: [{ viewerId: "a", reason }],
    });
  });

  test("takes them again when that is over", () => {
    const over = { snoozedUntil: now.at, contactedAt: now.at - 3 * DAY };
    expect(listed([candidate("a", over)])).toEqual(["a"]);
  });

  test("mixes topics while there are others", () => {
    const one = Array.from({ length: 12 }, (_, at) =>
      candidate(`a${String(at).padStart(2, "0")}`, { topic: "sleep" }),
    );
    const other = Array.from({ length: 3 }, (_, at) => candidate(`b${at}`, { topic: "soup" }));
    const found = listed([...one, ...other]);
    expect(found.filter((id) => id.startsWith("b"))).toHaveLength(3);
    expect(found).toHaveLength(10);
  });

  test("is the same for the same day, whatever the order of those who may be on it", () => {
    const any = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 25 }).map((ids) =>
      ids.map((id) =>
        candidate(`v${id}`, {
          topic: `t${id % 3}`,
          reasons: id % 2 ? [longRead] : [again, longRead],
          isRisingMiddle: id % 5 === 0,
          snoozedUntil: id % 7 === 0 ? now.at + DAY : null,
        }),
      ),
    );
    fc.assert(
      fc.property(any, (some) => {
        const { items, hidden } = briefingOf(some, [], now.at);
        expect(briefingOf(some.toReversed(), [], now.at)).toEqual(briefingOf(some, [], now.at));
        const told = [...items, ...hidden].map(({ viewerId }) => viewerId);
        expect(told.toSorted()).toEqual(some.map(({ viewerId }) => viewerId).toSorted());
      }),
    );
  });
});

describe("the record of a reason", () => {
  test("its outcomes raise who has it", () => {
    const past = [...lines(20, 16, true, "section-again"), ...lines(20, 1, true)];
    expect(listed([candidate("a"), candidate("b", { reasons: [again] })], past)).toEqual([
      "b",
      "a",
    ]);
  });

  test.each([
    ["clear of chance", 40, 24, 20, 4, false],
    ["no better than chance", 40, 10, 20, 5, true],
    ["too few lines to judge", 29, 2, 20, 10, false],
    ["nobody to compare with", 40, 2, 9, 5, false],
  ])("%s", (_, shown, hits, left, leftHits, isHidden) => {
    const past = [...lines(shown, hits, true), ...lines(left, leftHits, false)];
    expect(precisionOf("long-read", past).isHidden).toBe(isHidden);
  });

  test("a hidden reason lists nobody, and it is said why", () => {
    const past = [...lines(40, 10, true), ...lines(20, 5, false)];
    const { hidden, precision } = briefingOf([candidate("a")], past, now.at);
    expect(hidden).toEqual([{ viewerId: "a", reason: "reason-hidden" }]);
    expect(precision[0] && precisionWords(precision[0])).toEqual({
      zh: "列出 40 次，10 次在七天内有了结果；只因名单满了没列入的 20 次里有 5 次，所以不比偶然好，已隐藏",
      en: "listed 40 times, led to something within seven days 10 of them; of 20 times left out by a full list 5, so no better than chance: hidden",
    });
  });

  test("that has none yet says so", () => {
    expect(precisionWords(precisionOf("rising", []))).toEqual({
      zh: "还没有到期的记录",
      en: "no line of it is old enough to say yet",
    });
  });

  test("in words", () => {
    expect(
      precisionWords(precisionOf("section-again", lines(11, 7, true, "section-again"))),
    ).toEqual({
      zh: "列出 11 次，7 次在七天内有了结果",
      en: "listed 11 times, led to something within seven days 7 of them",
    });
  });
});

describe("words", () => {
  test.each<[Reason, string, string]>([
    [
      longRead,
      "昨天 21:05 读了《睡个好觉》 13 分钟",
      "read “睡个好觉” for 13 min, yesterday 21:05",
    ],
    [
      again,
      "《睡个好觉》里的“价格”一节读了 2 次，最近一次在昨天 21:05",
      "read the part “价格” of “睡个好觉” twice, last yesterday 21:05",
    ],
    [
      { kind: "came-back", contentId: "soup", afterDays: 30, at: evening, visitIds: [] },
      "时隔 30 天，昨天 21:05 又来读《冬日汤谱》",
      "came back to “冬日汤谱” after 30 days, yesterday 21:05",
    ],
    [
      { kind: "passed-on", contentId: "soup", readers: 3, at: evening, visitIds: [] },
      "有 3 人经由 TA 打开了《冬日汤谱》",
      "3 people opened “冬日汤谱” through them",
    ],
    [
      { kind: "rising", contentId: "soup", visits: 4, at: evening, visitIds: [] },
      "近两周读得更多了：4 次，最近一次是《冬日汤谱》",
      "reads more than a fortnight ago: 4 reads since, the last of “冬日汤谱”",
    ],
  ])("%o", (reason, zh, en) => {
    expect(reasonWords(reason, names, now)).toEqual({ zh, en });
  });

  const zhang = { name: "张先生", isSure: true };

  test("an opener names the subject, and not how long it was read", () => {
    expect(openerWords(again, "inform", zhang, names)).toEqual({
      zh: "张先生，您好，关于《睡个好觉》里的“价格”，有想多了解的地方，随时问我。",
      en: "Hello 张先生, about “价格” in “睡个好觉”: Ask me whatever you would like to know.",
    });
    for (const purpose of ["repurchase", "cross-sell", "inform", "partner"] as const) {
      const { zh, en } = openerWords(longRead, purpose, null, names);
      expect(`${zh}${en}`).not.toMatch(/\d|分钟|min/);
    }
  });

  test("the list as text", () => {
    const list = briefingOf(
      [candidate("a"), candidate("b", { snoozedUntil: now.at + 1 })],
      [],
      now.at,
    );
    expect(briefingText(list, () => zhang, names, now).zh).toBe(
      "1. 张先生：昨天 21:05 读了《睡个好觉》 13 分钟\n张先生，您好，关于《睡个好觉》，有想多了解的地方，随时问我。\n\n另有 1 人未列入：已推迟 1 人。",
    );
    // A guess is told as one, and nobody is greeted by it.
    expect(briefingText(list, () => ({ ...zhang, isSure: false }), names, now).zh).toMatch(
      /^1\. 可能是张先生：.*\n您好，关于/,
    );
    expect(briefingText(briefingOf([], [], now.at), () => null, names, now).en).toBe(
      "Nobody to turn to today.",
    );
    // Also where nobody is on it, it is said who could have been.
    const hidden = ["cap", "snoozed", "cap"].map((reason, at) => ({ viewerId: `${at}`, reason }));
    const nobody = { items: [], hidden, precision: [] } as unknown as typeof list;
    expect(briefingText(nobody, () => null, names, now)).toEqual({
      zh: "今天没有需要联系的人。\n\n另有 3 人未列入：名单已满 2 人，已推迟 1 人。",
      en: "Nobody to turn to today.\n\n3 more left out: the list is full (2); put off (1).",
    });
  });
});
