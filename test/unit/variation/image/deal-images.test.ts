import fc from "fast-check";
import { expect, test } from "vitest";
import { dealImages } from "../../../../src/variation/image/index.ts";

const at = (place: number, team = "north", seed = "content") => ({ seed, team, place });
const dealt = (count: number, deal: "order" | "one", places: number, team = "north") =>
  Array.from({ length: places }, (_, place) => dealImages(count, deal, at(place, team)));

test("everybody shows all as the author has them where nothing is dealt, and who was not dealt to", () => {
  expect(dealImages(4, "same", at(7))).toEqual([0, 1, 2, 3]);
  expect(dealImages(4, "order", null)).toEqual([0, 1, 2, 3]);
  expect(dealImages(1, "order", at(7))).toEqual([0]);
  expect(dealImages(0, "one", at(7))).toEqual([]);
});

test("one of several posters goes to as many of a team as any other", () => {
  const posters = dealt(3, "one", 30).map(([poster]) => poster);
  for (const poster of [0, 1, 2]) {
    expect(posters.filter((one) => one === poster)).toHaveLength(10);
  }
  // Each run of three has all of them, and not always in the same order.
  const runs = Array.from({ length: 10 }, (_, i) => posters.slice(i * 3, i * 3 + 3).join(""));
  for (const run of runs) expect([...run].sort().join("")).toBe("012");
  expect(new Set(runs).size).toBeGreaterThan(2);
});

test("the order of nine is everybody's own in a team of two thousand, and each picture is first equally often", () => {
  const orders = dealt(9, "order", 1998);
  expect(new Set(orders.map(String)).size).toBe(1998);
  for (let picture = 0; picture < 9; picture++) {
    expect(orders.filter(([first]) => first === picture)).toHaveLength(222);
  }
});

test("small teams use up all orders before one comes again", () => {
  expect(new Set(dealt(3, "order", 6).map(String)).size).toBe(6);
  expect(new Set(dealt(2, "order", 2).map(String)).size).toBe(2);
});

test("two teams are not dealt alike", () => {
  expect(dealt(9, "order", 9, "north")).not.toEqual(dealt(9, "order", 9, "south"));
});

test("an order has every picture once, whatever the number of pictures", () => {
  fc.assert(
    fc.property(fc.nat({ max: 40 }), fc.nat({ max: 5000 }), fc.string(), (count, place, seed) => {
      const order = dealImages(count, "order", at(place, "", seed));
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      expect(dealImages(count, "order", at(place, "", seed))).toEqual(order);
    }),
  );
});
