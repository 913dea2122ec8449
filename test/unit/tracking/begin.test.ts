import { expect, test } from "vitest";
import {
  earlier,
  instant,
  later,
  minute,
  quarter,
  quarterHour,
  second,
  times,
} from "../../../src/domain/units.ts";
import { begunIn, possibleQuarters } from "../../../src/tracking/begin.ts";
import { MAX_READ_BEFORE_MS } from "../../../src/tracking/protocol.ts";

const turn = instant(1_793_491_200_000);
const middle = later(turn, times(7, minute));

test("a visit's row is looked for where it says, and beyond the turn of a quarter-hour that is near", () => {
  expect(possibleQuarters({ issuedAt: middle, mintedAt: middle })).toEqual([turn]);
  const justAfter = later(turn, times(20, second));
  const before = earlier(turn, quarter);
  expect(possibleQuarters({ issuedAt: justAfter, mintedAt: justAfter })).toEqual([turn, before]);
  const justBefore = earlier(turn, times(20, second));
  expect(possibleQuarters({ issuedAt: justBefore, mintedAt: justBefore })).toEqual([before, turn]);
});

test("where a page has read for longer than is believed it is looked for all day", () => {
  const issuedAt = instant(middle - MAX_READ_BEFORE_MS);
  const quarters = possibleQuarters({ issuedAt, mintedAt: middle });
  expect(quarters).toHaveLength(97);
  expect(new Set(quarters).size).toBe(97);
});

test("a beginning is moved into its row's quarter-hour and no further", () => {
  const claims = { issuedAt: middle, mintedAt: middle };
  expect(begunIn(claims, turn)).toEqual(claims);
  const next = later(turn, quarter);
  expect(begunIn(claims, next).issuedAt).toBe(next);
  const previous = earlier(turn, quarter);
  expect(quarterHour(begunIn(claims, previous).issuedAt)).toBe(previous);
  expect(begunIn(claims, previous).issuedAt).toBe(turn - 1);
});
