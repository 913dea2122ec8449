/** Who had a wording before keeps it in the next version, as far as that costs nobody a distance. */
import { describe, expect, test } from "vitest";
import {
  buildCodebook,
  type Codebook,
  compileCaption,
  dealAll,
  type Had,
  type Plan,
  renderVariant,
  rowsKept,
} from "../../../../src/variation/text/index.ts";

const RICH =
  "{春茶到了|今年的春茶来了|头采的春茶到店}，{来喝一杯|有空来坐|过来坐坐|来店里尝尝}。{新炒的|刚炒好的|昨晚炒的}，{香得很|闻着就香|一泡就香}。{想留的|要留一罐的|想先尝的}{跟我说|告诉我|发我消息}，{我给你留着|先替你收好|都给你备着}{🍵|🌱|}。";

function planOf(...drafts: string[]): Plan {
  const compiled = compileCaption({ drafts });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  return compiled.plan;
}

const rosterOf = (sizes: readonly number[]) =>
  sizes.flatMap((size, team) => new Array<string>(size).fill(`team ${team}`));
const teamsOf = (roster: readonly string[]) =>
  [...Map.groupBy(roster, (team) => team)].map(([key, { length: size }]) => ({ key, size }));

/** Publishes for a roster; who had something before stands at the same place in `had`. */
function publish(plan: Plan, roster: readonly string[], had: readonly Had[] = []) {
  const { codebook, report } = buildCodebook(plan, { teams: teamsOf(roster), seed: "post", had });
  const cores = roster.map((_, i) => had[i]?.core);
  const kept = rowsKept(
    plan,
    codebook,
    roster.map((team, i) => ({ team, core: cores[i] })),
  );
  const dealt = dealAll(
    codebook,
    roster.map((team, i) => ({ team, kept: kept[i] })),
  );
  return { report, codebook, dealt, has: hadOf(plan, codebook, roster, dealt) };
}

function hadOf(
  plan: Plan,
  { rows }: Codebook,
  roster: readonly string[],
  dealt: readonly number[],
) {
  return dealt.map((row, i): Had => {
    const one = rows[row]!;
    return { team: roster[i]!, row: one, core: renderVariant(plan, one).core };
  });
}

const keeping = (before: readonly Had[], after: readonly Had[]) =>
  before.filter(({ core }, i) => after[i]?.core === core).length;

describe("published again", () => {
  const plan = planOf(RICH);
  const roster = rosterOf([8, 8, 5]);
  const first = publish(plan, roster);

  test("unchanged, everybody keeps theirs to the letter", () => {
    expect(keeping(first.has, publish(plan, roster, first.has).has)).toBe(roster.length);
  });

  test("with colleagues who joined, everybody from before keeps theirs, and no two are equal", () => {
    const larger = [...roster, "team 0", "team 2", "team 2", "team 3"];
    const again = publish(plan, larger, first.has);
    expect(keeping(first.has, again.has)).toBe(roster.length);
    expect(new Set(again.has.map(({ core }) => core)).size).toBe(larger.length);
    expect(new Set(again.dealt).size).toBe(larger.length);
    expect(again.report.holds).toEqual(publish(plan, larger).report.holds);
  });

  test("after some have left, the others keep theirs", () => {
    const [smaller, had] = [roster.slice(3), first.has.slice(3)];
    expect(keeping(had, publish(plan, smaller, had).has)).toBe(smaller.length);
  });

  test("with another option, whose words still stand keep theirs; whose do not, get others", () => {
    const more = planOf(
      RICH.replace("|闻着就香", "|老远就闻到").replace("{跟我说", "{吱一声|跟我说"),
    );
    const again = publish(more, roster, first.has);
    const valid = first.has.filter(({ core }) => !core.includes("闻着就香"));
    expect(valid.length).toBeLessThan(roster.length);
    const kept = keeping(first.has, again.has);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThanOrEqual(valid.length);
    expect(new Set(again.has.map(({ core }) => core)).size).toBe(roster.length);
    expect(again.has.some(({ core }) => core.includes("闻着就香"))).toBe(false);
  });

  test("nobody who changed teams brings a wording into the other one", () => {
    const moved = roster.map((team, i) => (i === 0 ? "team 2" : team));
    const had = first.has.map((one, i) => ({ ...one, team: moved[i]! }));
    const { codebook, dealt } = publish(plan, moved, had);
    for (const [i, row] of dealt.entries()) {
      expect(codebook.teams.find(({ key }) => key === moved[i])?.rows).toContain(row);
    }
  });
});

test("what people had never serves fewer than the text can", () => {
  const plan = planOf("{春茶到了|新茶到了}，{来坐坐|来喝茶}{吧|呀|}。");
  for (const sizes of [[2, 2], [3, 3], [6]]) {
    const roster = rosterOf(sizes);
    const first = publish(plan, roster);
    const odd = first.has.toReversed().map((one, i) => ({ ...one, team: roster[i]! }));
    const again = publish(plan, roster, odd);
    expect(again.report.served).toBe(first.report.served);
    expect(again.report.holds).toEqual(first.report.holds);
  }
});
