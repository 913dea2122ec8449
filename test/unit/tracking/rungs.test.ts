import { describe, expect, test } from "vitest";
import {
  type ContentId,
  knownId,
  type LinkCode,
  type SenderId,
  type TargetId,
  type ViewerId,
  type VisitId,
  type WorkspaceId,
} from "../../../src/domain/ids.ts";
import { duration, instant } from "../../../src/domain/units.ts";
import type { StoredVisit } from "../../../src/domain/visit.ts";
import {
  type ColumnRule,
  columnsWhere,
  erasedVisit,
  exportedVisit,
  isRow,
  keptVisit,
  shownOf,
  shownParts,
  type VisitColumn,
  visitColumns,
} from "../../../src/tracking/rungs.ts";

const kept = {
  target: knownId<TargetId>("aContent"),
  quarter: instant(1_793_491_200_000),
  id: knownId<VisitId>("aVisit"),
  workspaceId: knownId<WorkspaceId>("aWork"),
  contentId: knownId<ContentId>("aContent"),
  version: 3,
  senderId: knownId<SenderId>("aSender"),
  channel: "chat",
  own: false,
  burst: false,
  refused: false,
  answeredAt: instant(1_793_491_250_000),
  lastBeatAt: instant(1_793_491_300_000),
  engagedMs: duration(42_000),
  idleMs: duration(0),
  trustMs: duration(0),
  scroll: 700,
  sections: [duration(40_000), duration(2000)],
  seq: 4,
  endSeq: 4,
  wasCut: false,
  seenMs: duration(80_000),
  heard: 15,
  bot: false,
  app: "wechat",
  device: "phone",
} as const;
const person = {
  code: knownId<LinkCode>("aCode"),
  viewerId: knownId<ViewerId>("aViewer"),
  refHash: "hash",
  parentHash: "parent",
  startedAt: instant(1_793_491_212_345),
};
const over = { closedAt: instant(1_793_491_400_000), revision: 1 };

const agreed: StoredVisit = {
  ...keptVisit({ ...kept, sections: [...kept.sections] }, person),
  ...over,
};
const nobodys: StoredVisit = {
  ...keptVisit({ ...kept, sections: [...kept.sections] }, { ...person, viewerId: null }),
  ...over,
};

/** What holds of each column, said a second time: keeps, rounds, shows, sums, exports, erases. */
const expected: Record<VisitColumn, string> = {
  id: "all, as it is, shown, no, exported, stays",
  workspaceId: "all, as it is, hidden, no, inner, stays",
  target: "all, as it is, hidden, no, inner, stays",
  quarter: "all, as it is, shown, by, exported, stays",
  contentId: "all, as it is, shown, by, exported, stays",
  version: "all, as it is, shown, no, exported, stays",
  senderId: "all, as it is, shown, by, exported, stays",
  channel: "all, as it is, shown, by, exported, stays",
  own: "all, as it is, shown, no, exported, stays",
  rung: "all, as it is, shown, no, exported, stays",
  burst: "all, as it is, hidden, no, inner, stays",
  refused: "all, as it is, hidden, no, inner, stays",
  answeredAt: "all, quarter, hidden, no, inner, stays",
  code: "agreed, as it is, shown, no, exported, goes",
  viewerId: "agreed, as it is, shown, no, exported, goes",
  refHash: "agreed, as it is, hidden, no, inner, goes",
  parentHash: "agreed, as it is, shown, no, inner, goes",
  startedAt: "agreed, as it is, shown, no, exported, goes",
  lastBeatAt: "all, quarter, hidden, no, inner, stays",
  engagedMs: "all, as it is, shown, added, exported, stays",
  idleMs: "all, as it is, shown, no, exported, stays",
  trustMs: "all, as it is, shown, no, exported, stays",
  scroll: "all, as it is, shown, no, exported, stays",
  sections: "all, as it is, shown, no, exported, stays",
  seq: "all, as it is, hidden, no, inner, stays",
  endSeq: "all, as it is, hidden, no, inner, stays",
  seenMs: "all, as it is, hidden, no, inner, stays",
  heard: "all, as it is, hidden, no, inner, stays",
  wasCut: "all, as it is, hidden, no, inner, stays",
  bot: "all, as it is, shown, no, exported, stays",
  app: "all, as it is, shown, no, exported, stays",
  device: "all, as it is, shown, no, exported, stays",
  closedAt: "all, quarter's end, hidden, no, inner, stays",
  revision: "all, as it is, shown, no, exported, stays",
};

describe.each(Object.entries(visitColumns) as [VisitColumn, ColumnRule][])("%s", (column, rule) => {
  test("has the rule that was decided for it", () => {
    const { keeps, rounds, shows, sums, exports, erases } = rule;
    const told = [keeps, rounds, shows ? "shown" : "hidden", sums, exports ? "exported" : "inner"];
    expect([...told, erases].join(", ")).toBe(expected[column]);
  });
  test("is kept of who did not agree only where it leads to nobody", () => {
    expect(agreed[column]).not.toBeNull();
    expect(nobodys[column] === null).toBe(rule.keeps === "agreed");
  });
  test("is exported as it is, or not at all", () => {
    expect(exportedVisit(agreed)[column]).toEqual(rule.exports ? agreed[column] : null);
  });
  test("is gone after an erasure where it led to the reader", () => {
    if (column === "rung") expect(erasedVisit(agreed).rung).toBe("aggregate");
    else
      expect(erasedVisit(agreed)[column]).toEqual(rule.erases === "goes" ? null : agreed[column]);
  });
});

test("what is kept of nobody but who agreed is what an erasure takes, so that nothing is left over", () => {
  expect(columnsWhere(({ erases }) => erases === "goes")).toEqual(
    columnsWhere(({ keeps }) => keeps === "agreed"),
  );
});

test("who did not agree is never a row, and what is kept of those alone who agreed is in no sum", () => {
  expect(isRow(agreed)).toBe(true);
  expect(isRow(nobodys)).toBe(false);
  expect(columnsWhere(({ keeps, sums }) => keeps === "agreed" && sums !== "no")).toEqual([]);
});

test("how long is told of a sum with no unnamed read in it, or with three and more", () => {
  expect([0, 1, 2, 3, 4].map((unnamed) => shownOf(unnamed, 9000))).toEqual([
    ...[9000, null, null, 9000, 9000],
  ]);
});

test("a part is held back that would be what the others leave of the whole", () => {
  const part = (name: string, unnamed: number) => ({ name, unnamed, engagedMs: 1000 });
  const held = (...parts: ReturnType<typeof part>[]) =>
    shownParts(parts).flatMap(({ name, engagedMs }) => (engagedMs === null ? [name] : []));
  expect(held(part("a", 0), part("b", 3), part("c", 7))).toEqual([]);
  // The smallest of those with unnamed reads goes with it; what rows tell already does not.
  expect(held(part("a", 0), part("b", 9), part("c", 4), part("d", 1))).toEqual(["c", "d"]);
  // Two that are too small hide one another where they come to three.
  expect(held(part("a", 2), part("b", 9), part("c", 1))).toEqual(["a", "c"]);
  expect(held(part("a", 0), part("b", 2))).toEqual(["b"]);
  expect(shownParts([part("a", 1)])).toEqual([{ name: "a", engagedMs: null }]);
});

test("who did not agree has no time finer than a quarter-hour that is kept for good", () => {
  const times = ["startedAt", "lastBeatAt", "closedAt", "answeredAt"] as const;
  for (const column of times) {
    const { keeps, rounds } = visitColumns[column];
    expect(keeps === "agreed" || rounds !== "as it is", column).toBe(true);
  }
});
