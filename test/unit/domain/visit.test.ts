import { describe, expect, test } from "vitest";
import { duration } from "../../../src/domain/units.ts";
import {
  isDoubtful,
  isRead,
  readMinEngaged,
  readMinSeen,
  tellsOfARead,
} from "../../../src/domain/visit.ts";

const visit = {
  engagedMs: readMinEngaged,
  seenMs: readMinSeen,
  heard: 0b11,
  burst: false,
  bot: false,
  own: false,
};

test("a second of a person's time is a read", () => {
  expect(isRead(visit)).toBe(true);
  expect(isRead({ ...visit, engagedMs: duration(999) })).toBe(false);
});

test("bots and the sender's own look are none, and nothing to doubt", () => {
  for (const mark of [{ bot: true }, { own: true }]) {
    expect(isRead({ ...visit, ...mark })).toBe(false);
    expect(tellsOfARead({ ...visit, ...mark })).toBe(false);
  }
});

describe("a visit that tells of a read is doubtful", () => {
  test.each([
    ["one beat was heard of, whichever", { heard: 0b1000 }],
    ["nothing was heard of", { heard: 0 }],
    ["the server saw less than a second pass", { seenMs: duration(999) }],
    ["was begun in a burst", { burst: true }],
  ])("that %s", (_, change) => {
    expect(isDoubtful({ ...visit, ...change })).toBe(true);
    expect(tellsOfARead({ ...visit, ...change })).toBe(true);
    expect(isRead({ ...visit, ...change })).toBe(false);
  });

  test("and not one of which beats were lost between two that were heard", () => {
    expect(isRead({ ...visit, heard: 0b1000_0001 })).toBe(true);
  });
});
