import { describe, expect, test } from "vitest";
import { kindWords } from "../../../../src/insight/kinds/explain.ts";
import type { NodeFigures } from "../../../../src/insight/kinds/figures.ts";
import { kindsOf } from "../../../../src/insight/kinds/node-kind.ts";
import { betaDraw, hitsOf, randomOf } from "../../../support/random.ts";

type Plan = {
  trusted: number;
  others: number;
  fewest: number;
  most: number;
  /** Of the trusted ones' readers who qualified, how many pass on; 0.15 of the others'. */
  passOn?: number;
};

/** A workspace of 200 nodes, the first 20 trusted; rates spread as betas with concentration 30. */
function workspace(
  seed: number,
  { trusted, others, fewest, most, passOn = 0.15 }: Plan,
): NodeFigures[] {
  const random = randomOf(seed);
  const around = (mean: number) => betaDraw(random, mean * 30, (1 - mean) * 30);
  return Array.from({ length: 200 }, (_, at) => {
    const isTrusted = at < 20;
    const direct = Math.round(fewest * (most / fewest) ** random());
    const qualified = hitsOf(random, direct, around(isTrusted ? trusted : others));
    return {
      key: `n${String(at).padStart(3, "0")}`,
      direct,
      known: direct,
      indirect: 0,
      width: direct,
      qualified,
      converted: hitsOf(random, qualified, around(0.2)),
      passedOn: hitsOf(random, qualified, around(isTrusted ? passOn : 0.15)),
    };
  });
}

/** Over several workspaces: how many were named, and how many of those rightly. */
function named(plan: Plan, workspaces = 12) {
  let all = 0;
  let right = 0;
  for (let seed = 0; seed < workspaces; seed++) {
    for (const { kind, figures } of kindsOf(workspace(seed, plan)).nodes) {
      if (kind !== "trusted") continue;
      all++;
      if (figures.key < "n020") right++;
    }
  }
  return { all, right, recall: right / (20 * workspaces) };
}

describe("trusted nodes", () => {
  test.each<[string, Plan, number]>([
    ["far apart", { trusted: 0.6, others: 0.2, fewest: 20, most: 150 }, 0.5],
    ["nearer, many readers", { trusted: 0.5, others: 0.25, fewest: 60, most: 600 }, 0.15],
    [
      "nearer, but passed on by their readers",
      { trusted: 0.5, others: 0.25, fewest: 20, most: 150, passOn: 0.4 },
      0.35,
    ],
  ])("%s: of those named nine in ten are, and some are named", (_, plan, recall) => {
    const found = named(plan);
    expect(found.right).toBeGreaterThanOrEqual(0.9 * found.all);
    expect(found.recall).toBeGreaterThan(recall);
  });

  test("too few readers to tell: hardly anybody is named", () => {
    const found = named({ trusted: 0.5, others: 0.25, fewest: 3, most: 60 });
    expect(found.all - found.right).toBeLessThanOrEqual(3);
  });

  test("nobody is special: nobody is named", () => {
    expect(named({ trusted: 0.3, others: 0.3, fewest: 20, most: 200 }).all).toBe(0);
    const { verdict, byTrust } = kindsOf(
      workspace(1, { trusted: 0.3, others: 0.3, fewest: 20, most: 200 }),
    );
    expect(verdict).toBe("all-alike");
    expect(byTrust).toHaveLength(200);
  });

  test("a handful of nodes is not enough to tell them apart", () => {
    const few = workspace(1, { trusted: 0.9, others: 0.1, fewest: 50, most: 60 }).slice(10, 29);
    expect(kindsOf(few)).toMatchObject({ verdict: "too-few-nodes", judged: 19 });
  });
});

describe("kinds", () => {
  /** Thirty who are all alike but for what is told. */
  const crowd = (over: Partial<NodeFigures>[]): NodeFigures[] =>
    Array.from({ length: 30 }, (_, at) => ({
      key: `n${String(at).padStart(2, "0")}`,
      direct: 40,
      known: 40,
      indirect: 10,
      width: 40,
      qualified: 10 + (at % 3),
      converted: 2,
      passedOn: 2,
      ...over[at],
    }));

  test("wide, and neither passed on nor acted upon: a broadcaster", () => {
    const { nodes } = kindsOf(
      crowd([
        { direct: 400, known: 400, width: 400, qualified: 110, converted: 3, passedOn: 2 },
        { direct: 400, known: 400, width: 400, qualified: 110, converted: 60, passedOn: 2 },
      ]),
    );
    expect(nodes.slice(0, 3).map(({ kind }) => kind)).toEqual(["broadcaster", "plain", "plain"]);
  });

  test("eleven readers are insufficient data, however good", () => {
    const [first] = kindsOf(crowd([{ direct: 11, known: 11, width: 11, qualified: 11 }])).nodes;
    expect(first?.kind).toBe("insufficient");
    expect(first && kindWords(first)).toEqual({
      zh: "数据不足：直接带来的 11 位读者里，11 位同意记录、看得到读得怎样，至少要 12 位。",
      en: "Insufficient data: of 11 direct readers 11 agreed to be remembered, so that it is known how they read; at least 12 are needed.",
    });
  });

  test("who has too few readers to be judged has a place by reach and none by trust", () => {
    const nodes = crowd([
      { direct: 40, known: 3, width: 40, qualified: 3 },
      { direct: 20, known: 20, width: 20, qualified: 5 },
    ]);
    const { byReach, byTrust, judged } = kindsOf(nodes);
    expect(byReach).toHaveLength(nodes.length);
    expect(byTrust).toHaveLength(judged);
    expect(byTrust).not.toContain(nodes.find(({ known }) => known === 3)?.key);
  });

  test("rates are shrunken and carry their interval and n", () => {
    const [first] = kindsOf(crowd([{ qualified: 36 }])).nodes;
    expect(first?.qualifiedRate).toMatchObject({ hits: 36, trials: 40 });
    expect(first?.qualifiedRate.mean).toBeLessThan(0.9);
    expect(first?.qualifiedRate.low).toBeLessThan(first?.qualifiedRate.mean ?? 0);
  });

  test("reach and trust rank differently, and say so in words", () => {
    const { byReach, byTrust, nodes } = kindsOf(
      crowd([
        { direct: 900, known: 900, width: 900, qualified: 200 },
        { qualified: 38, indirect: 40 },
      ]),
    );
    expect(byReach[0]).toBe("n00");
    expect(byTrust[0]).toBe("n01");
    expect(nodes[1] && kindWords(nodes[1])).toEqual({
      zh: expect.stringMatching(
        /^大节点：直接带来、同意记录的 40 位读者中约 \d+ % 读得认真（九成把握在 \d+ %–\d+ % 之间），一共带来的读者里 50 % 是再转手来的。$/,
      ),
      en: expect.stringMatching(
        /^A trusted node: about \d+ % of 40 direct readers who agreed to be remembered really read \(\d+ % to \d+ %, nine times in ten\), and 50 % of all that it brought came at second hand or later\.$/,
      ),
    });
  });

  test("no nodes, no kinds", () => {
    expect(kindsOf([])).toEqual({
      nodes: [],
      verdict: "too-few-nodes",
      judged: 0,
      byReach: [],
      byTrust: [],
    });
  });
});
