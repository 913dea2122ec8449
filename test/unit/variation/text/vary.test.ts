import { describe, expect, test } from "vitest";
import { operatorsByClause } from "../../../../src/variation/text/gates/operators.ts";
import {
  compileCaption,
  failedGates,
  normalise,
  protectedSequence,
  suggestOptions,
  varyText,
} from "../../../../src/variation/text/index.ts";
import { scriptOf } from "../../../../src/variation/text/protect/protect.ts";
import { readPosts } from "../../../fixtures/posts/post.ts";

const DRAFT =
  "被问爆的防晒终于补货啦！满199减20，不与套装同享。夏天通勤一整天，到家脸上还是清清爽爽的。要的宝子直接扣数量，有问题找我。";

function options(draft: string, more: object = {}): string[] {
  const compiled = compileCaption({ drafts: [draft], ...more });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  return compiled.plan.drafts[0]!.parts.flatMap((part) =>
    typeof part === "object" && "slot" in part
      ? [part.options.map((option) => option.join("")).join("|")]
      : [],
  );
}

describe("the lexicon in a caption", () => {
  test("opens slots where the author wrote none, and none when it is off", () => {
    expect(options(DRAFT)).toContain("终于|总算");
    expect(options(DRAFT, { lexicon: false })).toEqual([]);
  });

  test("leaves a clause with an operator alone", () => {
    expect(options("今天终于不堵车了，大家放心出门。")).not.toContain("终于|总算");
  });

  test("offers nothing that the author vetoed, a phrase or one option", () => {
    expect(options(DRAFT, { lexicon: { vetoes: ["终于"] } })).not.toContain("终于|总算");
    const found = options(DRAFT).find((slot) => slot.startsWith("的宝子|"))!;
    const [words, first, second] = found.split("|");
    expect(options(DRAFT, { lexicon: { vetoes: [`${words}>${first}`] } })).toContain(
      `${words}|${second}`,
    );
  });

  test("does not say a word again within a breath of itself", () => {
    expect(options("总算下班，终于到家，热汤上桌，大家开吃。")).not.toContain("终于|总算");
  });

  test("repeats no part of a word nearby either", () => {
    const greeting = "大家好，新茶上架了，路过的朋友进来喝一杯暖暖身子吧";
    expect(options(`早。${greeting}`)).toContain("大家好|各位好");
    expect(options(`各位邻居。${greeting}`)).not.toContain("大家好|各位好");
  });

  test("writes no contraction out beside another one", () => {
    const rest = " baking all morning at the old mill by the river. Come and see us, it is warm.";
    expect(options(`I'm${rest}`)).toContain("I'm|I am");
    const both = "I'm baking all morning, and I'll be at the gate when the market opens for all.";
    expect(options(both)).not.toContain("I'm|I am");
  });

  test("takes a picture with a joiner or a skin tone for one picture", () => {
    const rest = "，店里的茶煮好了，院子里的花也开了。";
    expect(options(`辛苦大家${"❤️"}${rest}`)).toContain("❤️|💕|💗");
    expect(options(`辛苦大家❤️‍🔥${rest}`).join()).not.toMatch(/💕|💗/u);
    expect(options(`辛苦大家👏🏽${rest}`).join()).not.toContain("🙌");
  });

  test("stands beside the author's own slots", () => {
    const slots = options(
      "{早|早安}，防晒终于补货了，满199减20，大家来看看，记得涂匀，有问题找我。",
    );
    expect(slots[0]).toBe("早|早安");
    expect(slots.length).toBeGreaterThan(1);
  });

  test("never touches what the workspace calls its own", () => {
    expect(
      options("终于面霜，大家都在用，今天上新，喜欢的朋友来看看。", { protect: ["终于"] }),
    ).not.toContain("终于|总算");
  });
});

describe("suggestions", () => {
  const result = suggestOptions({ draft: DRAFT });
  if (!result.ok) throw new Error("does not parse");

  test("tell the place, the context, and markup that compiles to the same options", () => {
    const found = result.suggestions.find(({ words }) => words === "终于")!;
    expect(DRAFT.slice(found.offset, found.offset + found.length)).toBe("终于");
    expect(found.context).toEqual({ before: "被问爆的防晒", after: "补货啦！满199减20，" });
    expect(found.markup).toBe("{终于|总算}");
    const approved =
      DRAFT.slice(0, found.offset) + found.markup + DRAFT.slice(found.offset + found.length);
    expect(options(approved, { lexicon: false })).toEqual(["终于|总算"]);
  });

  test("name the gates an option fails", () => {
    const banned = suggestOptions({ draft: DRAFT, bannedWords: ["总算"] });
    expect(banned).toMatchObject({ ok: true });
    if (!banned.ok) return;
    const found = banned.suggestions.find(({ words }) => words === "终于")!;
    expect(found.options).toEqual([{ text: "总算", failed: ["banned"] }]);
    expect(found.markup).toBe("终于");
  });

  test("offer nothing vetoed and nothing inside the author's slots", () => {
    const again = suggestOptions({ draft: `{终于|总算}${DRAFT}`, vetoes: ["直接"] });
    if (!again.ok) throw new Error("does not parse");
    expect(again.suggestions.map(({ words }) => words)).not.toContain("直接");
    expect(again.suggestions.every(({ offset }) => offset >= "{终于|总算}".length)).toBe(true);
  });

  test.each(readPosts("open").map((post) => [post.id, post] as const))(
    "of %s, approved all at once, give the slots that the lexicon opens by itself",
    (_, { text, brands }) => {
      const source = text.replace(/[\\{}|]/g, "\\$&");
      const suggested = suggestOptions({ draft: source, protect: brands });
      if (!suggested.ok) throw new Error("does not parse");
      const approved = suggested.suggestions
        .filter(({ automatic }) => automatic)
        .reduceRight(
          (draft, { offset, length, markup }) =>
            draft.slice(0, offset) + markup + draft.slice(offset + length),
          source,
        );
      const pictures = (slot: string) => !/\p{L}/u.test(slot);
      expect(options(approved, { protect: brands, lexicon: false })).toEqual(
        options(source, { protect: brands }).filter((slot) => !pictures(slot)),
      );
    },
  );

  test("do not offer the same word to two neighbours", () => {
    const twice = suggestOptions({ draft: "早上好！终于到货，防晒终于来了。" });
    if (!twice.ok) throw new Error("does not parse");
    expect(twice.suggestions.filter(({ markup }) => markup.includes("总算"))).toHaveLength(1);
  });

  test("offer for approval what the lexicon does not use by itself", () => {
    const source = "早上好，新到的茶仔细看了一遍，喜欢的朋友来店里坐坐。";
    const offered = suggestOptions({ draft: source });
    if (!offered.ok) throw new Error("does not parse");
    const waiting = offered.suggestions.filter(({ automatic }) => !automatic);
    expect(waiting.map(({ markup }) => markup)).toContain("{仔细|认真}");
    for (const { words } of waiting) {
      expect(options(source).some((slot) => slot.startsWith(`${words}|`))).toBe(false);
    }
  });

  test("tell the faults of markup that does not parse", () => {
    expect(suggestOptions({ draft: "{a" })).toMatchObject({
      ok: false,
      errors: [{ code: "slot-not-closed" }],
    });
  });
});

describe("stateless variation", () => {
  test("gives as many different variants as asked, spread over teams", () => {
    const varied = varyText({ drafts: [DRAFT], count: 10, teams: 3 });
    if (!varied.ok) throw new Error("does not compile");
    expect(varied.variants).toHaveLength(10);
    expect(new Set(varied.variants.map(({ text }) => normalise(text))).size).toBe(10);
    expect([0, 1, 2].map((t) => varied.variants.filter(({ team }) => team === t).length)).toEqual([
      4, 3, 3,
    ]);
  });

  test("gives fewer, with the reason, where the text has no more", () => {
    const varied = varyText({ drafts: ["海盐贝果。"], count: 3 });
    expect(varied).toMatchObject({ ok: true, report: { seats: 3, served: 1 } });
  });

  test("gives the same for the same seed", () => {
    const once = varyText({ drafts: [DRAFT], count: 5, seed: "a" });
    expect(varyText({ drafts: [DRAFT], count: 5, seed: "a" })).toEqual(once);
    expect(varyText({ drafts: [DRAFT], count: 5, seed: "b" })).not.toEqual(once);
  });

  test.each([0, -1, 1.5])("a count of %d is refused", (count) => {
    expect(() => varyText({ drafts: [DRAFT], count })).toThrow(RangeError);
  });
});

describe("posts of the corpus, 200 senders in 10 teams", () => {
  test.each(readPosts("open").map((post) => [post.id, post] as const))("%s", (_, post) => {
    const varied = varyText({
      drafts: [escaped(post.text)],
      protect: post.brands,
      count: 200,
      teams: 10,
    });
    if (!varied.ok) throw new Error(JSON.stringify(varied.errors));
    const script = scriptOf(post.text);
    const facts = protectedSequence(post.text, post.brands, script);
    const operators = operatorsByClause(post.text, script);
    for (const { text } of varied.variants) {
      expect(protectedSequence(text, post.brands, script)).toEqual(facts);
      expect(operatorsByClause(text, script)).toEqual(operators);
      for (const span of post.protectedSpans) expect(text).toContain(span.text);
      for (const { clause } of post.operators) expect(text).toContain(clause);
      expect(failedGates(post.text, text, { brands: post.brands })).toEqual([]);
    }
    const different = new Set(varied.variants.map(({ text }) => normalise(text)));
    expect(different.size).toBe(varied.variants.length);
    expect(varied.variants.length === 200 || varied.report.served < 200).toBe(true);
  });

  function escaped(text: string): string {
    return text.replace(/[\\{}|]/g, "\\$&");
  }
});
