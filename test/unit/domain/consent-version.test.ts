import { expect, test } from "vitest";
import { consentVersion, coversSignIn, ownVersion } from "../../../src/domain/consent-version.ts";

const version = "2026-11-26";

test.each([
  [false, null, "2026-11-26"],
  [false, 3, "2026-11-26+3"],
  [true, null, "2026-11-26.wechat"],
  [true, 3, "2026-11-26.wechat+3"],
] as const)("a version names what it covers: %s, %s", (signIn, added, text) => {
  expect(consentVersion(version, { signIn, added })).toBe(text);
  expect(coversSignIn(text)).toBe(signIn);
  expect(ownVersion(text)).toBe(version);
});

test("what a workspace adds covers nothing by what it is called", () => {
  expect(coversSignIn("2026-11-26+3.wechat")).toBe(false);
  expect(coversSignIn("unstated")).toBe(false);
});
