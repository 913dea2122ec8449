/** What `npm start` fills the demo workspace with, shaped like the request bodies of the API. */
import { readFileSync } from "node:fs";

export interface DemoContent {
  readonly title: string;
  readonly body: string;
  readonly drafts: readonly string[];
  readonly topics: readonly string[];
  /** Said by its author, as a guess from few words may ask its senders what does not fit. */
  readonly kind: "knowledge";
  readonly purpose: "repurchase" | "cross-sell" | "inform" | "partner";
  readonly language: "zh-Hans" | "en";
}

export interface DemoSender {
  readonly name: string;
  readonly externalId: string;
  readonly team: string;
  readonly title: string;
  readonly phone: string;
  readonly signature: string;
}

/** `sender` is the `externalId` of the sender who knows this person. */
export interface DemoContact {
  readonly sender: string;
  readonly name: string;
  readonly externalIds: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly stage: string;
  readonly notes: string;
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

/** Whoever started it, at head office. */
export const demoMember = "总部";

export const demoContents: readonly DemoContent[] = [
  {
    title: "三步读懂五岁孩子的创造力",
    body: read("./creativity.zh-Hans.md"),
    drafts: [
      `{纸盒变火箭|毛毯搭山洞|积木铺铁轨}，{椅子当飞船|锅盖做方向盘|雨伞撑起帐篷}，{小朋友的世界真热闹|孩子心里的点子真多|样样都是孩子的大作}{🚀|✨|🌈}
{大人看懂了，才接得住这份热情。|怎么接住这些奇思妙想呢？|想陪他玩得更尽兴，其实有方法。}
《三步读懂五岁孩子的创造力》{讲得很{明白|实在|亲切}|写得{通俗好懂|细致温柔}|把方法说得清清楚楚}，{小游戏在家就能玩|回家陪娃就用得上|照着做轻轻松松}。
{家有同龄宝贝的|身边有小朋友的|正在带娃的朋友}，{有空打开看看|收藏起来慢慢读|泡杯茶翻翻看}{，欢迎来聊聊|，读完跟我说说|}{🌱|🍀|🌞}`,
      `{孩子把积木推倒了|孩子把太阳涂成蓝色|孩子对着纸箱自言自语}，{先忍住开口的冲动|先坐到旁边看看|先听听他怎么讲}。
{这种时候，|看着像在玩，其实|玩得入神的时候，}{他的小脑袋转得飞快|他心里正有个大计划|他正认真地想办法}{💡|🎨|🧩}
《三步读懂五岁孩子的创造力》{分享的方法{简单又好懂|很好上手}|里的建议{贴心|实在}又好用|教爸妈{慢慢|}看懂这些瞬间}：看见、提问、留白，{样样都能在家做|每步都配着小游戏|陪玩也变得轻松}。
{转给{常常|天天}陪娃的你|推荐给家里有小宝的朋友|送给想多懂孩子的爸爸妈妈}，{有空照着试试看|得闲翻翻正好|读完来和我聊聊}{😊|💛|🌷}`,
    ],
    kind: "knowledge",
    topics: ["创造力", "亲子陪伴", "早期教育"],
    purpose: "inform",
    language: "zh-Hans",
  },
  {
    title: "Five quiet habits that get invoices paid on time",
    body: read("./paid-on-time.en.md"),
    drafts: [
      `{The work is done, the customer is happy, and the money is still on its way.|You delivered a great job, sent the bill, and then everything went quiet.|A finished project and a friendly client, yet the payment keeps you waiting.} {Sound familiar?|Been there too?|Know the feeling?}
{Here are|Worth a minute:|Passing these on:} five habits that {quietly help small businesses get paid on time|bring the money in when it is due|keep invoices moving along nicely}, {and you can set them up in an afternoon|each of them easy to start this week|with wording that you are free to borrow}.
{My favorite part is|What makes it worth sharing is|I would open it just for} {the kind phone call|the calm weekly review|the reminder before the due date}{ 🙂| 📎| 🙌}
{Have a look over coffee|Take a quiet moment with it|Give it a read this week}, {and tell me where you would start|then pass it on to a fellow owner|and let me know what works for you}.`,
      `{Chasing an invoice feels rude, so most of us put it off for another day.|Asking for money is awkward, so the message waits in drafts all week.|Many of us would rather do the work than write the payment reminder.}
{This guide takes the courage out of it:|There is a gentler way to go about it:|It gets easier once it is a routine:} five habits, {from agreeing on the money early to a short weekly check|starting with a talk before the job, ending with a calm weekly review|covering the opening talk, the reminders and the call}.{ 📬| 📌| 💌}
{I like that it is practical and polite from start to finish.|The tone stays friendly and practical all the way through.|It reads like advice from a neighbor who runs a shop.} {If you send invoices, it is worth your coffee break.|If you run a small business, save it for a quiet moment.|If this sounds like your week, start with the list at the end.}`,
    ],
    kind: "knowledge",
    topics: ["getting paid", "small business", "invoicing"],
    purpose: "cross-sell",
    language: "en",
  },
];

const teams = { morning: "晨光组", sail: "远帆组" } as const;

/**
 * Each signs by their given name, as it is written. No mobile number in
 * China starts with 100, so none of these can ring anybody.
 */
export const demoSenders: readonly DemoSender[] = [
  sender("s-001", "林晓雯", teams.morning, "高级成长顾问"),
  sender("s-002", "陈立行", teams.morning, "成长顾问"),
  sender("s-003", "周若溪", teams.morning, "绘本馆店长"),
  sender("s-004", "吴承泽", teams.morning, "成长顾问"),
  sender("s-005", "何静姝", teams.morning, "课程老师"),
  sender("s-006", "Emma Lin", teams.morning, "Parent Coach"),
  sender("s-007", "赵明远", teams.sail, "高级成长顾问"),
  sender("s-008", "孙可欣", teams.sail, "成长顾问"),
  sender("s-009", "郑亦凡", teams.sail, "活动策划"),
  sender("s-010", "黄语桐", teams.sail, "课程老师"),
  sender("s-011", "高子墨", teams.sail, "成长顾问"),
  sender("s-012", "Jason Wu", teams.sail, "Partner Manager"),
];

export const demoContacts: readonly DemoContact[] = [
  contact(
    "s-001",
    "李女士",
    "c-1001",
    { child: "五岁", city: "杭州" },
    "老客户",
    "喜欢周末下午沟通",
  ),
  contact(
    "s-001",
    "张先生",
    "c-1002",
    { child: "四岁半", city: "杭州" },
    "意向",
    "上月参加过体验课",
  ),
  contact(
    "s-003",
    "王妈妈",
    "c-1003",
    { child: "六岁", city: "宁波" },
    "老客户",
    "绘本借阅卡年底到期",
  ),
  contact(
    "s-007",
    "刘女士",
    "c-1004",
    { child: "五岁", city: "苏州" },
    "初识",
    "朋友介绍，还没见过面",
  ),
  contact(
    "s-012",
    "Harbor Lane Bakery",
    "c-1005",
    { kind: "partner" },
    "partner",
    "Hosts our Saturday table",
  ),
];

/** A portrait of 1080 × 1440 pixels; poster/draw.ts draws it from poster/poster.html. */
export const demoPoster: URL = new URL("./poster/poster.jpg", import.meta.url);

/** Where the poster is left empty, in its pixels: for a QR code, and for a sender's line. */
export const demoPosterPlaces = {
  qr: { x: 768, y: 1136, size: 256 },
  line: { x: 64, y: 1344, width: 640, height: 64 },
} as const;

function sender(externalId: string, name: string, team: string, title: string): DemoSender {
  const given = name.includes(" ") ? name.split(" ")[0] : name.slice(1);
  const phone = `100-5550-01${externalId.slice(-2)}`;
  return { name, externalId, team, title, phone, signature: `— ${given}` };
}

function contact(
  senderExternalId: string,
  name: string,
  crm: string,
  attributes: Readonly<Record<string, string>>,
  stage: string,
  notes: string,
): DemoContact {
  return { sender: senderExternalId, name, externalIds: { crm }, attributes, stage, notes };
}
