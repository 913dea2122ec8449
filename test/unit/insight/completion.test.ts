import { describe, expect, test } from "vitest";
import { completionOf } from "../../../src/insight/completion.ts";

describe("completion", () => {
  test("a section counts once half of its expected time was spent on it", () => {
    expect(completionOf([5000, 4999], [10_000, 10_000])).toBe(0.5);
  });

  test("long sections weigh more than short ones", () => {
    expect(completionOf([0, 30_000], [10_000, 30_000])).toBe(0.75);
  });

  test("sections never reached are missing and count as unread", () => {
    expect(completionOf([10_000], [10_000, 10_000, 20_000])).toBe(0.25);
  });

  test("a text without sections is never read", () => {
    expect(completionOf([1000], [])).toBe(0);
  });
});
