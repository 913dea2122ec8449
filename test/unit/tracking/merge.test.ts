import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownId, type VisitId } from "../../../src/domain/ids.ts";
import { duration, instant } from "../../../src/domain/units.ts";
import { decodeMessage, encodeMessage } from "../../../src/tracking/beat-message.ts";
import {
  clampBeat,
  fitSections,
  foldBeats,
  mergeVisits,
  visitOf,
} from "../../../src/tracking/merge.ts";
import { type Beat, CLOCK_SLACK_MS } from "../../../src/tracking/protocol.ts";
import { boundsOf, confidenceOf } from "../../../src/tracking/qualify.ts";
import { claimsOf, messages, START_MS } from "./support.ts";

const rows = messages.map((message) => visitOf({ ...message, claims: claimsOf() }));
const byVisit = (list: ReturnType<typeof foldBeats>) =>
  Object.fromEntries(list.map((row) => [row.claims.visitId, row]));

describe("merging what is known of a visit", () => {
  test("is commutative", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        expect(mergeVisits(a, b)).toEqual(mergeVisits(b, a));
      }),
    );
  });
  test("is associative", () => {
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        expect(mergeVisits(mergeVisits(a, b), c)).toEqual(mergeVisits(a, mergeVisits(b, c)));
      }),
    );
  });
  test("is idempotent", () => {
    fc.assert(
      fc.property(rows, (a) => {
        expect(mergeVisits(a, a)).toEqual(a);
      }),
    );
  });
  test("only grows", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const merged = mergeVisits(a, b);
        for (const key of ["engagedMs", "scroll", "seq", "endSeq", "lastBeatAt"] as const) {
          expect(merged[key]).toBeGreaterThanOrEqual(a[key]);
        }
        for (const [at, ms] of a.sections.entries()) {
          expect(merged.sections[at]).toBeGreaterThanOrEqual(ms);
        }
        expect(mergeVisits(merged, a)).toEqual(merged);
      }),
    );
  });
  test("of several tokens sees the time from the first to the last beat, in any order", () => {
    const of = (mintedMs: number, receivedMs: number) => {
      const row = fc.sample(rows, { numRuns: 1, seed: 5 })[0]!;
      const [lastBeatAt, seenMs] = [
        instant(START_MS + receivedMs),
        duration(receivedMs - mintedMs),
      ];
      return { ...row, lastBeatAt, seenMs };
    };
    const [a, b, c] = [of(0, 200), of(900, 900), of(4000, 4100)];
    for (const [x, y, z] of [
      [a, b, c],
      [c, a, b],
      [b, c, a],
    ] as const) {
      expect(mergeVisits(mergeVisits(x, y), z).seenMs).toBe(4100);
      expect(mergeVisits(x, mergeVisits(z, y)).seenMs).toBe(4100);
    }
    expect(mergeVisits(a, b).seenMs).toBe(900);
  });
  test("of two different visits is refused", () => {
    const [a, b] = [claimsOf(), claimsOf({ visitId: knownId<VisitId>("aVisit2") })].map(
      (claims) => ({ claims }),
    );
    expect(() => mergeVisits(a as never, b as never)).toThrow(RangeError);
  });
});

describe("folding a batch", () => {
  test("gives the same visits in any order, with any beat doubled, cut into any batches", () => {
    fc.assert(
      fc.property(
        fc
          .array(messages, { minLength: 1, maxLength: 30 })
          .chain((list) =>
            fc.tuple(
              fc.constant(list),
              fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 }),
              fc.nat(list.length),
            ),
          ),
        ([list, shuffled, cut]) => {
          const whole = byVisit(foldBeats(list));
          expect(byVisit(foldBeats(shuffled))).toEqual(whole);
          const twice = byVisit(foldBeats(list.slice(0, cut)));
          for (const row of foldBeats(list.slice(cut))) {
            const seen = twice[row.claims.visitId];
            twice[row.claims.visitId] = seen ? mergeVisits(seen, row) : row;
          }
          expect(twice).toEqual(whole);
        },
      ),
    );
  });

  test("keeps a goal once, with its largest value", () => {
    const base = visitOf(
      decodeMessage(encodeMessage(fc.sample(messages, { numRuns: 1, seed: 1 })[0]!))!,
    );
    const goals = (...list: { name: string; value?: number }[]) => ({ ...base, goals: list });
    const merged = mergeVisits(
      goals({ name: "buy", value: 3 }),
      goals({ name: "ask" }, { name: "buy", value: 7 }),
    );
    expect(merged.goals).toEqual([{ name: "ask" }, { name: "buy", value: 7 }]);
  });
});

describe("a queue message", () => {
  test("comes back as it was, and begins with its shard", () => {
    fc.assert(
      fc.property(messages, (message) => {
        const text = encodeMessage(message);
        expect(text[0]).toBe(message.claims.visitId[0]);
        expect(decodeMessage(text)).toEqual(message);
      }),
    );
  });
  test("of foreign make is poison, not an error", () => {
    fc.assert(
      fc.property(fc.anything(), (thing) => {
        expect(decodeMessage(thing)).toBeUndefined();
      }),
    );
    const good = encodeMessage(fc.sample(messages, { numRuns: 1, seed: 2 })[0]!);
    for (const bad of [
      good.slice(1).replace("Visit", "~"),
      good.replace(" 2 ", " 3 "),
      `${good} x y z`,
      good.replace(/ \d+ /, " -1 "),
    ]) {
      expect(decodeMessage(bad)).toBeUndefined();
    }
  });
});

test("a message that the version before left in the queue is read without idle time and trust", () => {
  const message = fc.sample(messages, { numRuns: 1, seed: 3 })[0]!;
  const [claims, , ...figures] = encodeMessage(message).split(" ");
  figures.splice(4, 2);
  expect(decodeMessage([claims, "1", ...figures].join(" "))).toEqual({
    ...message,
    idleMs: 0,
    trustMs: 0,
  });
});

describe("a beat is cut down to what can be true", () => {
  const beat: Beat = {
    token: "t",
    seq: 2,
    why: "c",
    end: false,
    isMachine: false,
    engagedMs: 10_000,
    idleMs: 1500,
    trustMs: 4000,
    scroll: 500,
    sections: [4000, 6000],
  };

  test("an honest one passes untouched", () => {
    expect(clampBeat(beat, claimsOf(), instant(START_MS + 12_000))).toEqual({
      seq: 2,
      end: false,
      isMachine: false,
      engagedMs: 10_000,
      idleMs: 1500,
      trustMs: 4000,
      scroll: 500,
      sections: [4000, 6000],
      wasCut: false,
    });
  });
  test("no more than the time the server saw pass, sections in proportion", () => {
    const cut = clampBeat(beat, claimsOf(), instant(START_MS + 3000));
    expect(cut).toMatchObject({
      engagedMs: 3000 + CLOCK_SLACK_MS,
      idleMs: 0,
      trustMs: 4000,
      sections: [2000, 3000],
      wasCut: true,
    });
  });
  test("one whose number is far below the checkpoints that its time has passed counts as cut", () => {
    const late = instant(START_MS + 3_600_000);
    const told = (seq: number, engagedMs: number) =>
      clampBeat({ ...beat, seq, engagedMs, sections: [] }, claimsOf(), late);
    // 600 s have passed 25 checkpoints.
    expect(told(1, 600_000)).toMatchObject({ engagedMs: 600_000, wasCut: true });
    expect(told(11, 600_000).wasCut).toBe(true);
    expect(told(12, 600_000).wasCut).toBe(false);
    expect(told(1, 15_000).wasCut).toBe(false);
  });
  test("a token from the future earns the slack at most", () => {
    expect(clampBeat(beat, claimsOf(), instant(START_MS - 60_000)).engagedMs).toBe(CLOCK_SLACK_MS);
  });
  test("sections the content does not have are dropped", () => {
    const many = { ...beat, sections: [1000, 1000, 1000, 1000, 1000, 1000, 1000] };
    expect(clampBeat(many, claimsOf(), instant(START_MS + 60_000))).toMatchObject({
      sections: [1000, 1000, 1000, 1000, 1000],
      wasCut: false,
    });
  });
  test("rounding of single sections is no lie", () => {
    const rounded = { ...beat, sections: [5001, 5001] };
    expect(clampBeat(rounded, claimsOf(), instant(START_MS + 60_000))).toMatchObject({
      sections: [5001, 5001],
      wasCut: false,
    });
  });
  test("whatever is claimed, sections sum to the engaged time and that to the time passed", () => {
    fc.assert(
      fc.property(
        fc.nat(86_400_000),
        fc.array(fc.nat(86_400_000), { maxLength: 8 }),
        fc.nat(100_000),
        (engagedMs, sections, passed) => {
          const cut = clampBeat(
            { ...beat, engagedMs, sections },
            claimsOf(),
            instant(START_MS + passed),
          );
          expect(cut.engagedMs + cut.idleMs).toBeLessThanOrEqual(passed + CLOCK_SLACK_MS);
          expect(cut.sections.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(
            cut.engagedMs + 5,
          );
        },
      ),
    );
  });
});

describe("what a visit is worth", () => {
  const told = {
    seq: 4,
    endSeq: 4,
    wasCut: false,
    engagedMs: duration(29_000),
    idleMs: duration(0),
    trustMs: duration(0),
  };

  test("it is complete when the newest beat left the clock standing", () => {
    expect(confidenceOf(told)).toBe("complete");
    expect(boundsOf(told)).toEqual({ atLeastMs: 29_000, atMostMs: 29_000 });
  });
  test("it is truncated when the page went without a word, and may have been read on", () => {
    const visit = { ...told, seq: 5 };
    expect(confidenceOf(visit)).toBe("truncated");
    expect(boundsOf(visit)).toEqual({ atLeastMs: 29_000, atMostMs: null });
  });
  test("it is idle where the limit cut, between what was done last and the end", () => {
    const visit = { ...told, idleMs: duration(35_000), trustMs: duration(20_000) };
    expect(confidenceOf(visit)).toBe("idle");
    expect(boundsOf(visit)).toEqual({ atLeastMs: 9000, atMostMs: 64_000 });
    expect(boundsOf({ ...visit, seq: 5 })).toEqual({ atLeastMs: 9000, atMostMs: null });
  });
  test("it is estimated when more was claimed than can be true", () => {
    const visit = { ...told, idleMs: duration(9), wasCut: true };
    expect(confidenceOf(visit)).toBe("estimated");
    expect(boundsOf(visit)).toEqual({ atLeastMs: 0, atMostMs: 29_000 });
  });
  test("its sections never sum above its total, though its beats merged one by one", () => {
    const message = fc.sample(messages, { numRuns: 1, seed: 4 })[0]!;
    const beatOf = (engagedMs: number, sections: number[]) =>
      visitOf({
        ...message,
        engagedMs: duration(engagedMs),
        sections: sections.map(duration),
      });
    const visit = mergeVisits(beatOf(10_000, [10_000]), beatOf(12_000, [0, 12_000]));
    expect(visit.sections).toEqual([10_000, 12_000]);
    expect(fitSections(visit.sections, visit.engagedMs)).toEqual([5454, 6545]);
    expect(fitSections([duration(3), duration(4)], duration(7))).toEqual([3, 4]);
  });
});
