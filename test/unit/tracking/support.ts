import fc from "fast-check";
import {
  knownId,
  type LinkCode,
  type RefId,
  type TargetId,
  type VisitId,
} from "../../../src/domain/ids.ts";
import { duration, instant } from "../../../src/domain/units.ts";
import type { VisitClaims } from "../../../src/domain/visit.ts";
import { apps, devices } from "../../../src/domain/vocabulary.ts";
import type { BeatMessage } from "../../../src/tracking/merge.ts";

/** 2026-11-01T00:00Z. */
export const START_MS = instant(1_793_491_200_000);

export function claimsOf(change: Partial<VisitClaims> = {}): VisitClaims {
  return {
    visitId: knownId<VisitId>("aVisit1"),
    code: knownId<LinkCode>("aCode"),
    target: knownId<TargetId>("aContent"),
    contentVersion: 3,
    sectionCount: 5,
    own: knownId<RefId>("AQEBAQEB"),
    parent: null,
    viewerId: null,
    rung: "anonymous",
    isOwn: false,
    isPreview: false,
    isBot: false,
    isBurst: false,
    issuedAt: START_MS,
    mintedAt: START_MS,
    ...change,
  };
}

/** Beats of a handful of visits; claims follow from the visit's id, as signed tokens make sure. */
export const messages: fc.Arbitrary<BeatMessage> = fc
  .record({
    visit: fc.nat(3),
    receivedAt: fc.integer({ min: START_MS, max: START_MS + 600_000 }).map(instant),
    seq: fc.integer({ min: 1, max: 20 }),
    end: fc.boolean(),
    engagedMs: fc.nat(600_000).map(duration),
    idleMs: fc.nat(600_000).map(duration),
    trustMs: fc.nat(600_000).map(duration),
    scroll: fc.nat(1000),
    sections: fc.array(fc.nat(600_000).map(duration), { maxLength: 5 }),
    wasCut: fc.boolean(),
    isBot: fc.boolean(),
    device: fc.constantFrom(...devices),
    app: fc.constantFrom(...apps),
    goal: fc.option(
      fc.record(
        { name: fc.constantFrom("buy", "call", "预约"), value: fc.nat(9) },
        { requiredKeys: ["name"] },
      ),
      { nil: undefined },
    ),
  })
  .map(({ visit, goal, ...message }) => ({
    claims: claimsOf({ visitId: knownId<VisitId>(`aVisit${visit}`) }),
    ...message,
    ...(goal ? { goal } : {}),
  }));
