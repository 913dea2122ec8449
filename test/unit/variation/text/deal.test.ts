import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Codebook, dealAll, dealOrder } from "../../../../src/variation/text/index.ts";

/** A codebook of so many rows: the first ones kept for teams, two each, the others spare. */
function codebookOf(rows: number, teams: readonly string[]): Codebook {
  const kept = teams
    .map((key, i) => ({ key, rows: [2 * i, 2 * i + 1].filter((row) => row < rows) }))
    .filter((team) => team.rows.length > 0);
  const spare = Array.from({ length: rows }, (_, i) => i).filter(
    (row) => !kept.some((team) => team.rows.includes(row)),
  );
  return {
    format: 1,
    seed: "s",
    rows: Array.from({ length: rows }, (_, i) => ({ draft: 0, choices: [i] })),
    teams: kept,
    spare,
  };
}

const teamName = fc.constantFrom("north", "south", "east");

describe("dealing to everybody", () => {
  test("gives everybody a row, and no row twice while one is free", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.array(teamName, { maxLength: 40 }),
        (rows, holders) => {
          const dealt = dealAll(
            codebookOf(rows, ["north", "south"]),
            holders.map((team) => ({ team })),
          );
          expect(dealt).toHaveLength(holders.length);
          expect(new Set(dealt).size).toBe(Math.min(rows, holders.length));
        },
      ),
    );
  });

  test("leaves everybody what they keep, and gives it to nobody else while a row is free", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.array(teamName, { minLength: 1, maxLength: 40 }),
        fc.uniqueArray(fc.nat(29), { maxLength: 10 }),
        (rows, holders, wanted) => {
          const kept = wanted.filter((row) => row < rows);
          const dealt = dealAll(
            codebookOf(rows, ["north", "south"]),
            holders.map((team, i) => ({ team, kept: kept[i] })),
          );
          const keeping = kept.slice(0, holders.length);
          expect(dealt.slice(0, keeping.length)).toEqual(keeping);
          expect(new Set(dealt).size).toBe(Math.min(rows, holders.length));
        },
      ),
    );
  });

  test("shares within a team only where the team is larger than the codebook", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.array(teamName, { maxLength: 30 }),
        (rows, holders) => {
          const dealt = dealAll(
            codebookOf(rows, ["north", "south"]),
            holders.map((team) => ({ team })),
          );
          for (const team of new Set(holders)) {
            const own = dealt.filter((_, i) => holders[i] === team);
            expect(new Set(own).size).toBe(Math.min(rows, own.length));
          }
        },
      ),
    );
  });

  test("leaves those alone who hold a row", () => {
    const held = [
      { row: 0, team: "north" },
      { row: 1, team: "north" },
    ];
    const dealt = dealAll(codebookOf(4, ["north"]), [{ team: "north" }, { team: "north" }], held);
    expect(new Set(dealt)).toEqual(new Set([2, 3]));
  });

  test("gives nobody anything where there is no row", () => {
    expect(dealAll(codebookOf(0, []), [{ team: "north" }])).toEqual([]);
  });
});

test("a team's order has every row once, its own first", () => {
  const codebook = codebookOf(9, ["north", "south"]);
  const order = dealOrder(codebook, "south");
  expect([...order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(new Set(order.slice(0, 2))).toEqual(new Set([2, 3]));
  expect(new Set(order.slice(-2))).toEqual(new Set([0, 1]));
});
