import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeClaims, parseClaims, type VisitClaims } from "../../../src/tracking/visit-token.ts";
import { claimsOf, START_MS } from "./support.ts";

const word = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const claims: fc.Arbitrary<VisitClaims> = fc.record({
  visitId: word,
  code: word,
  subject: word,
  contentVersion: fc.nat(),
  sectionCount: fc.nat(200),
  own: fc.option(word),
  parent: fc.option(word),
  viewerId: fc.option(word),
  rung: fc.constantFrom("aggregate", "anonymous"),
  isOwn: fc.boolean(),
  isPreview: fc.boolean(),
  isBot: fc.boolean(),
  issuedAtMs: fc.integer({ min: 0, max: 4_000_000_000_000 }),
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
  expect(payload).toBe(`aVisit1~1~aCode~aContent~3~5~AQEBAQEB~~~n~0~${START_MS.toString(36)}`);
  expect(payload).not.toMatch(/[ .]/);
});

test("ids that would break the token are refused", () => {
  for (const bad of ["", "a b", "a~b", "a.b", "a".repeat(65)]) {
    expect(() => encodeClaims(claimsOf({ visitId: bad }))).toThrow(RangeError);
  }
});

test.each([
  "",
  "~~~~~~~~~~~",
  "a~2~b~c~1~1~~~~n~0~1",
  "a~1~b~c~1~1~~~~x~0~1",
  "a~1~b~c~1~1~~~~n~9~1",
  "a~1~b~c~1~zz~~~~n~0~1",
  "a~1~b~c~!~1~~~~n~0~1",
])("what is no payload is none: %j", (text) => {
  expect(parseClaims(text)).toBeUndefined();
});
