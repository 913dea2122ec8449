import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { Distances } from "../../../../src/variation/text/codebook/floors.ts";
import { affordable, candidateRows } from "../../../../src/variation/text/codebook/space.ts";
import { Speech } from "../../../../src/variation/text/codebook/speech.ts";
import {
  adviceText,
  buildCodebook,
  type Codebook,
  type CodebookInput,
  codebookSteps,
  compileCaption,
  dealAll,
  decodeCodebook,
  decodeRow,
  editDistanceRatio,
  encodeCodebook,
  encodeRow,
  jaccardBigrams,
  normalise,
  type Plan,
  renderVariant,
} from "../../../../src/variation/text/index.ts";

const RICH =
  "{姐妹们|宝子们|亲们|朋友们}，{今天|刚刚|这两天}{给大家|来跟大家|和你们}{分享|聊聊|说说}" +
  "{我们家|咱家|店里}的新款防晒衣☀️{真的很|特别|超级}{轻薄|透气轻便}，{穿上身|上身以后|穿出门}" +
  "{完全没有闷热感|一点都不闷|不会觉得闷}。满199减50，{活动到5月3日结束|优惠截止到5月3日|到5月3日为止}，" +
  "{喜欢的|想要的|有兴趣的}{私信我|找我|留言给我}{就行|即可|就可以啦}～";
const POOR = "{早|早上好}，本店今天上新，满199减50，欢迎{光临|进店}看看，数量有限先到先得。";

function planOf(...drafts: string[]): Plan {
  const compiled = compileCaption({ drafts, lexicon: false });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  return compiled.plan;
}

function teams(count: number, size: number): CodebookInput["teams"] {
  return Array.from({ length: count }, (_, i) => ({ key: `team ${i}`, size }));
}

function texts(plan: Plan, codebook: Codebook, rows: readonly number[]): string[] {
  return rows.map((row) => renderVariant(plan, codebook.rows[row]!).core);
}

const rich = planOf(RICH);
const built = buildCodebook(rich, { teams: teams(10, 20), seed: "s" });

test("of a very long text fewer rows are looked at: all of them cost no more than those of a short one", () => {
  const one = new Speech(planOf("{早|早上好}，本店今天上新。".repeat(190)));
  expect(one.steps).toBeGreaterThan(500);
  expect(affordable(one, 4096) * one.steps).toBeLessThan(400_000 + one.steps);
  expect(affordable(new Speech(rich), 4096)).toBe(4096);
  expect(affordable(one, 4096, 1000), "never fewer than are wanted").toBe(1000);
});

describe("a text that is rich enough", () => {
  const seats = built.codebook.teams.flatMap(({ rows }) => rows);
  const rewordable = (text: string) => text.replace(/满199减50|5月3日/g, "");

  test("serves everybody and says so", () => {
    expect(built.report).toMatchObject({ seats: 200, served: 200, advice: [] });
    expect(built.report.holds).toEqual(["distinct", "company", "team"]);
    expect(built.report.sharing).toMatchObject({ senders: 0, groups: [] });
    expect(seats).toHaveLength(200);
  });

  test("keeps any two senders the company floor apart, measured on the rendered text", () => {
    const all = texts(rich, built.codebook, seats).map(rewordable);
    let nearestJ2 = 0;
    let nearestEdit = 1;
    all.forEach((a, i) => {
      for (const b of all.slice(0, i)) {
        nearestJ2 = Math.max(nearestJ2, jaccardBigrams(a, b));
        nearestEdit = Math.min(nearestEdit, editDistanceRatio(a, b));
      }
    });
    expect(nearestJ2).toBeLessThanOrEqual(0.9);
    expect(nearestEdit).toBeGreaterThanOrEqual(0.04);
    expect(built.report.achieved.nearestJ2).toBeCloseTo(nearestJ2);
    expect(built.report.achieved.nearestEdit).toBeCloseTo(nearestEdit);
  });

  test("keeps two senders of one team the team floor apart", () => {
    for (const team of built.codebook.teams) {
      const all = texts(rich, built.codebook, team.rows).map(rewordable);
      all.forEach((a, i) => {
        for (const b of all.slice(0, i)) {
          expect(jaccardBigrams(a, b)).toBeLessThanOrEqual(0.8);
          expect(editDistanceRatio(a, b)).toBeGreaterThanOrEqual(0.08);
        }
      });
    }
  });

  test("gives the same codebook for the same seed and another for another", () => {
    const again = buildCodebook(rich, { teams: teams(10, 20), seed: "s" });
    const other = buildCodebook(rich, { teams: teams(10, 20), seed: "t" });
    expect(again).toEqual(built);
    expect(other.codebook.rows).not.toEqual(built.codebook.rows);
  });
});

describe("a text that is too poor", () => {
  const { codebook, report } = buildCodebook(planOf(POOR), { teams: teams(2, 4), seed: "s" });

  test("gives every different wording it has, and shares them among teams, not within", () => {
    const all = texts(planOf(POOR), codebook, [...codebook.rows.keys()]);
    expect(new Set(all.map(normalise)).size).toBe(4);
    expect(codebook.teams.map(({ rows }) => new Set(rows).size)).toEqual([4, 4]);
    expect(report).toMatchObject({ seats: 8, served: 4, holds: [] });
    expect(report.sharing).toMatchObject({ senders: 8, wordings: 4, most: 2, withinTeams: 0 });
    expect(report.sharing.groups[0]?.teams).toEqual(["team 0", "team 1"]);
  });

  test("shares within a team only what it has to", () => {
    const one = buildCodebook(planOf(POOR), { teams: teams(1, 6), seed: "s" });
    expect(one.report.sharing).toMatchObject({ senders: 4, wordings: 2, most: 2, withinTeams: 4 });
  });

  test("says at which distance and what to add: what serves all first, else the largest gain", () => {
    expect(report.achieved.nearestJ2).toBeGreaterThan(0.8);
    const order = report.advice.map(({ servesAll, gain }) => (servesAll ? 1000 : gain));
    expect(order.length).toBeGreaterThan(0);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(report.advice.every(({ gain }) => gain > 0)).toBe(true);
  });

  test("advice names sentences that may be reworded, as the author wrote them", () => {
    const { report: told } = buildCodebook(
      planOf("晚上整理了3份客户资料。本店不退不换，以合同为准。喜欢喝茶的朋友周末都来坐坐。"),
      { teams: teams(1, 5), seed: "s" },
    );
    const words = told.advice.flatMap(({ sentences }) => sentences.map((one) => one.words));
    expect(words).toContain("晚上整理了3份客户资料。");
    expect(words.join("")).not.toContain("不退不换");
    expect(adviceText(told.advice[0]!, 5, "zh-CN")).toMatch(
      /^给.*“.+”.*再写 2 种说法，就够 5 个人用了。$/u,
    );
    expect(adviceText(told.advice[0]!, 5, "en")).toMatch(
      /^Two more options for .+ would serve all 5\.$/u,
    );
  });

  test("a draft without any slot serves one", () => {
    const lone = buildCodebook(planOf("今天上新，欢迎来看。"), { teams: teams(1, 3), seed: "s" });
    expect(lone.report).toMatchObject({ served: 1, capacity: { company: 1, team: 1 } });
  });

  test("options that differ in style only are one wording", () => {
    const { report: style } = buildCodebook(planOf("今天上新{！|～|🎉}"), {
      teams: teams(1, 3),
      seed: "s",
    });
    expect(style.served).toBe(1);
  });

  test("a second draft serves more", () => {
    const two = planOf(POOR, "{新货|新品}到店啦，满199减50的活动也在，{有空|路过}都可以进来逛逛。");
    const both = buildCodebook(two, { teams: teams(2, 4), seed: "s" });
    expect(both.report.served).toBe(8);
    expect(both.report.capacity.company).toBeGreaterThan(report.capacity.company);
    expect(both.report.sharing.senders).toBe(0);
  });
});

describe("sizes", () => {
  test.each([
    [[{ key: "a", size: -1 }]],
    [[{ key: "a", size: 1.5 }]],
    [
      [
        { key: "a", size: 1 },
        { key: "a", size: 1 },
      ],
    ],
  ])("%j are refused", (sizes) => {
    expect(() => buildCodebook(rich, { teams: sizes, seed: "s" })).toThrow(RangeError);
  });

  test("nobody yet gives spare rows only", () => {
    const empty = buildCodebook(rich, { teams: [], seed: "s" });
    expect(empty.codebook.spare).toHaveLength(3);
    expect(empty.report).toMatchObject({ seats: 0, served: 0, sharing: { senders: 0 } });
  });
});

describe("several drafts", () => {
  const mine =
    "{这篇讲早睡的文章，我昨晚读完了。|昨晚读完一篇讲早睡的文章。|有篇讲早睡的文章我反复读了。}" +
    "{很想试试。|正在照着做。|今晚就开始试。}{先放下手机。|先把灯调暗。|先离开屏幕。}";
  const hers =
    "{睡不好的朋友看过来，|最近睡不好的，}{小小的改变，|简单的办法，}{今晚就能做。|不用花钱也能做。}";
  const handed = (seats: CodebookInput["teams"], ...drafts: string[]) => {
    const { codebook } = buildCodebook(planOf(...drafts), { teams: seats, seed: "s" });
    return codebook.teams.map(({ rows }) =>
      drafts.map((_, draft) => rows.filter((row) => codebook.rows[row]?.draft === draft).length),
    );
  };

  test("are heard equally often, in the company and in each team", () => {
    expect(handed(teams(2, 4), mine, hers)).toEqual([
      [2, 2],
      [2, 2],
    ]);
  });

  test("that have little to say are heard as often as they can", () => {
    expect(handed(teams(1, 8), mine, "{新茶到店，来坐坐。|店里的新茶，来尝尝。}")).toEqual([
      [6, 2],
    ]);
  });
});

test("seats of one row in two teams are dealt to both, and no colleague shares one", () => {
  const { codebook } = buildCodebook(planOf(POOR), { teams: teams(2, 4), spare: 0, seed: "s" });
  const holders = [0, 1, 0, 1, 0, 1, 0, 1].map((team) => ({ team: `team ${team}` }));
  const dealt = dealAll(codebook, holders);
  for (const team of [0, 1]) expect(new Set(dealt.filter((_, i) => i % 2 === team)).size).toBe(4);
});

describe("working in slices", () => {
  test("a team far too crowded for its floor costs a bounded number of comparisons", () => {
    // Every sentence has three options, and nothing of it is a team floor apart for two hundred.
    const sentence = (words: string) => `{${words} here.|${words} there.|${words} outside.} `;
    const lines = ["baskets", "ladders", "lanterns", "blankets", "kettles", "curtains"];
    const plan = planOf(lines.map((line) => sentence(`We carried all of the ${line}`)).join(""));
    const compared = vi.spyOn(Distances.prototype, "farBeyond");
    buildCodebook(plan, { teams: [{ key: "a", size: 200 }], seed: "crowded" });
    const times = compared.mock.calls.length;
    compared.mockRestore();
    expect(times).toBeLessThan(1_000_000);
  });

  test("gives the same codebook, and its progress only grows", () => {
    const steps = codebookSteps(rich, { teams: teams(10, 20), seed: "s" });
    const progress: number[] = [];
    for (;;) {
      const { done, value } = steps.next();
      if (done) {
        expect(value).toEqual(built);
        break;
      }
      progress.push(value);
    }
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.length).toBeGreaterThan(5);
    expect(progress.every((done) => done > 0 && done < 1)).toBe(true);
  });
});

test("no row has two options that may not stand together", () => {
  const plan = planOf(
    "{新茶到店了。|店里来了新茶。|新到一批茶。}{周六欢迎来坐坐。|周六来店里喝杯新茶。|周六都来尝尝。}",
  );
  const { apart } = plan.drafts[0]!;
  expect(apart).toHaveLength(2);
  const { codebook } = buildCodebook(plan, { teams: teams(1, 9), seed: "s" });
  expect(codebook.rows).toHaveLength(7);
  for (const { choices } of codebook.rows) {
    expect(apart?.some(([a, x, b, y]) => choices[a] === x && choices[b] === y)).toBe(false);
  }
});

describe("storing", () => {
  test("a codebook comes back as it was, small", () => {
    const stored = encodeCodebook(built.codebook);
    expect(decodeCodebook(stored)).toEqual(built.codebook);
    expect(stored.length).toBeLessThan(25 * built.codebook.rows.length);
  });

  test("a row comes back as it was", () => {
    fc.assert(
      fc.property(fc.nat(19), fc.array(fc.nat(31)), (draft, choices) => {
        expect(decodeRow(encodeRow({ draft, choices }))).toEqual({ draft, choices });
      }),
    );
  });

  test("what is no codebook is refused", () => {
    expect(() => decodeCodebook('{"format":2}')).toThrow(RangeError);
    expect(() => decodeRow("")).toThrow(RangeError);
    expect(() => decodeRow("0?")).toThrow(RangeError);
  });
});

test("pictures of the allow-list vary, and count for nothing", () => {
  const compiled = compileCaption({
    drafts: ["姐妹们🎉{早|早安|早上好|大家早}，{上新|新到|新品到店}了❤️✅{好看|漂亮}"],
  });
  if (!compiled.ok) throw new Error("does not compile");
  const { codebook } = buildCodebook(compiled.plan, { teams: teams(1, 20), seed: "s" });
  const cores = codebook.rows.map((row) => renderVariant(compiled.plan, row).core);
  expect(new Set(cores.map(normalise)).size).toBe(cores.length);
  expect(new Set(cores.map((core) => core.match(/🎉|🥳|🎊/u)?.[0])).size).toBe(3);
  expect(cores.every((core) => core.includes("✅"))).toBe(true);
});

test("J2 by bits is J2 by sets", () => {
  const plan = planOf(
    RICH,
    "{早|早上好}{呀|}，新品{到店|上架}了，满199减50{哦|}，{欢迎|都}来看看。",
  );
  const speech = new Speech(plan);
  const rows = finish(candidateRows(plan, speech, 40, "s"));
  for (const keeps of [false, true]) {
    const distances = finish(Distances.of(speech, rows, keeps));
    const said = rows.map((row) => (keeps ? speech.whole(row) : speech.words(row)));
    said.forEach((a, i) => {
      for (let k = 0; k < i; k++) {
        expect(distances.j2(i, k)).toBeCloseTo(jaccardBigrams(a, said[k]!), 10);
        expect(distances.edit(i, k)).toBeCloseTo(editDistanceRatio(a, said[k]!), 10);
        if (distances.farBeyond(i, k, 0.9)) expect(distances.j2(i, k)).toBeLessThan(0.9);
      }
    });
  }
});

function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
