import { expect, test } from "vitest";
import { duration } from "../../../src/domain/units.ts";
import { isRead, readMinEngaged } from "../../../src/domain/visit.ts";

const visit = { engagedMs: readMinEngaged, bot: false, own: false };

test("a second of a person's time is a read", () => {
  expect(isRead(visit)).toBe(true);
  expect(isRead({ ...visit, engagedMs: duration(999) })).toBe(false);
});

test("bots and the sender's own look are none", () => {
  expect(isRead({ ...visit, bot: true })).toBe(false);
  expect(isRead({ ...visit, own: true })).toBe(false);
});
