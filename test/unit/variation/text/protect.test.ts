import { describe, expect, test } from "vitest";
import { compileCaption, protectedSequence } from "../../../../src/variation/text/index.ts";

describe("protected in Chinese text", () => {
  test.each([
    ["全场满199减50，快来", ["满199减50"]],
    ["前100名下单享8.8折", ["前100名", "享8.8折"]],
    ["免赔额1万元", ["1万元"]],
    ["请升级到≥ 2.8.0 且 < 3.1.0 的版本", ["≥ 2.8.0 且 < 3.1.0"]],
    ["糖度不到12度的不发", ["不到12度"]],
    ["5月1日–5月3日，21:30开播", ["5月1日–5月3日", "21:30"]],
    ["5月1日至5月3日放假", ["5月1日至5月3日"]],
    ["只要￥1,299起", ["￥1,299起"]],
    ["原价$39.9", ["$39.9"]],
    ["电话138 0013 8000找我", ["电话138 0013 8000"]],
    ["中山路128号3楼305室见", ["中山路128号3楼305室"]],
    ["看https://a.cn/x?y=1&z=2，很好", ["https://a.cn/x?y=1&z=2"]],
    ["看 https://a.cn/x. 很好", ["https://a.cn/x"]],
    ["发到 a.b@c.com.cn 吧", ["a.b@c.com.cn"]],
    ["问@小助手 领资料", ["@小助手"]],
    ["#夏日防晒#开始啦", ["#夏日防晒#"]],
    ["送你一束花[玫瑰]", ["一束", "[玫瑰]"]],
    ["读《活着》，他说“要快乐”，「不要怕」", ["《活着》", "“要快乐”", "「不要怕」"]],
    ["【限时】开抢", ["【限时】"]],
    ["全新Model Y和iPhone 15 Pro到店", ["Model Y", "iPhone 15 Pro"]],
    ["XC-90T 现车", ["XC-90T"]],
    ["✅包邮 ❌不退", ["✅包邮", "❌"]],
    ["1️⃣报名 ②缴费", ["1️⃣", "②"]],
    ["三天后截止，第二件半价，买一送一", ["三天后", "第二件半价", "买一送一"]],
    ["下周六上午十点半见", ["下周六上午十点半"]],
    ["満足：１９９元", ["１９９元"]],
    ["滿199減50，前100名，三個月", ["滿199減50", "前100名", "三個月"]],
    ["3～5个工作日，20-30分钟", ["3～5个工作日", "20-30分钟"]],
    ["清晨4点起锅，半夜起来", ["4点", "半夜"]],
    ["带3盒回家，捎上2袋，枣个头20mm", ["3盒", "2袋", "20mm"]],
    ["周六9点集合，5个名额，3家门店，2楼对面", ["周六9点", "5个", "3家", "2楼"]],
    ["4张桌子，该有的一分不少，我家二宝", ["4张", "二宝"]],
    ["3个人，4件套，2号楼，4人桌，10名额", ["3个人", "4件套", "2号楼", "4人桌", "10名额"]],
    ["泡½小时，1½杯，12日晚上19:30", ["½小时", "1½杯", "12日晚上19:30"]],
    ["押二付三，退了亏一万一，打样费减半", ["二", "三", "一万一", "减半"]],
    ["坏一赔一，退一赔三，一荤两素", ["一", "一", "一", "三", "两"]],
    ["50+款新品，1.5L*12瓶", ["50+款", "1.5L*12瓶"]],
  ])("%s", (text, expected) => {
    expect(protectedSequence(text)).toEqual(expected);
  });

  test.each([
    "一起来看看，一定要试一下，都是一样的好一点",
    "十分感谢大家，千万别错过，万一卖完了呢",
    "二手相机的五金件，多半是再三看过的",
    "唯一的遗憾，统一发货，百搭又好看，一直在做一些小事",
  ])("nothing in: %s", (text) => {
    expect(protectedSequence(text)).toEqual([]);
  });

  test("a brand is protected wherever it stands", () => {
    expect(protectedSequence("星河面霜来自星河", ["星河"])).toEqual(["星河", "星河"]);
  });
});

describe("protected in English text", () => {
  test.each([
    ["Get 20% off orders over $50 until May 3", ["20%", "$50", "May 3"]],
    ["We met at the Grand Hotel with Anna on Friday", ["Grand Hotel", "Anna", "Friday"]],
    ["Our new XR-200 supports USB and HDMI", ["XR-200", "USB", "HDMI"]],
    ["Only three seats left, doors open at 7:30pm", ["three seats", "7:30pm"]],
    ["A lesson is £36 an hour, or $30 per session", ["£36", "$30"]],
    ["There are thirteen seats and zero stairs", ["thirteen seats", "zero stairs"]],
    ["The third loaf, a quarter of it, or ½ cup", ["third", "quarter", "½"]],
    ["Come and meet Rosie. Rosie is here", ["Rosie", "Rosie"]],
    ["Come and see it, it is really good", []],
  ])("%s", (text, expected) => {
    expect(protectedSequence(text)).toEqual(expected);
  });
});

describe("an author's own options", () => {
  const compiled = (draft: string) => compileCaption({ drafts: [draft] });

  test("may reword what an English number counts", () => {
    const draft =
      "Here are five {quiet habits|gentle routines} that {helped me|worked here} last spring.";
    expect(compiled(draft)).toMatchObject({ ok: true });
  });

  test.each([
    "It takes {five|six} small steps to begin.",
    "There are {thirteen|fourteen} seats in the garden.",
    "Come to the {first|second} evening of the season.",
    "Take a {third|quarter} of the cake home.",
    "{Zero|One} tables are left for the evening.",
    "Add {½|⅓} of a cup of sugar to it.",
    "Come by {for 20 minutes|for 20 hours} after work and try it.",
  ])("may not change a fact: %s", (draft) => {
    expect(compiled(draft)).toMatchObject({ ok: false, errors: [{ code: "changes-facts" }] });
  });
});
