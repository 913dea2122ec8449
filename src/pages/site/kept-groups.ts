/** In which order, and under which heads, what may be kept of a reader is told; and what codes in it mean. */
import { APP_NAMES } from "../shell/app-names.ts";
import type { Spoken } from "../shell/language.ts";

type Group = "read" | "who" | "answers" | "told" | "spread";

/** Every table that is handed out stands in one. */
const groups: Readonly<Record<Group, readonly string[]>> = {
  read: ["visits", "viewer_contents", "goals"],
  who: ["viewers", "contacts", "outside_ids", "links"],
  answers: ["consents"],
  told: ["tag_awards", "alerts", "briefing_items"],
  spread: ["spread_nodes", "spread_touches"],
};

/** Numbers that systems tell things apart by: they say nothing to a person, and are told after what does. */
const numbers: ReadonlySet<string> = new Set([
  "code",
  "contactId",
  "contentId",
  "externalIds",
  "hash",
  "id",
  "mergedInto",
  "revision",
  "rootCode",
  "ruleId",
  "saidBy",
  "saidToBe",
  "senderId",
  "target",
  "textHash",
  "textVersion",
  "url",
  "version",
  "viewerId",
  "visitId",
  "wasContactId",
]);

interface Words {
  groups: Readonly<Record<Group, string>>;
  /** Before such numbers. */
  numbers: string;
  /** What a field's code means, by the field. */
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const KEPT_GROUP_WORDS: Spoken<Words> = {
  "zh-Hans": {
    groups: {
      read: "你读了什么",
      who: "你是谁",
      answers: "同意还是拒绝",
      told: "由此推测的，和告诉分享者的",
      spread: "内容怎样转到你这里",
    },
    numbers: "系统用的编号",
    values: {
      rung: { aggregate: "只有总数", anonymous: "一部手机" },
      channel: { moments: "朋友圈", chat: "私聊", group: "微信群", print: "印刷品", other: "其他" },
      device: { phone: "手机", tablet: "平板", desktop: "电脑", other: "其他" },
      app: APP_NAMES["zh-Hans"],
      certainty: { probable: "可能", confirmed: "已确认" },
      language: { "zh-Hans": "简体中文", "zh-Hant": "繁体中文", en: "英文" },
      system: { wechat: "微信", wecom: "企业微信" },
      namedBy: {
        link: "专门发给这个人的链接",
        kit: "分享者认出",
        api: "对方单位确认",
        form: "你自己留下",
        wechat: "微信确认",
        wecom: "企业微信确认",
      },
      state: { open: "待联系", done: "已联系", snoozed: "已推迟" },
      outcome: {
        talk: "聊上了",
        meeting: "约了见面",
        deal: "成交了",
        "no-answer": "没回复",
        "not-interested": "没有兴趣",
      },
      leftOut: {
        snoozed: "已推迟",
        "contacted-lately": "最近联系过",
        "reason-hidden": "理由不显示",
        cap: "名单满了",
      },
    },
  },
  "zh-Hant": {
    groups: {
      read: "你讀了什麼",
      who: "你是誰",
      answers: "同意還是拒絕",
      told: "由此推測的，和告訴分享者的",
      spread: "內容怎樣傳到你這裡",
    },
    numbers: "系統用的編號",
    values: {
      rung: { aggregate: "只有總數", anonymous: "一支手機" },
      channel: {
        moments: "朋友圈",
        chat: "私訊",
        group: "微信群組",
        print: "印刷品",
        other: "其他",
      },
      device: { phone: "手機", tablet: "平板", desktop: "電腦", other: "其他" },
      app: APP_NAMES["zh-Hant"],
      certainty: { probable: "可能", confirmed: "已確認" },
      language: { "zh-Hans": "簡體中文", "zh-Hant": "繁體中文", en: "英文" },
      system: { wechat: "微信", wecom: "企業微信" },
      namedBy: {
        link: "專門發給這個人的連結",
        kit: "分享者認出",
        api: "對方機構確認",
        form: "你自己留下",
        wechat: "微信確認",
        wecom: "企業微信確認",
      },
      state: { open: "待聯絡", done: "已聯絡", snoozed: "已延後" },
      outcome: {
        talk: "聊過了",
        meeting: "約了見面",
        deal: "成交了",
        "no-answer": "沒回覆",
        "not-interested": "沒有興趣",
      },
      leftOut: {
        snoozed: "已延後",
        "contacted-lately": "最近聯絡過",
        "reason-hidden": "理由不顯示",
        cap: "名單滿了",
      },
    },
  },
  en: {
    groups: {
      read: "What you read",
      who: "Who you are",
      answers: "What you answered",
      told: "What is concluded, and told to the sharer",
      spread: "How a piece came to you",
    },
    numbers: "Numbers for the system",
    values: {
      rung: { aggregate: "totals only", anonymous: "one phone" },
      channel: { moments: "Moments", chat: "chat", group: "group", print: "print", other: "other" },
      device: { phone: "phone", tablet: "tablet", desktop: "computer", other: "other" },
      app: APP_NAMES.en,
      certainty: { probable: "probable", confirmed: "confirmed" },
      language: {
        "zh-Hans": "Simplified Chinese",
        "zh-Hant": "Traditional Chinese",
        en: "English",
      },
      system: { wechat: "WeChat", wecom: "WeCom" },
      namedBy: {
        link: "a link made for that person",
        kit: "the sharer said so",
        api: "the organisation confirmed it",
        form: "you left it",
        wechat: "WeChat confirmed it",
        wecom: "WeCom confirmed it",
      },
      state: { open: "to be contacted", done: "contacted", snoozed: "put off" },
      outcome: {
        talk: "talked",
        meeting: "agreed to meet",
        deal: "a deal",
        "no-answer": "no answer",
        "not-interested": "not interested",
      },
      leftOut: {
        snoozed: "put off",
        "contacted-lately": "contacted lately",
        "reason-hidden": "its reason is hidden",
        cap: "the list was full",
      },
    },
  },
};

/** What is told of tables, group by group; a group of which nothing is told is left out. */
export function inGroups<Told extends { table: string }>(
  told: readonly Told[],
): { group: Group; told: readonly Told[] }[] {
  return (Object.keys(groups) as Group[]).flatMap((group) => {
    const own = groups[group].flatMap((name) => told.filter(({ table }) => table === name));
    return own.length === 0 ? [] : [{ group, told: own }];
  });
}

/** Those that say something to a person, and the numbers. */
export function apart<Field>(
  fields: readonly Field[],
  nameOf: (field: Field) => string,
): { plain: readonly Field[]; numbered: readonly Field[] } {
  return {
    plain: fields.filter((field) => !numbers.has(nameOf(field))),
    numbered: fields.filter((field) => numbers.has(nameOf(field))),
  };
}
