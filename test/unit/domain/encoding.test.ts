import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64Url, toBase64Url, toHex } from "../../../src/domain/encoding.ts";

test("base64url agrees with Node's", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = Buffer.from(bytes).toString("base64url");
      expect(toBase64Url(bytes)).toBe(text);
      expect(fromBase64Url(text)).toEqual(bytes);
    }),
  );
  for (const bad of ["A", "AB", "AAB", "A=", "A A A"]) expect(fromBase64Url(bad)).toBeUndefined();
});

test("hex agrees with Node's", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
    }),
  );
});
