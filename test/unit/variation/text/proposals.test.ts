import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asDraft,
  draftText,
  failedWording,
  varyText,
} from "../../../../src/variation/text/index.ts";
import { readPosts } from "../../../fixtures/posts/post.ts";

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

test("the draft, and a draft that exists, are the same wording", () => {
  const text = "周末来店里坐坐，茶水管够。";
  expect(failedWording(text, "周末来店里坐坐，茶水管够！")).toContain("same");
  const known = ["周末到店里坐坐，茶水管够。"];
  expect(failedWording(text, "周末到店里坐坐，茶水管够～", { known })).toContain("same");
});

test("any text as a draft says just that text", () => {
  const text = fc.string({ unit: fc.constantFrom("\\", "{", "|", "}", "~", "茶", "a", "\n") });
  fc.assert(
    fc.property(text, (said) => {
      expect(draftText(asDraft(said))).toBe(said);
    }),
  );
});
