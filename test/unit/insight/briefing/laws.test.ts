/** What holds of every list and every opener: the same day gives the same, and nothing is said that nobody gave. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { purposes } from "../../../../src/domain/vocabulary.ts";
import {
  briefingOf,
  type Candidate,
  MOST_ITEMS,
  valuedAnew,
} from "../../../../src/insight/briefing/briefing.ts";
import { reasonsFor } from "../../../../src/insight/briefing/find-reasons.ts";
import { openerWords } from "../../../../src/insight/briefing/opener.ts";
import type { PastLine } from "../../../../src/insight/briefing/precision.ts";
import type { Reason } from "../../../../src/insight/briefing/reason.ts";
import { briefingText } from "../../../../src/insight/briefing/text.ts";
import type { Names } from "../../../../src/insight/words.ts";
import { DAY, HOUR, MONDAY, names, now, read, reshare } from "../tags/people.ts";

/** Of few moments, so that there are ties. */
const at = fc.integer({ min: 0, max: 3 }).map((days) => now.at - days * DAY);
const count = fc.integer({ min: 1, max: 999 });
const contentId = fc.constantFrom("sleep", "soup", "gone");
const visitIds = fc.constant(["v1"]);

const reasons: fc.Arbitrary<Reason> = fc.oneof(
  fc.record({
    kind: fc.constant("long-read" as const),
    at,
    visitIds,
    contentId,
    engagedMs: fc.integer({ min: 180_000, max: 9_000_000 }),
  }),
  fc.record({
    kind: fc.constant("section-again" as const),
    at,
    visitIds,
    contentId,
    sectionId: fc.constantFrom("price", "steps", "gone"),
    times: count,
  }),
  fc.record({ kind: fc.constant("came-back" as const), at, visitIds, contentId, afterDays: count }),
  fc.record({ kind: fc.constant("passed-on" as const), at, visitIds, contentId, readers: count }),
  fc.record({ kind: fc.constant("rising" as const), at, visitIds, contentId, visits: count }),
);

const candidates: fc.Arbitrary<Candidate[]> = fc.uniqueArray(
  fc.record({
    viewerId: fc.integer({ min: 0, max: 60 }).map((id) => `v${id}`),
    reasons: fc.uniqueArray(reasons, { maxLength: 4, selector: ({ kind }) => kind }),
    topic: fc.constantFrom(null, "sleep", "soup", "tea"),
    purpose: fc.constantFrom(...purposes),
    isRisingMiddle: fc.boolean(),
    contactedAt: fc.option(at, { nil: null }),
    snoozedUntil: fc.option(
      at.map((then) => then + 3 * DAY),
      { nil: null },
    ),
  }),
  { maxLength: 40, selector: ({ viewerId }) => viewerId },
);

const past: fc.Arbitrary<PastLine[]> = fc.array(
  fc.record({
    reasons: fc.uniqueArray(
      fc.constantFrom("long-read", "section-again", "came-back", "passed-on", "rising"),
      { minLength: 1, maxLength: 3 },
    ),
    wasShown: fc.boolean(),
    hadOutcome: fc.boolean(),
  }),
  { maxLength: 120 },
);

/** In any other order, the reasons of each too. */
const shuffled = <T>(all: readonly T[], seed: number): T[] =>
  all
    .map((one, index) => ({ one, key: Math.imul(index + 1, seed | 1) % 1009 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);

test("the same people and record give the same list and text, in whatever order they are read", () => {
  fc.assert(
    fc.property(candidates, past, fc.nat(), (some, record, seed) => {
      const list = briefingOf(some, record, now.at);
      const mixed = shuffled(some, seed).map((one) => ({
        ...one,
        reasons: shuffled(one.reasons, seed),
      }));
      const again = briefingOf(mixed, shuffled(record, seed), now.at);
      expect(again).toEqual(list);
      const text = (of: typeof list) => briefingText(of, () => null, names, now);
      expect(text(again)).toEqual(text(list));
      expect(valuedAnew(shuffled(list.items, seed), record, now.at)).toEqual(list.items);
      expect(list.items.length).toBeLessThanOrEqual(MOST_ITEMS);
    }),
    { numRuns: 300 },
  );
});

const moments = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 40 * 24 }),
    contentId: fc.constantFrom("sleep", "soup"),
    engagedMs: fc.integer({ min: 1000, max: 600_000 }),
    price: fc.integer({ min: 0, max: 60_000 }),
    isReshare: fc.boolean(),
  }),
  { maxLength: 12 },
);

test("a reason rests on visits that happened, by their own figures, in whatever order they are read", () => {
  fc.assert(
    fc.property(moments, fc.boolean(), fc.nat(), (told, isRising, seed) => {
      const history = told.map(({ hours, isReshare, price, ...over }, index) => {
        const moment = { id: `m${index}`, at: now.at - hours * HOUR, contentId: over.contentId };
        return isReshare ? reshare(moment) : read({ ...over, ...moment, sections: { price } });
      });
      const found = reasonsFor(history, isRising, now.at);
      expect(reasonsFor(shuffled(history, seed), isRising, now.at)).toEqual(found);
      const byId = new Map(history.map((moment) => [moment.id, moment]));
      for (const reason of found) {
        const own = reason.visitIds.flatMap((id) => byId.get(id) ?? []);
        expect(own.length).toBe(reason.visitIds.length);
        const reads = own.flatMap((moment) => (moment.kind === "read" ? [moment] : []));
        if (reason.kind === "long-read") {
          expect(reads.map(({ engagedMs }) => engagedMs)).toEqual([reason.engagedMs]);
          const news = history.filter((moment) => now.at - moment.at <= 3 * DAY);
          const lengths = news.map((moment) => (moment.kind === "read" ? moment.engagedMs : 0));
          expect(reason.engagedMs).toBe(Math.max(...lengths));
        }
        if (reason.kind === "section-again") {
          const again = reads.filter(({ sections }) => (sections.price ?? 0) >= 10_000);
          expect(again.length).toBe(reason.times);
        }
        if (reason.kind === "passed-on") {
          const through = history.filter(
            ({ kind, contentId: of }) => kind === "reshare" && of === reason.contentId,
          );
          expect(reason.readers).toBeLessThanOrEqual(through.length);
        }
        if (reason.kind === "rising") expect(reads.length).toBe(reason.visits);
        expect(history.some((moment) => moment.at === reason.at)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

/** Words that no template has. */
const given = (mark: string) =>
  fc.stringMatching(/^[a-z]{3,8}$/).map((text) => `${mark}${text}${mark}`);

test("an opener holds what was given and one of few sentences, and nothing of how somebody read", () => {
  const said = new Set<string>();
  fc.assert(
    fc.property(
      reasons,
      fc.constantFrom(...purposes),
      fc.record({ name: given("☺"), title: given("☀"), heading: given("☂") }),
      fc.record({ isSure: fc.boolean(), isKnown: fc.boolean(), isGone: fc.boolean() }),
      (reason, purpose, { name, title, heading }, { isSure, isKnown, isGone }) => {
        const of: Names = {
          title: () => (isGone ? null : title),
          heading: () => (isGone ? null : heading),
        };
        const words = openerWords(reason, purpose, isKnown ? { name, isSure } : null, of);
        for (const text of [words.zh, words.en]) {
          expect(text.includes(name)).toBe(isKnown && isSure);
          expect(text.includes(title)).toBe(!isGone);
          expect(text.includes(heading)).toBe(!isGone && reason.kind === "section-again");
          const template = text.replace(name, "☺").replace(title, "☀").replace(heading, "☂");
          expect(template).not.toMatch(/\d/);
          said.add(template);
        }
      },
    ),
    { numRuns: 2000 },
  );
  // Two languages, four purposes, greeted by name or not, a title, a part of it or neither.
  expect(said.size).toBe(2 * purposes.length * 2 * 3);
});

test("a list of a later moment is of that moment alone", () => {
  const candidate: Candidate = {
    viewerId: "v1",
    reasons: [
      { kind: "long-read", at: MONDAY, visitIds: ["v1"], contentId: "sleep", engagedMs: 200_000 },
    ],
    topic: null,
    purpose: "inform",
    isRisingMiddle: false,
    contactedAt: null,
    snoozedUntil: null,
  };
  const score = (days: number) => briefingOf([candidate], [], MONDAY + days * DAY).items[0]?.score;
  // Half after three days.
  expect(score(3)).toBeCloseTo((score(0) ?? 0) / 2, 10);
});
