/** The words around readers and those whom a sender turns to. */
import type { BriefingOutcome, BriefingState } from "../../../domain/vocabulary.ts";
import type { Spoken } from "../../shell/language.ts";

interface Words {
  /** Over the day's list. */
  morning: string;
  /** Over what readers did that the sender was told of at once, for whoever listens. */
  alerts: string;
  copyOpener: string;
  /** What may have come of turning to somebody, as its value and its button. */
  outcomes: readonly (readonly [BriefingOutcome | "snoozed", string])[];
  settled: Readonly<Record<Exclude<BriefingState, "open">, string>>;
  readers: string;
  /** Of the content that is open; readers of all contents are listed below. */
  noReads: (title: string) => string;
  reads: (title: string, n: number) => string;
  listed: string;
  anonymous: string;
  unnamed: (n: number) => string;
  who: string;
  whoHint: string;
  known: string;
  choose: string;
  newName: string;
  remember: string;
  probable: string;
  notThem: string;
  /** Of a name that somebody left themselves. */
  left: string;
  confirmLeft: string;
  most: (section: string) => string;
  /** In place of the title of what is shared no more. */
  unshared: string;
  people: string;
  peopleHint: string;
  copiedFor: (name: string) => string;
  notMade: string;
}

export const peopleWords: Spoken<Words> = {
  "zh-Hans": {
    morning: "今天找谁聊",
    alerts: "刚刚读得认真的人",
    copyOpener: "复制开场白",
    outcomes: [
      ["talk", "聊上了"],
      ["deal", "成交了"],
      ["no-answer", "没回复"],
      ["snoozed", "一周后再说"],
    ],
    settled: { done: "已记下", snoozed: "一周后再提醒" },
    readers: "谁读了",
    noReads: (title) => `《${title}》还没有人读。发出去以后，过一会儿再来看。`,
    reads: (title, n) => `《${title}》一共 ${n} 次阅读。`,
    listed: "下面是你分享的各篇里，同意被记住的读者最近读的。",
    anonymous: "一位读者",
    unnamed: (n) => `其中 ${n} 次，读的人没有同意被记住，所以只计总数。`,
    who: "这是谁？",
    whoHint: "只填你有把握的。随时可以改，总部能看到是谁填的。",
    known: "认识的人",
    choose: "选一位",
    newName: "或写下称呼",
    remember: "记下",
    probable: "可能是",
    notThem: "不是这个人",
    left: "自己留下的称呼",
    confirmLeft: "确认是 TA",
    most: (section) => `读得最久：${section}`,
    unshared: "已收回的内容",
    people: "只发给一个人",
    peopleHint: "点名字，就为这个人生成并复制一条专属链接。从它打开的阅读会记在这个人名下。",
    copiedFor: (name) => `已复制给${name}的链接`,
    notMade: "没有成功，请再点一次",
  },
  "zh-Hant": {
    morning: "今天找誰聊",
    alerts: "剛剛讀得認真的人",
    copyOpener: "複製開場白",
    outcomes: [
      ["talk", "聊過了"],
      ["deal", "成交了"],
      ["no-answer", "沒回覆"],
      ["snoozed", "一週後再說"],
    ],
    settled: { done: "已記下", snoozed: "一週後再提醒" },
    readers: "誰讀了",
    noReads: (title) => `《${title}》還沒有人讀。發出去以後，過一會兒再來看。`,
    reads: (title, n) => `《${title}》一共 ${n} 次閱讀。`,
    listed: "下面是你分享的各篇裡，同意被記住的讀者最近讀的。",
    anonymous: "一位讀者",
    unnamed: (n) => `其中 ${n} 次，讀的人沒有同意被記住，所以只計總數。`,
    who: "這是誰？",
    whoHint: "只填你有把握的。隨時可以改，總部能看到是誰填的。",
    known: "認識的人",
    choose: "選一位",
    newName: "或寫下稱呼",
    remember: "記下",
    probable: "可能是",
    notThem: "不是這個人",
    left: "自己留下的稱呼",
    confirmLeft: "確認是這個人",
    most: (section) => `讀得最久：${section}`,
    unshared: "已收回的內容",
    people: "只發給一個人",
    peopleHint: "按名字，就為這個人產生並複製一個專屬連結。從它打開的閱讀會記在這個人名下。",
    copiedFor: (name) => `已複製給${name}的連結`,
    notMade: "沒有成功，請再按一次",
  },
  en: {
    morning: "Whom to talk to today",
    alerts: "Who has just shown interest",
    copyOpener: "Copy the opening",
    outcomes: [
      ["talk", "We talked"],
      ["deal", "A deal"],
      ["no-answer", "No answer"],
      ["snoozed", "In a week"],
    ],
    settled: { done: "Noted", snoozed: "Again in a week" },
    readers: "Who read it",
    noReads: (title) => `Nobody has read “${title}” yet. Post it, and look again in a while.`,
    reads: (title, n) => `${n} ${n === 1 ? "read" : "reads"} of “${title}” in all.`,
    listed: "Below is what readers who agreed to be remembered read last, of all that you share.",
    anonymous: "A reader",
    unnamed: (n) =>
      `${n} of them by ${n === 1 ? "somebody who stays" : "people who stay"} unnamed: counted, and no more.`,
    who: "Who is this?",
    whoHint: "Say it only if you are sure. You can change it, and head office sees who said so.",
    known: "People you know",
    choose: "Choose",
    newName: "or write a name",
    remember: "Remember",
    probable: "probably",
    notThem: "Not them",
    left: "left the name themselves",
    confirmLeft: "Yes, it is them",
    most: (section) => `Longest: ${section}`,
    unshared: "A piece that was taken back",
    people: "For one person only",
    peopleHint:
      "Press a name to make and copy a link for that person. Reads through it are known as theirs.",
    copiedFor: (name) => `Copied the link for ${name}`,
    notMade: "That did not work. Press once more",
  },
};
