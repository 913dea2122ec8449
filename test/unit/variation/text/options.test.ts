/** An option of a segment, judged: what is refused, what needs a look, and what people say as readily. */
import { describe, expect, test } from "vitest";
import { judgeOption } from "../../../../src/variation/text/index.ts";
import { gatePairs, HALVES } from "../../../support/gate-pairs.ts";

const kinds = (original: string, option: string, rules = {}) => {
  const { failed, doubts } = judgeOption(original, option, rules);
  return [...failed, ...doubts].map(({ kind }) => kind);
};

describe("an option that says the same passes", () => {
  test.each([
    ["茶水我来准备，大家带张嘴就行。", "茶水咱们一起准备，大家带张嘴就行。"],
    ["周末有空的可以来坐坐。", "周末有空的能来坐坐。"],
    ["还在犹豫的，先来听一节。", "拿不定主意的，先来听一节。"],
    ["带娃的妈妈真辛苦，来喝杯茶。", "带娃的妈妈真不容易，来喝杯茶。"],
    ["作业不多，十五分钟写得完。", "作业很少，十五分钟写得完。"],
    ["满199减50，三天内有空来店里挑。", "三天内有空来店里挑，满199减50。"],
    ["第一次来的朋友，我到门口接你。", "头一次来的朋友，我到门口接你。"],
    ["孩子写作业坐不住？", "一写作业就坐不住的孩子，"],
    ["We finally took photos of the flat.", "We've finally taken photos of the flat."],
    ["今晚八点我们聊聊这件事。", "今晚八点，我们就来聊聊这件事。"],
    ["如果周六下雨，就改到室内。", "周六下雨的话，就改到室内。"],
    ["You must pay before Friday.", "You have to pay before Friday."],
    ["Meet Rosie at the door.", "Rosie will meet you at the door."],
    ["The gate is wide enough, we measured.", "The gate's wide enough, we measured."],
    ["This one is larch, so it'll turn grey.", "This one's made of larch, so it'll turn grey."],
    // A bound, a limit and a denial in other words for them.
    ["定金7天内不想要了，全退。", "定金7天之内不想要了，全退。"],
    ["暑假班一共12次，每次90分钟。", "暑假班共有12次，每次90分钟。"],
    ["孩子怕生也没关系，先玩一会儿。", "孩子怕生也不要紧，先玩一会儿。"],
    ["前一晚十点以后不要吃东西。", "头天晚上十点以后不要吃东西。"],
    ["豆浆每天4点半起来磨，卖到9点。", "豆浆天天4点半起来磨，卖到9点。"],
    ["今天特价，9块9一斤，快来。", "今天特价，一斤9块9，快来。"],
    [
      "看猫牙的请挂李医生的号，她周四全天坐诊。",
      "猫咪要看牙，请挂李医生的号，她周四一整天都坐诊。",
    ],
    ["下午3点后过来取就行。", "过了下午3点来取就行。"],
    ["Nobody on the crew has burned a batch.", "No one on the crew has burned a batch."],
    ["Unsold copies are half price now.", "Copies left over are half price now."],
    ["早上10点到晚上7点，月休六天。", "早上10点上班，晚上7点下班，月休六天。"],
    ["价格没涨，还是一斤680元。", "价格没涨，一斤还是680元。"],
    ["酒店离海边走路5分钟。", "酒店走路5分钟到海边。"],
    ["明天9点开始卖，一个16元，买两个送一杯。", "一个16元，买两个送一杯，明天9点开始卖。"],
    ["Text me on 07700 900418 with your postcode.", "Text me your postcode on 07700 900418."],
    [
      "Send me the letter and I'll read it for nothing.",
      "Send me the letter and I'll read it for free.",
    ],
    ["Please reply by Friday the 12th.", "Please reply no later than Friday the 12th."],
    ["You can stay for up to three months.", "You can stay for as long as three months."],
    ["Take out not more than £50 a day.", "Take out up to £50 a day."],
    ["You don't need a card to start.", "No card is needed to start."],
    ["We don't touch your data meanwhile.", "Meanwhile your data stays untouched."],
    ["Leave the keys in the box before eight.", "Before eight please leave the keys in the box."],
    ["Wash your hands before you eat.", "Before you eat, wash your hands."],
    ["存单快到期的，来之前先打个电话。", "存单快到期的，先打个电话再来。"],
  ])("%s → %s", (original, option) => {
    expect(kinds(original, option)).toEqual([]);
  });
});

describe("an option that may say something else needs a look, by the word", () => {
  test.each([
    ["客厅朝南，冬天晒得到太阳。", "客厅朝北，冬天晒得到太阳。", "contrast", "北", "南"],
    ["绿色的那款还有货。", "蓝色的那款还有货。", "contrast", "蓝", "绿"],
    ["我女儿学了半年。", "我儿子学了半年。", "contrast", "儿子", "女儿"],
    ["加微信领取讲义。", "加钉钉领取讲义。", "contrast", "钉钉", "微信"],
    ["粥熬到由稀到稠。", "粥熬到由稠到稀。", "crossed", "稀", undefined],
    ["Shoes off at the door.", "Shoes on at the door.", "contrast", "Shoes on", "Shoes off"],
    ["We meet by video first.", "We meet in person first.", "contrast", "in person", "by video"],
    ["The job is hybrid.", "The job is remote.", "contrast", "remote", "hybrid"],
    ["The coffee here is terrible.", "The coffee here is great.", "contrast", "great", "terrible"],
    ["蛋糕用的是红豆馅，不腻。", "蛋糕用的是绿豆馅，不腻。", "contrast", "绿", "红"],
    ["孩子爱听故事，也爱画图。", "孩子爱听音乐，也爱画图。", "swap", "音乐", "故事"],
    ["手机保修一年，屏幕保修半年。", "屏幕保修一年，手机保修半年。", "crossed", "手机", undefined],
    // What is done first and what later have changed places around one word.
    ["洗完手再吃饭。", "吃完饭再洗手。", "crossed", "再", undefined],
    ["拿到报告以后预约医生。", "预约医生以后拿到报告。", "crossed", "以后", undefined],
    [
      "Wash your hands before you eat.",
      "Before you wash your hands, eat.",
      "crossed",
      "Before",
      undefined,
    ],
    // What is denied and what is not have changed places.
    ["请不要带零食，水果园里有。", "请不要带水果，零食园里有。", "crossed", "水", undefined],
    [
      "No degree needed, but you need a licence.",
      "No licence needed, but you need a degree.",
      "crossed",
      "degree",
      undefined,
    ],
    // A bound of a quantity in letters, and of one end alone.
    ["作业写不完也行，十点前睡觉。", "作业写不完也行，十点后睡觉。", "contrast", "点后", "点前"],
    ["延时班到六点半。", "延时班从六点半。", "contrast", "从", "到"],
    [
      "We answer every five minutes.",
      "We answer within five minutes.",
      "contrast",
      "within",
      "every",
    ],
    ["You can borrow up to half.", "You can lend up to half.", "contrast", "lend", "borrow"],
    // A bound of a price, a name and a day in another's place.
    ["Free shipping over $40.", "Free shipping under $40.", "contrast", "under", "over"],
    ["We fly from Leeds on Monday.", "On Monday we fly from Luton.", "swap", "Luton", "Leeds"],
    [
      "Orders ship the next morning.",
      "Orders ship the same morning.",
      "contrast",
      "the same morning",
      "the next morning",
    ],
    // A limit that may be said in other words, in a sentence said anew.
    [
      "Our package covers the guests and leaves out the cake.",
      "The guests are covered by our package, and so is the cake.",
      "operators",
      "leaves out",
      undefined,
    ],
    [
      "医保只报社保报销之后剩下的部分。",
      "社保先报，剩下的部分归医保。",
      "operators",
      "只",
      undefined,
    ],
    // Behind a second change that says the same.
    [
      "周末拍了样板间的照片，想看说一声。",
      "周末拍好了样板间的视频，想看就说一声。",
      "swap",
      "视频",
      "照片",
    ],
    ["I took photos of the flat.", "I've now taken photos of the house.", "swap", "house", "flat"],
    ["今天有空，来坐坐吧。", "今天没空，来坐坐吧。", "operators", "没", undefined],
    ["来店里坐坐吧，有茶。", "晚上来店里坐坐吧，有茶。", "time", "晚上", undefined],
  ])("%s → %s", (original, option, kind, word, instead) => {
    const { failed, doubts } = judgeOption(original, option);
    expect(failed).toEqual([]);
    expect(doubts).toContainEqual({ kind, word, ...(instead && { instead }) });
  });

  test("where two sizes have each other's neighbours", () => {
    expect(
      kinds(
        "A户型88平（男生宿舍旁），B户型96平（女生宿舍旁）",
        "A户型88平（女生宿舍旁），B户型96平（男生宿舍旁）",
      ),
    ).toEqual(["crossed"]);
  });
});

describe("an option is refused, by the word,", () => {
  test.each([
    ["of another price", "到手价¥99，明天恢复。", "到手价¥89，明天恢复。", "facts", "¥99"],
    ["of another number word", "两个孩子一起来。", "三个孩子一起来。", "facts", "三"],
    ["that adds a number", "名额不多了，早点说。", "名额只剩5个，早点说。", "facts", "5"],
    [
      "of another link",
      "看 https://a.example/1 就懂。",
      "看 https://b.example/1 就懂。",
      "facts",
      "https://a.example/1",
    ],
    [
      "that leaves out a negation",
      "本店不收现金，扫码就好。",
      "本店收现金，扫码就好。",
      "operators",
      "不",
    ],
    ["that leaves out a limit", "我们只在周末开门。", "我们周末都开门。", "operators", "只"],
    [
      "that rewords a condition",
      "颜色以实物为准，拍前问我。",
      "颜色看实物，拍前问我。",
      "locked",
      "颜色以实物为准",
    ],
    [
      "that rewords a disclaimer",
      "套餐一份，定金不退。",
      "套餐一份，定金不能退。",
      "locked",
      "定金不退",
    ],
    ["that promises", "新课程上线了，来听听。", "新课程免费上线了，来听。", "claims", "免费"],
    ["of a superlative", "这家店的面好吃。", "这家店的面最好吃。", "banned", "最"],
    ["in a voice of its own", "这家店的面好吃，来试试。", "我觉得这家店的面好吃。", "voice", "我"],
    ["that opens a bracket", "周末来店里坐坐。", "周末来店里坐坐（。", "balance", "（）"],
    ["that says a particle twice", "周末来店里坐坐吧。", "周末来店里坐坐吧吧。", "doubled", "吧吧"],
    ["of hidden characters", "周末来店里坐坐。", "周末到店里\u200b坐坐。", "characters", "U+200B"],
    [
      "of another politeness",
      "周末来看看你要的。",
      "周末来看看您要的。",
      "same",
      "周末来看看您要的。",
    ],
  ])("%s", (_, original, option, kind, word) => {
    if (kind === "same") {
      expect(kinds(original, option, { within: `${original}等你。` })).toContain("pronoun");
      return;
    }
    expect(judgeOption(original, option).failed).toContainEqual({ kind, word });
  });

  test("of a workspace's banned word in any dress", () => {
    const rules = { bannedWords: ["爆款"] };
    const { failed } = judgeOption("新款到店了，来试试。", "爆\u200b款到店了，来试试。", rules);
    expect(failed).toContainEqual({ kind: "banned", word: "爆款" });
  });

  test("that says just what the segment says, or nothing like as much", () => {
    expect(kinds("周末来店里坐坐。", "周末，来店里坐坐！")).toContain("same");
    expect(kinds("周末来店里坐坐，聊聊天。", "来。")).toEqual(["length"]);
  });
});

test.each(HALVES)(
  "of the %s half, nine in ten faithful ones pass and four in five false ones do not",
  (half) => {
    const pairs = gatePairs(half);
    const clean = pairs.filter(({ original, option }) => kinds(original, option).length === 0);
    const share = (falsified: boolean) => {
      const is = (pair: (typeof pairs)[number]) => (pair.falsified !== undefined) === falsified;
      return clean.filter(is).length / pairs.filter(is).length;
    };
    expect(share(false)).toBeGreaterThanOrEqual(0.9);
    expect(share(true)).toBeLessThanOrEqual(0.2);
  },
);

test("of strangers' rewordings, nine in ten faithful ones are not refused and four in five false ones do not pass", () => {
  const pairs = gatePairs("strangers").map((pair) => ({
    ...pair,
    ...judgeOption(pair.original, pair.option),
  }));
  const faithful = pairs.filter((pair) => pair.falsified === undefined);
  const others = pairs.filter((pair) => pair.falsified !== undefined);
  const refused = faithful.filter(({ failed }) => failed.length > 0);
  const passed = others.filter(({ failed, doubts }) => failed.length + doubts.length === 0);
  expect(refused.length / faithful.length).toBeLessThanOrEqual(0.1);
  expect(passed.length / others.length).toBeLessThanOrEqual(0.2);
});
