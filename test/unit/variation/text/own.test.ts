/** What people write themselves: told from what they were given, shown without names, and what a post is for. */
import { describe, expect, test } from "vitest";
import {
  compileCaption,
  editsOf,
  guessKind,
  isMasked,
  masked,
  type Plan,
  type Row,
  renderVariant,
  sentencesOf,
} from "../../../../src/variation/text/index.ts";

const DRAFT =
  "{孩子一写作业就磨蹭？|写个作业，孩子能磨蹭半天？}问题多半不在孩子身上。今晚八点，我在视频号里讲讲怎么陪。不用准备什么，带上本子就行。想听的在下面留个言，我把链接发给你。";

function planOf(draft: string): Plan {
  const compiled = compileCaption({ drafts: [draft], lexicon: false });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  return compiled.plan;
}

const plan = planOf(DRAFT);
const row: Row = { draft: 0, choices: [1] };
const personal = { opener: "大家好", signature: "小林" };
const { caption } = renderVariant(plan, row, personal);
const edited = (change: (text: string) => string) =>
  editsOf(plan, row, caption, change(caption)).map(({ given, text }) => [given, text]);

describe("an edited caption", () => {
  test("tells which sentence reads otherwise, by the id that its draft knows it by", () => {
    const [edit] = editsOf(
      plan,
      row,
      caption,
      caption.replace("问题多半不在孩子身上。", "多半不怪孩子。"),
    );
    const sentence = sentencesOf(DRAFT).find(({ text }) => text === "问题多半不在孩子身上。");
    expect(edit).toEqual({
      sentenceId: sentence?.id,
      given: "问题多半不在孩子身上。",
      text: "多半不怪孩子。",
    });
  });

  test("knows a sentence that was given in another of its ways", () => {
    const [edit] = editsOf(
      plan,
      row,
      caption,
      caption.replace("写个作业，孩子能磨蹭半天？", "孩子写作业拖拖拉拉？"),
    );
    expect(edit?.sentenceId).toBe(sentencesOf(DRAFT)[0]?.id);
  });

  test.each<[string, (text: string) => string]>([
    ["nothing changed", (text) => text],
    ["only signs and spaces", (text) => text.replace("半天？", "半天 ？！")],
    ["a sentence taken out", (text) => text.replace("问题多半不在孩子身上。", "")],
    ["a line before everything", (text) => `我家就是\n${text}`],
    ["another first word", (text) => text.replace("大家好", "早上好")],
    ["another signature", (text) => text.replace("小林", "林姐")],
    ["two sentences become one", (text) => text.replace(/问题.*怎么陪。/, "今晚八点来听。")],
  ])("%s: is no other way to say a sentence", (_, change) => {
    expect(edited(change)).toEqual([]);
  });

  test("two neighbours are told apart where two stand in their places", () => {
    const change = (text: string) =>
      text.replace(/不用准备.*给你。/, "带个本子就够了。要听的说一声，链接给你。");
    expect(edited(change).map(([, text]) => text)).toEqual([
      "带个本子就够了。",
      "要听的说一声，链接给你。",
    ]);
  });
});

describe("what others may read", () => {
  test.each([
    ["a friend's name", "王小明说好用", ["王小明"], "○○说好用"],
    ["the given name alone", "小明说好用", ["王小明"], "○○说好用"],
    ["somebody by family name and title", "隔壁王姐也买了", [], "隔壁○○也买了"],
    ["somebody in English", "Mrs Baker swears by it", [], "○○ swears by it"],
    ["a first name", "Emily loved it", ["Emily Stone"], "○○ loved it"],
    ["a figure of one's own", "我家买了3盒", [], "我家买了○○"],
    ["a phone", "打我 13800138000", [], "打我 ○○"],
    ["a number in numerals with what is left of it", "打我一三八零零一三八三六九", [], "打我○○"],
    ["a tag", "@小美 推荐的", [], "○○ 推荐的"],
  ])("%s is taken out", (_, text, names, shown) => {
    expect(masked(text, { names })).toBe(shown);
    expect(isMasked(shown)).toBe(true);
  });

  test("what everybody was given stays: facts, brands and a name in it", () => {
    const given = "今晚八点，王老师讲怎么陪。";
    const text = "王老师今晚八点讲怎么陪。";
    expect(masked(text, { names: ["王老师"], given })).toBe(text);
  });
});

test.each([
  ["招聘店员两名，月休六天，简历发我", "hiring"],
  ["通知：明天停水，请提前留意", "notice"],
  ["祝大家新年快乐，万事如意", "greeting"],
  ["周六有一场讲座，名额有限，想来的报名接龙", "event"],
  ["春茶到货，今天下单包邮", "offer"],
  ["还记得那天，我女儿第一次自己走", "story"],
  ["孩子发烧怎么办？三个误区，其实记住两点", "knowledge"],
  ["新版今天上线", "news"],
  ["We're hiring a baker, apply today with your CV", "hiring"],
  ["Join us at the workshop, sign up today", "event"],
  ["Back in stock, now £12 with free delivery", "offer"],
  ["嗯", "news"],
])("%s is guessed to be of the kind %s", (text, kind) => {
  expect(guessKind(text)).toBe(kind);
});
