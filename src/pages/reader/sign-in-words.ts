import type { SignInEnd, SignInTrouble } from "../../usecases/sign-in/sign-in-view.ts";
import type { Spoken } from "../shell/language.ts";
import type { ConsentNames } from "./consent-words.ts";

/** A title, and what is so now. */
type Words = readonly [title: string, text: string];

interface SignInWords {
  /** Below the text of the page: what it offers, what becomes of it, and the way there. */
  offer: (sender: string) => string;
  hint: (names: ConsentNames) => string;
  go: string;
  /** Before it, of whoever has not agreed to it yet. */
  ask: string;
  /** After a yes given there. */
  agreed: Words;
  kept: (names: ConsentNames) => {
    nickname: (nickname: string) => Words;
    known: Words;
    /** Known again, without a name. */
    again: Words;
  };
  notKept: (names: ConsentNames) => Readonly<Record<SignInEnd | SignInTrouble, Words>>;
  held: string;
  back: string;
}

/** Saying who one is with WeChat: the offer below the text, and the pages on the way there and back. */
export const SIGN_IN_WORDS: Spoken<SignInWords> = {
  "zh-Hans": {
    offer: (sender) => `用微信告诉${sender}你是谁`,
    hint: ({ workspace }) =>
      `不告诉也照常读。需要先同意记录。${workspace}只保存由你的微信编号算出的标记，不保存编号；昵称只在你点了允许之后才会收到。随时可以删除。`,
    go: "去微信",
    ask: "先问一句",
    agreed: ["记住了你的同意", "现在可以去微信了。到了那里还可以返回。"],
    kept: ({ sender, workspace }) => ({
      nickname: (nickname) => [
        `${sender}会看到`,
        `你的微信昵称“${nickname}”和你读过的内容放在一起。在${sender}确认之前，它只算是你自己说的。`,
      ],
      known: ["认出你了", `${workspace}已经认识你，你读过的内容和你放在一起。`],
      again: [
        "记住了",
        `以后在别的链接、别的手机上用微信打开，${workspace}也能认出是同一个人。没有保存称呼。`,
      ],
    }),
    notKept: ({ workspace }) => ({
      gpc: ["没有保存", "你的浏览器要求不被追踪，我们照做。"],
      refused: ["没有保存", "你拒绝过记录，这个选择算数。想改的话，在正文开头的说明里改。"],
      stale: ["没有保存", "这一次已经过期或者用过了。请回到正文，再点一次。"],
      forgotten: [
        "去不了微信",
        "你的浏览器没有记住刚才的同意，比如它不保存 Cookie。不影响继续读正文。",
      ],
      other: [
        "没有保存",
        "这个浏览器记住的是另一个微信号的人，所以没有把你和对方放在一起。请在自己的手机上打开链接。",
      ],
      off: ["没有保存", "现在不能用微信说明身份。"],
      declined: ["没有保存", "你没有在微信里允许，那就不告诉。"],
      snapshot: [
        "没有保存",
        "微信打开的是网页快照，里面的身份不是你的。请点下方的“使用完整服务”，再来一次。",
      ],
      member: ["没有保存", `你是${workspace}自己的同事，不算读者。`],
      code: ["没有保存", "微信说这一次的凭证过期了或者用过了。请回到正文，再点一次。"],
      quota: ["没有保存", "今天问微信的次数用完了。过些时候再试，什么都没有丢。"],
      "no-answer": ["没有保存", "微信没有及时回答。请过一会儿再试，什么都没有丢。"],
      account: [
        "没有保存",
        `${workspace}和微信之间的设置现在不对，他们看得到原因。不是你的问题，什么都没有丢。`,
      ],
    }),
    held: "查看、导出或删除我的记录",
    back: "回到正文",
  },
  "zh-Hant": {
    offer: (sender) => `用微信告訴${sender}你是誰`,
    hint: ({ workspace }) =>
      `不告訴也照常讀。需要先同意記錄。${workspace}只儲存由你的微信編號算出的標記，不儲存編號；暱稱只在你按了允許之後才會收到。隨時可以刪除。`,
    go: "前往微信",
    ask: "先問一句",
    agreed: ["記住了你的同意", "現在可以前往微信了。到了那裡還可以返回。"],
    kept: ({ sender, workspace }) => ({
      nickname: (nickname) => [
        `${sender}會看到`,
        `你的微信暱稱「${nickname}」和你讀過的內容放在一起。在${sender}確認之前，它只算是你自己說的。`,
      ],
      known: ["認出你了", `${workspace}已經認識你，你讀過的內容和你放在一起。`],
      again: [
        "記住了",
        `以後在別的連結、別的手機上用微信打開，${workspace}也能認出是同一個人。沒有儲存稱呼。`,
      ],
    }),
    notKept: ({ workspace }) => ({
      gpc: ["沒有儲存", "你的瀏覽器要求不被追蹤，我們照做。"],
      refused: ["沒有儲存", "你拒絕過記錄，這個選擇算數。想改的話，在正文開頭的說明裡改。"],
      stale: ["沒有儲存", "這一次已經過期或用過了。請回到正文，再按一次。"],
      forgotten: [
        "無法前往微信",
        "你的瀏覽器沒有記住剛才的同意，例如它不儲存 Cookie。不影響繼續閱讀。",
      ],
      other: [
        "沒有儲存",
        "這個瀏覽器記住的是另一個微信帳號的人，所以沒有把你和對方放在一起。請在自己的手機上打開連結。",
      ],
      off: ["沒有儲存", "現在不能用微信說明身分。"],
      declined: ["沒有儲存", "你沒有在微信裡允許，那就不告訴。"],
      snapshot: [
        "沒有儲存",
        "微信打開的是網頁快照，裡面的身分不是你的。請按下方的「使用完整服務」，再來一次。",
      ],
      member: ["沒有儲存", `你是${workspace}自己的同事，不算讀者。`],
      code: ["沒有儲存", "微信說這一次的憑證過期或用過了。請回到正文，再按一次。"],
      quota: ["沒有儲存", "今天問微信的次數用完了。請稍後再試，什麼都沒有遺失。"],
      "no-answer": ["沒有儲存", "微信沒有及時回答。請稍後再試，什麼都沒有遺失。"],
      account: [
        "沒有儲存",
        `${workspace}和微信之間的設定現在不對，他們看得到原因。不是你的問題，什麼都沒有遺失。`,
      ],
    }),
    held: "檢視、匯出或刪除我的紀錄",
    back: "回到正文",
  },
  en: {
    offer: (sender) => `Tell ${sender} who you are with WeChat`,
    hint: ({ workspace }) =>
      `You can read on without it. It needs your yes to being remembered. ${workspace} keeps a mark made from your WeChat id, never the id, and gets your nickname only if you allow it there; you can delete both at any time.`,
    go: "Go to WeChat",
    ask: "One question first",
    agreed: ["Your yes is kept", "You can go to WeChat now, and still turn back there."],
    kept: ({ sender, workspace }) => ({
      nickname: (nickname) => [
        `${sender} will see it`,
        `Your WeChat nickname “${nickname}” stands together with what you read. Until ${sender} confirms it, it counts as what you said and no more.`,
      ],
      known: [
        "You were recognised",
        `${workspace} knows you already; what you read stands with you.`,
      ],
      again: [
        "You will be recognised",
        `${workspace} can tell that it is the same person when you open other links, or on another phone, with WeChat. No name was kept.`,
      ],
    }),
    notKept: ({ workspace }) => ({
      gpc: ["Nothing was kept", "Your browser asks not to be tracked, and we comply."],
      refused: [
        "Nothing was kept",
        "You declined to be remembered, and that counts. To change it, use the notice at the start of the text.",
      ],
      stale: [
        "Nothing was kept",
        "This one is over or was used before. Go back to the text and tap again.",
      ],
      forgotten: [
        "No way to WeChat from here",
        "Your browser did not remember the yes that you gave a moment ago, as one does that keeps no cookies. You can read on as before.",
      ],
      other: [
        "Nothing was kept",
        "This browser is remembered as somebody with another WeChat account, and the two of you are not put together. Open the link on a phone of your own.",
      ],
      off: ["Nothing was kept", "You cannot say who you are with WeChat at present."],
      declined: ["Nothing was kept", "You did not allow it in WeChat, so nothing was told."],
      snapshot: [
        "Nothing was kept",
        "WeChat opened a snapshot of the page, in which you are somebody made up. Choose the full service at its foot and try again.",
      ],
      member: [
        "Nothing was kept",
        `You are one of ${workspace}'s own people, who do not count as readers.`,
      ],
      code: [
        "Nothing was kept",
        "WeChat says that this code is too old or was used before. Go back to the text and tap again.",
      ],
      quota: [
        "Nothing was kept",
        "WeChat has been asked as often as it may be today. Try again later; nothing has been lost.",
      ],
      "no-answer": [
        "Nothing was kept",
        "WeChat did not answer in time. Try again in a while; nothing has been lost.",
      ],
      account: [
        "Nothing was kept",
        `${workspace}'s settings with WeChat are not right at present, and they can see why. It is not your fault, and nothing has been lost.`,
      ],
    }),
    held: "See, export or delete what is kept of me",
    back: "Back to the text",
  },
};
