import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asDraft,
  draftText,
  failedWording,
  maskDraft,
  proposalPrompt,
  readProposals,
  varyText,
} from "../../../../src/variation/text/index.ts";
import { readPosts } from "../../../fixtures/posts/post.ts";

const masked = maskDraft(
  "{新款|新品}防晒衣到店啦，满199减50，不与套装同享，5月3日前有效，喜欢的来试试。",
);

const good = "防晒衣新款到店里了，⟦1⟧，⟦2⟧，⟦3⟧有效，看上的过来试穿。";
const goodText = "防晒衣新款到店里了，满199减50，不与套装同享，5月3日前有效，看上的过来试穿。";

function failed(...answers: string[]) {
  const read = readProposals(masked, JSON.stringify(answers));
  if (!read.ok) throw new Error(read.reason);
  return read.proposals.map((proposal) => proposal.failed);
}

describe("what a model sees", () => {
  test("holds marks in place of facts and of clauses that deny, and no markup", () => {
    expect(masked.masked).toBe("新款防晒衣到店啦，⟦1⟧，⟦2⟧，⟦3⟧有效，喜欢的来试试。");
    expect(masked.spans).toEqual(["满199减50", "不与套装同享", "5月3日前"]);
    const { rules, post } = proposalPrompt(masked, 3);
    expect(post).toBe(masked.masked);
    expect(rules).not.toContain(post);
    expect(rules + post).not.toMatch(/199|5月3日|套装/);
  });

  test("an English clause that limits is one mark, without the space before it", () => {
    const { masked: seen, spans } = maskDraft(
      "The garden is open again, only members may bring a guest, and the tea is warm.",
    );
    expect(seen).toBe("The garden is open again, ⟦1⟧, and the tea is warm.");
    expect(spans).toEqual(["only members may bring a guest"]);
  });

  test("an address is a mark, whatever its last part", () => {
    const { masked: seen } = maskDraft("the menu is on ...tea.cafe/today?q=1 and we like it.");
    expect(seen).toBe("the menu is on ...⟦1⟧ and we like it.");
  });

  test("marks that the author wrote are facts like others and name no other", () => {
    const own = maskDraft("写着⟦2⟧的纸条在桌上，满199减50，来看看吧，大家都在等着呢。");
    expect(own.spans.join("")).toBe("⟦2⟧满199减50");
    expect(own.masked.replace(/⟦\d+⟧/g, "")).not.toMatch(/[⟦⟧2]/);
    const read = readProposals(own, JSON.stringify([own.masked.replace("来看看吧", "过来看吧")]));
    expect(read).toMatchObject({
      ok: true,
      proposals: [
        { text: "写着⟦2⟧的纸条在桌上，满199减50，过来看吧，大家都在等着呢。", failed: [] },
      ],
    });
  });

  test("how much there is to reword is told", () => {
    expect(maskDraft("不收现金，满199减50，仅限会员。").rewordable).toBe(0);
    expect(maskDraft("好茶上新，满199减50。").rewordable).toBe(4);
  });

  test("the words before an address and the picture behind a clause are left to reword", () => {
    const { masked: seen } = maskDraft(
      "菜单都在这里看tea.cafe/a然后过来，不收现金😊，大家来坐坐。",
    );
    expect(seen).toBe("菜单都在这里看⟦1⟧然后过来，⟦2⟧😊，大家来坐坐。");
  });

  test("broken markup is refused", () => {
    expect(() => maskDraft("{a")).toThrow(RangeError);
  });
});

describe("what a model answers", () => {
  test("a faithful rewording passes and gets its facts back", () => {
    expect(readProposals(masked, JSON.stringify([good]))).toEqual({
      ok: true,
      proposals: [{ text: goodText, failed: [] }],
    });
  });

  test("a code fence around the JSON is forgiven, prose and other shapes are not", () => {
    const answer = JSON.stringify([good]);
    expect(readProposals(masked, `\`\`\`json\n${answer}\n\`\`\``)).toMatchObject({ ok: true });
    expect(readProposals(masked, `Sure! Here you are: ${answer}`)).toEqual({
      ok: false,
      reason: "not-json",
    });
    for (const other of [
      '{"text":"…"}',
      "[1]",
      `[{"text":${answer}}]`,
      `["a",null]`,
      "[]",
      "null",
    ]) {
      expect(readProposals(masked, other)).toEqual({ ok: false, reason: "not-strings" });
    }
  });

  test("no more are read than were asked for", () => {
    const many = JSON.stringify([good, ...Array.from({ length: 99 }, (_, i) => `${good}${i}`)]);
    const read = readProposals(masked, many, { count: 2 });
    expect(read.ok && read.proposals.length).toBe(2);
  });

  test("what is far too long is cut and not read any closer", () => {
    const endless = "⟦2⟧".repeat(80_000);
    const read = readProposals(masked, JSON.stringify([endless, good]));
    expect(read).toMatchObject({
      proposals: [
        { text: endless.slice(0, masked.draft.length), failed: ["length"] },
        { text: goodText, failed: [] },
      ],
    });
  });

  test.each([
    ["lost", "防晒衣新款到店里了，⟦1⟧，⟦2⟧，过期就没有啦，看上的过来试穿。"],
    ["doubled", "防晒衣新款到店里了，⟦1⟧⟦1⟧，⟦2⟧，⟦3⟧有效，看上的来试穿。"],
    ["moved", "防晒衣新款到店里了，⟦3⟧有效，⟦1⟧，⟦2⟧，看上的过来试穿。"],
    ["made up", "防晒衣新款到店里了，⟦1⟧，⟦2⟧，⟦3⟧有效，看上⟦4⟧过来试穿。"],
    ["zero", "防晒衣新款到店里了，⟦1⟧，⟦2⟧，⟦3⟧有效，看上⟦0⟧过来试穿。"],
    ["half", "防晒衣新款到店里了，⟦1⟧，⟦2⟧，⟦3⟧有效，看上的⟦过来试穿。"],
    ["in other digits", "防晒衣新款到店里了，⟦１⟧，⟦2⟧，⟦3⟧有效，看上的过来试穿。"],
    ["written out", goodText],
  ])("a mark %s fails", (_, answer) => {
    expect(failed(answer)[0]).toContain("marks");
  });

  test("the draft, a draft that exists, and the same proposal twice are the same wording", () => {
    expect(failed(masked.masked, good, `${good}！`).map((f) => f.includes("same"))).toEqual([
      true,
      false,
      true,
    ]);
    const read = readProposals(masked, JSON.stringify([good]), { known: [`${goodText}😊`] });
    expect(read).toMatchObject({ proposals: [{ failed: ["same"] }] });
  });
});

describe("a whole rewording of a Chinese post", () => {
  const draft =
    "秋天的新茶到店啦，买三天体验装送茶杯，不与会员折扣同享，想喝热茶的朋友今晚来坐坐，店里很暖和。";
  const faithful =
    "秋天新茶到店里啦，买三天体验装送茶杯，不与会员折扣同享，想喝口热茶的朋友今晚来坐，店里挺暖和。";

  test("passes when it is faithful", () => {
    expect(failedWording(draft, faithful)).toEqual([]);
  });

  test.each([
    ["a number in words changed", "三天", "两天", "facts"],
    ["a negation dropped", "不与会员折扣同享", "可与会员折扣同享", "operators"],
    [
      "a negation moved to another clause",
      "不与会员折扣同享，想喝",
      "与会员折扣同享，不想喝",
      "operators",
    ],
    ["words added to a condition", "不与会员折扣", "平时不与会员折扣", "operators"],
    [
      "a fact and a condition in another order",
      "买三天体验装送茶杯，不与会员折扣同享",
      "不与会员折扣同享，买三天体验装送茶杯",
      "marks",
    ],
    ["a time changed", "今晚", "明晚", "facts"],
    ["a time of day added", "店里挺暖和", "早上挺暖和", "new-tokens"],
    ["a count in another dress", "朋友今晚", "俩朋友今晚", "new-tokens"],
    ["a fraction", "热茶", "½热茶", "new-tokens"],
    ["a superlative", "挺暖和", "最暖和", "banned"],
    ["being first", "挺暖和", "第一暖", "banned"],
    ["an offer", "挺暖和", "茶免费", "claims"],
    ["a cure", "挺暖和", "治感冒", "claims"],
    ["an experience of one's own", "挺暖和", "我爱坐", "voice"],
    ["an experience of ours", "挺暖和", "咱常坐", "voice"],
    ["an address", "挺暖和", "a.cn暖", "facts"],
    ["a Latin word", "挺暖和", "挺cozy", "new-tokens"],
    ["a brand of the workspace", "挺暖和", "像星河", "facts"],
    ["a banned word of the workspace", "挺暖和", "很划算", "banned"],
    ["a zero-width space", "挺暖和", "挺\u200b暖和", "characters"],
    ["a joiner outside a picture", "挺暖和", "挺\u200d暖和", "characters"],
    ["a direction control", "挺暖和", "挺\u202e暖和", "characters"],
    ["a tag", "挺暖和", "挺\u{e0061}暖和", "characters"],
    ["a NUL", "挺暖和", "挺\u0000暖和", "characters"],
    ["a carriage return", "挺暖和", "挺\r暖和", "characters"],
    ["a line separator", "挺暖和", "挺\u2028暖和", "characters"],
    ["a blank that is a letter", "挺暖和", "挺\u3164暖和", "characters"],
    ["half a surrogate pair", "挺暖和", "挺\ud83d暖和", "characters"],
    ["private use", "挺暖和", "挺\ue000暖和", "characters"],
    ["a compatibility form", "挺暖和", "挺暖⾊", "characters"],
    ["a kana", "挺暖和", "挺暖の", "characters"],
    ["an HTML tag", "挺暖和", "<b>挺暖", "characters"],
    ["an HTML entity", "挺暖和", "挺暖&lt;", "characters"],
    ["Markdown", "挺暖和", "**暖**", "characters"],
    ["markup of captions", "挺暖和", "{挺|很}暖", "characters"],
    ["a currency", "挺暖和", "￥挺暖", "characters"],
  ])("fails with %s", (_, words, other, gate) => {
    const text = faithful.replace(words, other);
    expect(text).not.toBe(faithful);
    expect(failedWording(draft, text, { brands: ["星河"], bannedWords: ["划算"] })).toContain(gate);
  });

  test.each([
    ["nothing", ""],
    ["spaces", " ".repeat(46)],
    ["line ends", "\n".repeat(46)],
    ["pictures", "😊".repeat(46)],
    ["far too much", faithful.repeat(3)],
  ])("fails as %s", (_, text) => {
    expect(failedWording(draft, text)).toContain("length");
  });

  test("may bring a picture of several code points, and leave one out", () => {
    expect(failedWording(draft, faithful.replace("挺暖和", "挺暖和🏃🏽‍♀️"))).toEqual([]);
    expect(failedWording(`${draft}❤️`, faithful)).toEqual([]);
  });

  test("keeps what is odd in the draft itself", () => {
    const odd = (text: string) => `${text}《a\u00a0b》☕`;
    expect(failedWording(odd(draft), odd(faithful))).toEqual([]);
  });
});

describe("a whole rewording of an English post", () => {
  const draft =
    "The garden cafe is open again, and the soup is warm. Bring a friend along. Dogs are not allowed inside. Come by for a slow lunch in the sun.";
  const faithful =
    "The garden cafe has opened again, and the soup is hot. Bring a friend along. Dogs are not allowed inside. Stop by for a slow lunch in the sun.";

  test("passes when it is faithful", () => {
    expect(failedWording(draft, faithful)).toEqual([]);
  });

  test.each([
    ["a negation dropped", "are not allowed", "are allowed", "operators"],
    [
      "a negation moved",
      "Dogs are not allowed inside. Stop by",
      "Dogs are allowed. Not stop by",
      "operators",
    ],
    ["a count", "a friend", "five friends", "new-tokens"],
    ["a crowd", "a friend", "dozens", "new-tokens"],
    ["a time", "slow lunch", "slow evening", "new-tokens"],
    ["an address", "in the sun", "on bit.ly", "new-tokens"],
    ["an offer", "slow lunch", "free lunch", "claims"],
    ["a superlative", "slow lunch", "perfect lunch", "banned"],
    ["a person of its own", "The garden", "I say: the garden", "voice"],
    ["us", "The garden", "Our garden", "voice"],
    ["a Cyrillic look-alike", "garden", "g\u0430rden", "characters"],
    ["a mathematical look-alike", "garden", "g\u{1d41a}rden", "characters"],
    ["a full-width look-alike", "garden", "gａrden", "characters"],
    ["a Latin look-alike", "garden", "g\u0251rden", "characters"],
    ["a combining mark", "garden", "ga\u0336rden", "characters"],
    ["a script", "in the sun", "<script>", "characters"],
    ["a link", "in the sun", "[in](a)", "characters"],
    ["a name", "the sun", "the Ritz", "facts"],
  ])("fails with %s", (_, words, other, gate) => {
    const text = faithful.replace(words, other);
    expect(text).not.toBe(faithful);
    expect(failedWording(draft, text)).toContain(gate);
  });
});

test("gates leave room: of Starling's own variants of real posts at most one in twenty fails", () => {
  const outcomes = readPosts("open").flatMap(({ id, text }) => {
    const varied = varyText({ drafts: [text], count: 5 });
    if (!varied.ok) throw new Error(id);
    return varied.variants.map((variant) =>
      failedWording(text, variant.text).filter((fault) => fault !== "same"),
    );
  });
  expect(outcomes.length).toBeGreaterThan(100);
  const refused = outcomes.filter((faults) => faults.length > 0);
  expect(refused.length).toBeLessThanOrEqual(outcomes.length / 20);
});

test("any text as a draft says just that text", () => {
  const text = fc.string({ unit: fc.constantFrom("\\", "{", "|", "}", "~", "茶", "a", "\n") });
  fc.assert(
    fc.property(text, (said) => {
      expect(draftText(asDraft(said))).toBe(said);
    }),
  );
});

test("whatever a model answers, nothing passes whose facts, locked clauses or marks differ", () => {
  const piece = fc.constantFrom(
    ...["⟦1⟧", "⟦2⟧", "⟦3⟧", "，", "。", "防晒衣", "新款", "到店里了", "不", "与套装同享", "有效"],
    ...["看上的过来试穿", "满199减50", "5月3日前", "200", "最", "我", "\u200b"],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const read = readProposals(masked, JSON.stringify([pieces.join("")]));
      if (!read.ok) throw new Error(read.reason);
      const [proposal] = read.proposals;
      if (proposal?.failed.length !== 0) return;
      const at = masked.spans.map((span) => proposal.text.indexOf(span));
      expect(at).toEqual(at.filter((n) => n >= 0).toSorted((a, b) => a - b));
      expect(proposal.text).not.toMatch(/[⟦⟧最我\u200b]|200/);
      expect(proposal.text.match(/不/g)).toHaveLength(1);
    }),
    { numRuns: 2000 },
  );
});
