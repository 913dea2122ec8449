import { describe, expect, test } from "vitest";
import { reasonsFor, topicOf } from "../../../../src/insight/briefing/find-reasons.ts";
import { DAY, HOUR, MONDAY, read, reshare } from "../tags/people.ts";

const now = MONDAY + DAY;
const kinds = (history: Parameters<typeof reasonsFor>[0], isRising = false) =>
  reasonsFor(history, isRising, now).map(({ kind }) => kind);

describe("reasons", () => {
  test("a long read, the longest of those that are news", () => {
    const [reason] = reasonsFor(
      [
        read({ id: "a", engagedMs: 200_000 }),
        read({ id: "b", engagedMs: 300_000 }),
        read({ id: "c", at: MONDAY - 3 * DAY, engagedMs: 900_000 }),
      ],
      false,
      now,
    );
    expect(reason).toMatchObject({ kind: "long-read", visitIds: ["b"], engagedMs: 300_000 });
    expect(kinds([read({ engagedMs: 179_999 })])).toEqual([]);
  });

  test("a part read again within a fortnight, told with all its visits", () => {
    const sections = { price: 12_000, steps: 9000 };
    const [reason] = reasonsFor(
      [
        read({ id: "a", at: MONDAY - 10 * DAY, sections }),
        read({ id: "b", sections }),
        read({ id: "c", at: MONDAY - 20 * DAY, sections }),
      ],
      false,
      now,
    );
    expect(reason).toMatchObject({
      kind: "section-again",
      sectionId: "price",
      times: 2,
      visitIds: ["a", "b"],
    });
    expect(kinds([read({ sections })])).toEqual([]);
  });

  test("coming back after two weeks or more", () => {
    expect(kinds([read({ at: MONDAY - 14 * DAY }), read()])).toEqual(["came-back"]);
    expect(kinds([read({ at: MONDAY - 13 * DAY }), read()])).toEqual([]);
  });

  test("passing on, counted over a week and naming nobody", () => {
    const [reason] = reasonsFor(
      [reshare(), reshare(), reshare({ at: MONDAY - 7 * DAY })],
      false,
      now,
    );
    expect(reason).toEqual({
      kind: "passed-on",
      at: MONDAY,
      visitIds: [],
      contentId: "sleep",
      readers: 2,
    });
  });

  test("rising interest of somebody who was there before, and of nobody new", () => {
    const lately = [read({ at: MONDAY - 2 * DAY }), read()];
    expect(kinds(lately, true)).toEqual([]);
    const before = read({ at: MONDAY - 15 * DAY });
    expect(kinds([before, ...lately], true)).toEqual(["rising"]);
    expect(kinds([before, ...lately])).toEqual([]);
  });

  test("what has not happened yet is no reason", () => {
    expect(kinds([read({ at: now + HOUR, engagedMs: 900_000 })])).toEqual([]);
  });
});

test("the topic is the one that was read longest lately, ties by name", () => {
  const soup = { topics: ["soup"], contentId: "soup" };
  expect(topicOf([read(), read({ ...soup, engagedMs: 90_000 })], now)).toBe("soup");
  expect(topicOf([read({ engagedMs: 90_000 }), read({ ...soup, engagedMs: 90_000 })], now)).toBe(
    "sleep",
  );
  expect(topicOf([read({ at: MONDAY - 15 * DAY })], now)).toBeNull();
});
