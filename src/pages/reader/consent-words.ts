import type { NoticeState } from "../../usecases/open/page-view.ts";
import type { Spoken } from "../shell/language.ts";

/** Who is named in the consent words. */
export interface ConsentNames {
  /** The person who shared the page. */
  sender: string;
  /** The organisation they speak for. */
  workspace: string;
}

/** What it says besides: that an answer did not arrive. */
export type NoticeMessage = NoticeState | "failed";

type Words = Record<NoticeMessage, (names: ConsentNames) => string> & {
  /** What it says of the records when asked for more: what, for what, for how many days, how to take a yes back. */
  more: (names: ConsentNames & { days: number | string }) => string;
  /** And where readers may say with WeChat who they are, of that. Part of the versions that are marked so. */
  signIn: (names: ConsentNames) => string;
  yes: string;
  no: string;
  /** Under "noticed" and "agreed": take it back. */
  stop: string;
};

/**
 * The words a reader answers to. A stored consent names `version` and the language, so that what a
 * person agreed to can be shown years later: a change of wording needs a new version, and the old
 * words stay in the project's history.
 */
export const CONSENT_WORDS: { version: string } & Spoken<Words> = {
  version: "2026-11-27",
  "zh-Hans": {
    ask: ({ sender, workspace }) =>
      `同意后，${sender}和${workspace}会认出这部手机，看到你读了什么、多久。不同意也照常读。`,
    noticed: ({ sender, workspace }) =>
      `${sender}和${workspace}会认出这部手机，看到你读了什么、多久。可以拒绝，照常读。`,
    more: ({ sender, workspace, days }) =>
      `${sender}和${workspace}能看到你读了哪些部分、读了多久，可能和称呼记在一起，好少发无关的。存 ${days} 天，随时可收回。不同意，只留下不指向任何人的总数。`,
    signIn: ({ workspace }) =>
      `如果你自己在正文后面点了用微信说明身份：${workspace}会保存由你的微信编号算出的标记（不是编号本身），在别的链接、别的手机上也认出是你；你允许的话，还有微信昵称；你是${workspace}的客户，就和他们记着的你放在一起。`,
    agreed: ({ sender, workspace }) =>
      `已同意：${sender}和${workspace}能看到你读了哪些部分、读了多久。`,
    refused: () => "已拒绝：不会记录是谁在读，只留下不指向任何人的总数。",
    gpc: () => "你的浏览器要求不被追踪，我们照做：只留下不指向任何人的总数。",
    failed: () => "没有送达，请检查网络后再点一次。",
    yes: "同意",
    no: "不同意",
    stop: "不要记录我",
  },
  "zh-Hant": {
    ask: ({ sender, workspace }) =>
      `同意後，${sender}和${workspace}會認出這支手機，看到你讀了什麼、多久。不同意也照常讀。`,
    noticed: ({ sender, workspace }) =>
      `${sender}和${workspace}會認出這支手機，看到你讀了什麼、多久。可以拒絕，照常讀。`,
    more: ({ sender, workspace, days }) =>
      `${sender}和${workspace}能看到你讀了哪些部分、讀了多久，可能和稱呼記在一起，好少發無關的。存 ${days} 天，隨時可收回。不同意，只留下不指向任何人的總數。`,
    signIn: ({ workspace }) =>
      `如果你自己在正文後面按了用微信說明身分：${workspace}會保存由你的微信編號算出的標記（不是編號本身），在別的連結、別的手機上也認出是你；你允許的話，還有微信暱稱；你是${workspace}的客戶，就和他們記著的你放在一起。`,
    agreed: ({ sender, workspace }) =>
      `已同意：${sender}和${workspace}能看到你讀了哪些部分、讀了多久。`,
    refused: () => "已拒絕：不會記錄是誰在讀，只留下不指向任何人的總數。",
    gpc: () => "你的瀏覽器要求不被追蹤，我們照做：只留下不指向任何人的總數。",
    failed: () => "沒有送達，請檢查網路後再按一次。",
    yes: "同意",
    no: "不同意",
    stop: "不要記錄我",
  },
  en: {
    ask: ({ sender, workspace }) =>
      `If you agree, ${sender} and ${workspace} recognise this phone and see what you read. Either way, read on.`,
    noticed: ({ sender, workspace }) =>
      `${sender} and ${workspace} recognise this phone and see what you read. You can refuse and read on.`,
    more: ({ sender, workspace, days }) =>
      `${sender} and ${workspace} see what this phone opened and how long each part was read, possibly together with your name, so as to send you less of what does not matter to you. It is kept for ${days} days; take it back here at any time. If you decline, only totals that point to nobody are kept.`,
    signIn: ({ workspace }) =>
      `If you yourself choose, below the text, to say with WeChat who you are: ${workspace} keeps a mark made from your WeChat id (not the id itself) and recognises you by it on other links and phones; if you allow it, your WeChat nickname too; and if you are its customer, it is kept with what it knows you as.`,
    agreed: ({ sender, workspace }) =>
      `You agreed: ${sender} and ${workspace} can see which parts you read and for how long.`,
    refused: () =>
      "You refused: nobody records who is reading; only totals that point to nobody are kept.",
    gpc: () =>
      "Your browser asks not to be tracked, and we comply: only totals that point to nobody are kept.",
    failed: () => "Your answer did not arrive. Check your connection and try again.",
    yes: "Agree",
    no: "Decline",
    stop: "Don't record me",
  },
};
