import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shardOf } from "../../../src/domain/ids.ts";
import { instant } from "../../../src/domain/units.ts";
import {
  bearerOf,
  encodeRef,
  parseRef,
  REF_EPOCH_MS,
  type RefFields,
  refId,
  refMinute,
  refPayload,
} from "../../../src/tracking/ref.ts";

const ids = fc
  .uint8Array({ minLength: 6, maxLength: 6 })
  .filter((bytes) => bytes.some((byte) => byte !== 0))
  .map(refId);
const fields: fc.Arbitrary<RefFields> = fc.record({
  shard: fc.constantFrom("a", "b", "Z").map(shardOf),
  keyId: fc.integer({ min: 0, max: 255 }),
  own: ids,
  parent: fc.option(ids),
  minute: fc.integer({ min: 0, max: 0xffffff }),
});

const macOf = (text: string) => createHmac("sha256", "key").update(text).digest();
const sign = (ref: RefFields, code: string) => encodeRef(ref, macOf(refPayload(ref, code)));

function verified(text: string, code: string): boolean {
  const ref = parseRef(text, code);
  return ref.ok && macOf(ref.signed).subarray(0, 8).equals(ref.mac);
}

describe("a ref", () => {
  test("comes back as it was minted, in 33 characters that need no escaping", () => {
    fc.assert(
      fc.property(fields, (ref) => {
        const text = sign(ref, "aCode");
        expect(text).toMatch(/^[A-Za-z][\w-]{32}$/);
        expect(parseRef(text, "aCode")).toMatchObject({ ok: true, ...ref });
        expect(verified(text, "aCode")).toBe(true);
      }),
    );
  });

  test("does not verify once any character is changed", () => {
    fc.assert(
      fc.property(fields, fc.nat(32), fc.constantFrom(..."ABCxyz019-_"), (ref, at, char) => {
        const text = sign(ref, "aCode");
        const forged = text.slice(0, at) + char + text.slice(at + 1);
        fc.pre(forged !== text);
        expect(verified(forged, "aCode")).toBe(false);
      }),
    );
  });

  test("does not verify under another link", () => {
    fc.assert(
      fc.property(fields, (ref) => {
        expect(verified(sign(ref, "aCode"), "aOther")).toBe(false);
      }),
    );
  });

  test.each(["", "a", "a".repeat(32), "a".repeat(34), `1${"a".repeat(32)}`, `a${"=".repeat(32)}`])(
    "that is none is no error: %j",
    (text) => {
      expect(parseRef(text, "aCode")).toEqual({ ok: false });
    },
  );

  test("of nobody (all zeros) is none", () => {
    expect(parseRef(`a${"A".repeat(32)}`, "aCode")).toEqual({ ok: false });
    expect(() => refId(new Uint8Array(6))).toThrow(RangeError);
  });

  test("refuses fields that do not fit", () => {
    const good: RefFields = {
      shard: shardOf("a"),
      keyId: 1,
      own: refId(new Uint8Array(6).fill(1)),
      parent: null,
      minute: 5,
    };
    for (const bad of [
      { shard: "ab" as never },
      { keyId: 256 },
      { minute: -1 },
      { minute: 2 ** 24 },
    ]) {
      expect(() => refPayload({ ...good, ...bad }, "aCode")).toThrow(RangeError);
    }
    expect(() => encodeRef(good, new Uint8Array(7))).toThrow(RangeError);
  });

  test("counts minutes from its epoch", () => {
    expect(refMinute(REF_EPOCH_MS)).toBe(0);
    expect(refMinute(instant(REF_EPOCH_MS + 119_999))).toBe(1);
    expect(refMinute(instant(0))).toBe(0);
  });
});

describe("who brings a ref", () => {
  const own = refId(new Uint8Array(6).fill(1));
  const other = refId(new Uint8Array(6).fill(2));
  const ref = { own, minute: 100 };

  test("minted a moment ago: it is theirs, so that no cookie is needed to end the redirects", () => {
    for (const nowMinute of [98, 100, 102])
      expect(bearerOf({ ref, nowMinute })).toEqual({ kind: "own" });
  });
  test("older and without a cookie: somebody else's, so they get a child of it", () => {
    expect(bearerOf({ ref, nowMinute: 103 })).toEqual({ kind: "child", parent: own });
  });
  test("older, with it in their cookie: theirs", () => {
    expect(bearerOf({ ref, nowMinute: 9999, cookieOwn: own })).toEqual({ kind: "own" });
  });
  test("with another in their cookie: the cookie's, however young the one they bring", () => {
    for (const nowMinute of [100, 9999]) {
      expect(bearerOf({ ref, nowMinute, cookieOwn: other })).toEqual({
        kind: "cookie",
        own: other,
      });
    }
  });
  test("a reload makes no child", () => {
    expect(bearerOf({ ref, nowMinute: 9999, isReload: true })).toEqual({ kind: "own" });
  });
});
