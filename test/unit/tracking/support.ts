import fc from "fast-check";
import type { BeatMessage } from "../../../src/tracking/merge.ts";
import { AGENT_APPS, AGENT_DEVICES } from "../../../src/tracking/user-agent.ts";
import type { VisitClaims } from "../../../src/tracking/visit-token.ts";

/** 2026-11-01T00:00Z. */
export const START_MS = 1_793_491_200_000;

export function claimsOf(change: Partial<VisitClaims> = {}): VisitClaims {
  return {
    visitId: "aVisit1",
    code: "aCode",
    subject: "aContent",
    contentVersion: 3,
    sectionCount: 5,
    own: "AQEBAQEB",
    parent: null,
    viewerId: null,
    rung: "anonymous",
    isOwn: false,
    isPreview: false,
    isBot: false,
    issuedAtMs: START_MS,
    ...change,
  };
}

/** Beats of a handful of visits; claims follow from the visit's id, as signed tokens make sure. */
export const messages: fc.Arbitrary<BeatMessage> = fc
  .record({
    visit: fc.nat(3),
    receivedAtMs: fc.integer({ min: START_MS, max: START_MS + 600_000 }),
    seq: fc.integer({ min: 1, max: 20 }),
    end: fc.boolean(),
    engagedMs: fc.nat(600_000),
    scroll: fc.nat(1000),
    sections: fc.array(fc.nat(600_000), { maxLength: 5 }),
    wasCut: fc.boolean(),
    isBot: fc.boolean(),
    device: fc.constantFrom(...AGENT_DEVICES),
    app: fc.constantFrom(...AGENT_APPS),
    goal: fc.option(
      fc.record(
        { name: fc.constantFrom("buy", "call", "预约"), value: fc.nat(9) },
        { requiredKeys: ["name"] },
      ),
      { nil: undefined },
    ),
  })
  .map(({ visit, goal, ...message }) => ({
    claims: claimsOf({ visitId: `aVisit${visit}` }),
    ...message,
    ...(goal ? { goal } : {}),
  }));
