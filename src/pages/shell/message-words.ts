import type { Spoken } from "./language.ts";

/** Why somebody sees a message in place of what they came for. */
export const MESSAGE_KINDS = [
  "unknown-link",
  "withdrawn",
  "expired",
  "paused",
  "used-up",
  "kit-expired",
  "not-found",
  "wrong-method",
  "stale",
  "unusable",
  "too-many",
  "busy",
  "error",
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** A title, and a sentence that says what to do now. */
type Words = readonly [title: string, text: string];

/** Before the number of the request, which whoever runs the deployment finds in its logs. */
export const REQUEST_NUMBER: Spoken<string> = {
  "zh-Hans": "如果要请人查原因，请把这个编号一起告诉对方：",
  "zh-Hant": "如果要請人查原因，請把這個編號一起告訴對方：",
  en: "If you ask somebody to look into it, give them this number:",
};

export const MESSAGES: Record<MessageKind, Spoken<Words>> = {
  "unknown-link": {
    "zh-Hans": ["没有找到这个链接", "可能少复制了几个字符。请让分享给你的人再发一次。"],
    "zh-Hant": ["找不到這個連結", "可能少複製了幾個字元。請分享給你的人再傳一次。"],
    en: [
      "This link does not exist",
      "A few characters may have been lost on the way. Ask the person who shared it to send it again.",
    ],
  },
  withdrawn: {
    "zh-Hans": [
      "这篇内容已经收回",
      "发布它的人把它撤下了。想了解里面讲的事，可以直接问分享给你的人。",
    ],
    "zh-Hant": [
      "這篇內容已經收回",
      "發布它的人把它撤下了。想了解裡面講的事，可以直接問分享給你的人。",
    ],
    en: [
      "This piece has been withdrawn",
      "Its publisher took it down. The person who shared it can tell you what it was about.",
    ],
  },
  expired: {
    "zh-Hans": ["这个链接已经过期", "它只在一段时间内有效。请让分享给你的人发一个新的。"],
    "zh-Hant": ["這個連結已經過期", "它只在一段時間內有效。請分享給你的人傳一個新的。"],
    en: [
      "This link has expired",
      "It was valid for a limited time. Ask the person who shared it for a new one.",
    ],
  },
  paused: {
    "zh-Hans": ["这个链接暂时停用", "分享的人把它暂停了，过些时候再来看看。"],
    "zh-Hant": ["這個連結暫時停用", "分享的人把它暫停了，請稍後再來看看。"],
    en: ["This link is paused", "The person who shared it put it on hold. Try again later."],
  },
  "used-up": {
    "zh-Hans": ["这个链接的名额用完了", "它只能打开有限的次数。请让分享给你的人发一个新的。"],
    "zh-Hant": ["這個連結的名額用完了", "它只能打開有限的次數。請分享給你的人傳一個新的。"],
    en: [
      "This link has been used up",
      "It could be opened a limited number of times. Ask the person who shared it for a new one.",
    ],
  },
  "kit-expired": {
    "zh-Hans": [
      "分享包需要重新打开",
      "链接不完整，或者已经失效。请用总部最近发给你的链接再打开一次。",
    ],
    "zh-Hant": [
      "分享包需要重新打開",
      "連結不完整，或者已經失效。請用總部最近傳給你的連結再打開一次。",
    ],
    en: [
      "Please open your kit again",
      "This link is cut short or no longer valid. Open the latest kit link that head office sent you.",
    ],
  },
  "not-found": {
    "zh-Hans": ["这里什么也没有", "请检查地址是否完整。"],
    "zh-Hant": ["這裡什麼也沒有", "請檢查網址是否完整。"],
    en: ["There is nothing here", "Check that the address is complete."],
  },
  "wrong-method": {
    "zh-Hans": ["这个地址不能这样用", "它是给程序调用的。请回到你来的那一页。"],
    "zh-Hant": ["這個網址不能這樣用", "它是給程式呼叫的。請回到你來的那一頁。"],
    en: [
      "This address is not used this way",
      "It is there for programs. Go back to the page you came from.",
    ],
  },
  stale: {
    "zh-Hans": ["这一页放得太久了", "没有改动任何东西。请回到原来的页面，刷新以后再做一次。"],
    "zh-Hant": ["這一頁放得太久了", "沒有更動任何東西。請回到原來的頁面，重新整理後再做一次。"],
    en: [
      "This page is out of date",
      "Nothing was changed. Go back, load the page again, and do it once more.",
    ],
  },
  unusable: {
    "zh-Hans": ["没有保存", "填写的内容用不了。请回到上一页，检查以后再发一次。"],
    "zh-Hant": ["沒有儲存", "填寫的內容無法使用。請回到上一頁，檢查後再送一次。"],
    en: [
      "Nothing was saved",
      "What was filled in cannot be used. Go back, check it, and send it once more.",
    ],
  },
  "too-many": {
    "zh-Hans": ["打开得太频繁了", "请过一分钟再试。"],
    "zh-Hant": ["打開得太頻繁了", "請一分鐘後再試。"],
    en: ["That was too often", "Please wait a minute and try again."],
  },
  busy: {
    "zh-Hans": ["现在用的人太多", "请过几秒钟再打开一次，什么都没有丢。"],
    "zh-Hant": ["現在用的人太多", "請幾秒後再打開一次，什麼都沒有遺失。"],
    en: [
      "Too many people at once",
      "Open this page again in a few seconds; nothing has been lost.",
    ],
  },
  error: {
    "zh-Hans": ["出了点问题", "不是你的問題。请过一分钟再试。"],
    "zh-Hant": ["出了點問題", "不是你的問題。請一分鐘後再試。"],
    en: ["Something went wrong", "It is not your fault. Please try again in a minute."],
  },
};
