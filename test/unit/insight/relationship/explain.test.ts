import { expect, test } from "vitest";
import { tieWords } from "../../../../src/insight/relationship/explain.ts";
import { relationshipsAt } from "../../../../src/insight/relationship/rank.ts";
import type { TieHistory } from "../../../../src/insight/relationship/strength.ts";
import { DAY, MONDAY, now } from "../tags/people.ts";

const offered = [1, 8, 40].map((days) => MONDAY - days * DAY);
const histories: TieHistory[] = [
  {
    viewerId: "close",
    reads: [1, 3, 35].map((days) => ({ at: MONDAY - days * DAY, completion: 0.6 })),
    offered,
    answers: [MONDAY - 2 * DAY, MONDAY - 3 * DAY],
  },
  {
    viewerId: "quiet",
    reads: [{ at: MONDAY - 100 * DAY, completion: 0.25 }],
    offered,
    answers: [],
  },
];

/** More who read once, each a day earlier than the one before. */
const others = [100, 101, 102, 103, 104, 105, 106].map(
  (days): TieHistory => ({
    viewerId: `other-${days}`,
    reads: [{ at: MONDAY - days * DAY, completion: 0.1 }],
    offered,
    answers: [],
  }),
);

/** Each by its sentence, on Tuesday. */
const sentencesOf = (all: readonly TieHistory[]) =>
  Object.fromEntries(relationshipsAt(all, now.at).map((tie) => [tie.viewerId, tieWords(tie, now)]));
const sentences = sentencesOf([...histories, ...others]);

test("a tie says its third and place, when they read, how much of what there was, how far, and what came back", () => {
  expect(sentences.close).toEqual({
    zh: "强（9 位读者里排第 1）：最近一次读在11 月 15 日 09:00；30 天里读了 2 次，同期新发 2 篇；一般读完全文的 60 %；回应过 2 次（达成目标，或聊出了结果）；比两周前更近。",
    en: "Strong (no. 1 of 9 readers): last read 15 Nov 09:00; 2 reads in 30 days, in which 2 new posts came out; usually reads 60 % of the text; 2 answers (goals, or talks that led to something); closer than a fortnight ago.",
  });
});

test("who has been quiet for longer than their rhythm is said to be gone, and nothing is made up of it", () => {
  expect(sentences.quiet?.en).toBe(
    "Strong (no. 2 of 9 readers): last read 8 Aug 09:00; 0 reads in 30 days, in which 2 new posts came out; usually reads 25 % of the text; no answer yet (a goal, or a talk that leads to something); has not come for long.",
  );
});

test("of too few readers nobody is said to be strong or weak, and how many it takes is said", () => {
  const { close } = sentencesOf(histories);
  expect(close?.zh).toMatch(/^读者太少，不分强弱（2 位读者，至少要 9 位）：最近一次读在/);
  expect(close?.en).toMatch(
    /^Too few to be ranked \(2 readers; at least 9 are needed\): last read /,
  );
});

test("who gave no part its time is said to have read so, and not 0 %; a little is not nothing", () => {
  const [tie] = relationshipsAt(histories, now.at);
  const read = (completion: number) =>
    tie && tieWords({ ...tie, evidence: { ...tie.evidence, completion } }, now);
  expect(read(0)?.zh).toContain("；一般没有一节读到它该用时间的一半；");
  expect(read(0)?.en).toContain("; usually gives no part half the time that reading it takes; ");
  expect(read(0.003)?.zh).toContain("一般读完全文的 < 1 %");
  expect(`${read(0)?.zh}${read(0)?.en}${read(0.003)?.en}`).not.toMatch(/(?<!\d)0 %/);
});
