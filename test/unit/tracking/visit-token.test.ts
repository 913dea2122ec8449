import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AnyId,
  knownId,
  type LinkCode,
  type RefId,
  type TargetId,
  type ViewerId,
  type VisitId,
} from "../../../src/domain/ids.ts";
import { instant } from "../../../src/domain/units.ts";
import type { VisitClaims } from "../../../src/domain/visit.ts";
import { encodeClaims, parseClaims } from "../../../src/tracking/visit-token.ts";
import { claimsOf, START_MS } from "./support.ts";

const word = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const id = <Id extends AnyId>() => word.map(knownId<Id>);
const claims: fc.Arbitrary<VisitClaims> = fc.record({
  visitId: id<VisitId>(),
  code: id<LinkCode>(),
  target: id<TargetId>(),
  contentVersion: fc.nat(),
  sectionCount: fc.nat(200),
  own: fc.option(id<RefId>()),
  parent: fc.option(id<RefId>()),
  viewerId: fc.option(id<ViewerId>()),
  rung: fc.constantFrom("aggregate", "anonymous"),
  isOwn: fc.boolean(),
  isPreview: fc.boolean(),
  isBot: fc.boolean(),
  isBurst: fc.boolean(),
  issuedAt: fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instant),
  mintedAt: fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instant),
});

test("a token's claims come back as they were", () => {
  fc.assert(
    fc.property(claims, (given) => {
      expect(parseClaims(encodeClaims(given))).toEqual(given);
    }),
  );
});

test("a token begins with its visit's shard and fits into a beat's field", () => {
  const payload = encodeClaims(claimsOf());
  const at = START_MS.toString(36);
  expect(payload).toBe(`aVisit1~2~aCode~aContent~3~5~AQEBAQEB~~~n~0~${at}~${at}`);
  expect(payload).not.toMatch(/[ .]/);
});

test("a token of the version before is read, as made when its visit began", () => {
  const at = START_MS.toString(36);
  const before = `aVisit1~1~aCode~aContent~3~5~AQEBAQEB~~~n~0~${at}`;
  expect(parseClaims(before)).toEqual(claimsOf());
  expect(parseClaims(`${before}~${at}`)).toBeUndefined();
});

test("ids that would break the token are refused", () => {
  for (const bad of ["", "a b", "a~b", "a.b", "a".repeat(65)]) {
    expect(() => encodeClaims(claimsOf({ visitId: knownId<VisitId>(bad) }))).toThrow(RangeError);
  }
});

test.each([
  "",
  "~~~~~~~~~~~",
  "a~2~b~c~1~1~~~~n~0~1",
  "a~3~b~c~1~1~~~~n~0~1~1",
  "a~2~b~c~1~1~~~~n~16~1~1",
  "a~1~b~c~1~1~~~~x~0~1",
  "a~1~b~c~1~1~~~~n~16~1",
  "a~1~b~c~1~zz~~~~n~0~1",
  "a~1~b~c~!~1~~~~n~0~1",
])("what is no payload is none: %j", (text) => {
  expect(parseClaims(text)).toBeUndefined();
});
