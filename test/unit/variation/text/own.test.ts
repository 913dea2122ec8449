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

describe("a name that nobody of ours has", () => {
  test.each([
    ["谢谢王晓明推荐", "王晓明"],
    ["张伟说这家好", "张伟"],
    ["听李娜说效果不错", "李娜"],
    ["刘德福老师讲得好", "刘德福"],
    ["陈静推薦的", "陈静"],
    ["上次杨帆介绍我来的", "杨帆"],
    ["欧阳娜娜也说好", "欧阳娜娜"],
    ["诸葛明告诉我的", "诸葛明"],
    ["請聯繫張偉。", "張偉"],
    ["请联系周杰，他在", "周杰"],
    ["我是赵敏！", "赵敏"],
    ["我叫孙悦，住附近", "孙悦"],
    ["感谢吴芳！", "吴芳"],
    ["请教郑凯。", "郑凯"],
    ["黄蓉昨天说她也来", "黄蓉"],
    ["徐丽都夸好", "徐丽"],
    ["马超跟我一起去的", "马超"],
    ["朱琳分享给大家", "朱琳"],
    ["林志玲帮我选的", "林志玲"],
    ["司马光给我看过", "司马光"],
  ])("is hidden where it is somebody who speaks or is spoken to: %s", (text, name) => {
    const shown = masked(text, { names: [] });
    expect(shown).not.toContain(name);
    expect(shown).toContain("○○");
  });

  test.each([
    "这个方法推荐给你",
    "何时说都行",
    "常说好书难得",
    "今天全家都来了",
    "常来的都推荐这家",
    "文章推荐给朋友",
    "高高兴兴说再见",
    "老师说得好",
    "孩子说想再来",
    "朋友介绍来的",
    "医生推荐的做法",
    "大家都说不错",
    "我说过就算",
    "联系我们。",
    "感谢大家！",
    "我是来学的。",
    "万一说错了呢",
    "任何人说都一样",
    "语文老师讲得好",
    "时间表在下面",
  ])("is not seen in what names nobody: %s", (text) => {
    expect(masked(text, { names: [] })).toBe(text);
  });
});

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
