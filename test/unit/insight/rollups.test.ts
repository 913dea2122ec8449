import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownId, type SenderId } from "../../../src/domain/ids.ts";
import type { CountedVisit, Sums } from "../../../src/domain/rollup.ts";
import { addSums, bucketOf, cellsOf, medianOf, Rollup } from "../../../src/insight/rollups.ts";

const visit = (more: Partial<CountedVisit> = {}) =>
  ({
    target: "at",
    quarter: Date.UTC(2026, 10, 1, 0, 30),
    id: "av1",
    workspaceId: "aw",
    version: 1,
    viewerId: null,
    senderId: "as1",
    channel: "chat",
    app: "wechat",
    engagedMs: 5000,
    scroll: 500,
    sections: { a: 5000 },
    completion: 500,
    reached: "a",
    again: [],
    ...more,
  }) as CountedVisit;

const sumsOf = (...readers: CountedVisit[][]) => {
  const rollup = new Rollup();
  for (const visits of readers) rollup.addReader(visits);
  return rollup.rows();
};
const content = (...readers: CountedVisit[][]) =>
  sumsOf(...readers).find(({ part }) => part === "content")?.sums ?? {};

describe("a reader", () => {
  test("who is remembered is one viewer, and one reader of a section, however often they came", () => {
    const mine = { viewerId: "aviewer" as CountedVisit["viewerId"] };
    const sums = content([visit(mine), visit({ ...mine, id: "av2" as CountedVisit["id"] })]);
    expect(sums.total).toEqual([2, 1, 10_000, 1000]);
    expect(sums["section:a"]).toEqual([1, 10_000, 0]);
  });

  test("who is not remembered is no viewer, and a reader of a section each time", () => {
    const sums = content([visit()], [visit()]);
    expect(sums.total).toEqual([2, 0, 10_000, 1000]);
    expect(sums["section:a"]).toEqual([2, 10_000, 2]);
  });

  test("who came through two senders is a viewer of each, and one of the content", () => {
    const mine = { viewerId: "aviewer" as CountedVisit["viewerId"] };
    const rows = sumsOf([
      visit(mine),
      visit({ ...mine, senderId: "as2" as CountedVisit["senderId"] }),
    ]);
    const viewers = rows.flatMap(({ part, sums }) => (part === "day" ? [] : [sums.total?.[1]]));
    expect(viewers).toEqual([1, 1, 1]);
  });

  test("the app is told of the content and of each sender, whose apps add up to the content's", () => {
    const rows = sumsOf(
      [visit({ app: "wechat" }), visit({ app: "browser", senderId: knownId<SenderId>("as2") })],
      [visit({ app: "wechat", senderId: knownId<SenderId>("as2") })],
    );
    const apps = (sums: Sums) => Object.fromEntries(cellsOf(sums, "app"));
    const of = (part: string) => rows.filter((row) => row.part === part);
    expect(of("content").map(({ sums }) => apps(sums))).toEqual([
      { wechat: [2, 10_000, 2], browser: [1, 5000, 1] },
    ]);
    expect(Object.fromEntries(of("sender").map(({ key, sums }) => [key, apps(sums)]))).toEqual({
      as1: { wechat: [1, 5000, 1] },
      as2: { wechat: [1, 5000, 1], browser: [1, 5000, 1] },
    });
  });

  test("who is not remembered is among the unnamed reads of every sum, until they agree", () => {
    const rollup = new Rollup();
    const of = (part: string) => rollup.rows().find((row) => row.part === part)?.sums ?? {};
    const told = () => [
      ...[of("content").unnamed, of("sender").unnamed],
      ...["channel:chat", "app:wechat", "section:a"].map((cell) => of("content")[cell]?.[2]),
      ...["channel:chat", "app:wechat"].map((cell) => of("sender")[cell]?.[2]),
      of("day")["2"]?.[2],
    ];
    rollup.addReader([visit()]);
    rollup.addReader([visit({ viewerId: "aviewer" as CountedVisit["viewerId"] })]);
    expect(told()).toEqual([[1], [1], 1, 1, 1, 1, 1, 1]);
    rollup.addReader([visit()], -1);
    expect(told()).toEqual([undefined, undefined, 0, 0, 0, 0, 0, 0]);
  });

  test("is added to the quarter-hour of a UTC day", () => {
    const day = sumsOf([visit()]).find(({ part }) => part === "day");
    expect(day).toMatchObject({ key: String(Date.UTC(2026, 10, 1)), sums: { 2: [1, 5000, 1] } });
  });

  test("who is added and taken away leaves nothing", () => {
    const rollup = new Rollup();
    rollup.addReader([visit()]);
    rollup.addReader([visit()], -1);
    for (const { sums } of rollup.rows()) expect(sums).toEqual({});
  });
});

test("sums that are taken away again leave what was there", () => {
  const a = content([visit()]);
  const b = content([visit({ channel: "moments", engagedMs: 9000 })]);
  expect(addSums(addSums(a, b), b, -1)).toEqual(a);
});

describe("the median", () => {
  test("is exact of times that are 2 % apart, and 0 of none", () => {
    const of = (...times: number[]) =>
      medianOf(content(...times.map((engagedMs) => [visit({ engagedMs })])));
    expect(of()).toBe(0);
    expect(of(7000)).toBe(7000);
    expect(of(10_000, 20_000)).toBe(15_000);
    expect(of(1000, 90_000, 4000)).toBe(4000);
  });

  test("is never 2 % off, whatever the times", () => {
    const times = fc.array(fc.integer({ min: 1000, max: 86_400_000 }), { minLength: 1 });
    fc.assert(
      fc.property(times, (engaged) => {
        const sorted = [...engaged].sort((a, b) => a - b);
        const [low = 0, high = 0] = [
          sorted[Math.floor((sorted.length - 1) / 2)],
          sorted[Math.floor(sorted.length / 2)],
        ];
        const exact = (low + high) / 2;
        const told = medianOf(content(...engaged.map((engagedMs) => [visit({ engagedMs })])));
        expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact * 0.02 + 1);
      }),
    );
  });

  test("has buckets that are at most 2 % wide", () => {
    for (const ms of [1000, 12_345, 600_000]) expect(bucketOf(ms * 1.021)).toBe(bucketOf(ms) + 1);
  });
});
