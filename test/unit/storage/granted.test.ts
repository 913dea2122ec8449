import { expect, test } from "vitest";
import { instant, later, minute, second } from "../../../src/domain/units.ts";
import { Granted, grantedKeys, grantedUnasked } from "../../../src/storage/granted.ts";

const start = instant(1_793_491_200_000);

/** How many of so many calls of a key are granted unasked. */
function taken(granted: Granted, key: string, calls: number, at = start): number {
  return Array.from({ length: calls }, () => granted.take(key, at)).filter(Boolean).length;
}

test("the first few calls of each key are granted, each minute anew", () => {
  const granted = new Granted();
  expect(taken(granted, "a", 100)).toBe(grantedUnasked);
  expect(taken(granted, "b", 100, later(start, second))).toBe(grantedUnasked);
  expect(taken(granted, "a", 1, later(start, second))).toBe(0);
  expect(taken(granted, "a", 100, later(start, minute))).toBe(grantedUnasked);
});

test("who makes up keys is granted no more of them than are remembered, and others go on", () => {
  const granted = new Granted();
  taken(granted, "reader", 1);
  const made = Array.from({ length: 2 * grantedKeys }, (_, at) => taken(granted, `made ${at}`, 1));
  expect(made.filter((count) => count > 0)).toHaveLength(grantedKeys - 1);
  expect(taken(granted, "reader", 100)).toBe(grantedUnasked - 1);
  expect(taken(granted, "newcomer", 1)).toBe(0);
  expect(taken(granted, "newcomer", 1, later(start, minute))).toBe(1);
});
