/** The words around what a sender shares: caption, links, their own look. */
import type { LinkState } from "../../../domain/landing.ts";
import type { Spoken } from "../../shell/language.ts";

interface Words {
  title: string;
  hello: (name: string) => string;
  empty: string;
  /** In place of the greeting where what was asked for is not shared. */
  notShared: string;
  withdrawn: (title: string, when: string) => string;
  gone: string;
  /** Over the list of what else there is. */
  others: string;
  noOthers: string;
  contents: string;
  states: Readonly<Record<"new" | "copied", string>>;
  caption: string;
  captionHint: string;
  /** Where they copied a wording that is theirs no more. */
  changed: (when: string) => string;
  /** Around the counts of lines and characters. */
  fold: readonly [string, string, (lines: number, chars: number) => string];
  /** Before the places to share in. */
  target: string;
  copyBoth: string;
  copyCaption: string;
  copyLink: string;
  copy: string;
  copied: string;
  copyFailed: string;
  reset: string;
  links: string;
  linkHint: string;
  /** In place of the button that would copy the link. */
  linkStates: Readonly<Record<Exclude<LinkState, "open">, string>>;
  noCaption: string;
  channelNames: Readonly<Record<string, string>>;
  group: (name: string) => string;
  look: string;
  lookHint: string;
  lookOpen: string;
  lookCopy: string;
  lookElsewhere: string;
}

export const shareWords: Spoken<Words> = {
  "zh-Hans": {
    title: "分享包",
    hello: (name) => `${name}，今天分享这个`,
    empty: "还没有可以分享的内容。总部发布以后，这里会出现你自己的文案、图片和链接。",
    notShared: "这篇不能分享了",
    withdrawn: (title, when) =>
      `《${title}》${when} 被总部收回。已经发出去的链接，打开会看到说明。`,
    gone: "你要打开的那篇已经不在了，可能是总部删除的。",
    others: "可以分享这些：",
    noOthers: "现在没有别的可以分享。",
    contents: "可以分享的内容",
    states: { new: "新", copied: "已复制" },
    caption: "你的文案",
    captionHint: "这一版只给你。改成你平时说话的样子再发，效果更好。",
    changed: (when) =>
      `${when} 复制的那一段，新发布的版本里没有了：总部改过文案，或者你换了团队。下面是现在给你的。`,
    fold: [
      "现在 ",
      " 行、",
      (lines, chars) => ` 字；超过 ${lines} 行或 ${chars} 字，微信可能会折叠。`,
    ],
    target: "发到哪里",
    copyBoth: "复制文案和链接",
    copyCaption: "只复制文案",
    copyLink: "复制链接",
    copy: "复制",
    copied: "已复制",
    copyFailed: "请长按文字手动复制",
    reset: "恢复原文",
    links: "你的链接",
    linkHint: "从这些链接打开的阅读都算在你名下。发到哪里就用哪条，之后能看出哪里读的人多。",
    linkStates: {
      expired: "这个链接已经过期，打开的人只会看到提示。需要新的，请告诉总部。",
      paused: "这个链接暂停了，打开的人只会看到提示。要恢复，请告诉总部。",
      "used-up": "这个链接的打开次数用完了，打开的人只会看到提示。需要新的，请告诉总部。",
    },
    noCaption: "这篇内容还没有给你的文案，请告诉总部。链接和图片可以先用。",
    channelNames: {
      moments: "朋友圈",
      chat: "私聊",
      group: "微信群",
      print: "印刷品",
      other: "其他",
    },
    group: (name) => `群：${name}`,
    look: "先自己看看",
    lookHint:
      "在这里打开的是你自己在看，不算阅读。在微信里打开后，点右上角 ⋯ 就能直接转发给朋友或分享到朋友圈。",
    lookOpen: "打开页面",
    lookCopy: "复制自用链接",
    lookElsewhere:
      "想在别的浏览器或电脑上看，用自用链接：一小时内打开，那里也会认得你。不要发给别人。",
  },
  "zh-Hant": {
    title: "分享包",
    hello: (name) => `${name}，今天分享這個`,
    empty: "還沒有可以分享的內容。總部發布以後，這裡會出現你自己的文案、圖片和連結。",
    notShared: "這篇不能分享了",
    withdrawn: (title, when) =>
      `《${title}》${when} 被總部收回。已經發出去的連結，打開會看到說明。`,
    gone: "你要打開的那篇已經不在了，可能是總部刪除的。",
    others: "可以分享這些：",
    noOthers: "現在沒有別的可以分享。",
    contents: "可以分享的內容",
    states: { new: "新", copied: "已複製" },
    caption: "你的文案",
    captionHint: "這一版只給你。改成你平時說話的樣子再發，效果更好。",
    changed: (when) =>
      `${when} 複製的那一段，新發布的版本裡沒有了：總部改過文案，或者你換了團隊。下面是現在給你的。`,
    fold: [
      "現在 ",
      " 行、",
      (lines, chars) => ` 字；超過 ${lines} 行或 ${chars} 字，微信可能會摺疊。`,
    ],
    target: "發到哪裡",
    copyBoth: "複製文案和連結",
    copyCaption: "只複製文案",
    copyLink: "複製連結",
    copy: "複製",
    copied: "已複製",
    copyFailed: "請長按文字手動複製",
    reset: "還原原文",
    links: "你的連結",
    linkHint: "從這些連結打開的閱讀都算在你名下。發到哪裡就用哪個，之後能看出哪裡讀的人多。",
    linkStates: {
      expired: "這個連結已經過期，打開的人只會看到說明。需要新的，請告訴總部。",
      paused: "這個連結暫停了，打開的人只會看到說明。要重新啟用，請告訴總部。",
      "used-up": "這個連結的打開次數用完了，打開的人只會看到說明。需要新的，請告訴總部。",
    },
    noCaption: "這篇內容還沒有給你的文案，請告訴總部。連結和圖片可以先用。",
    channelNames: {
      moments: "朋友圈",
      chat: "私訊",
      group: "微信群組",
      print: "印刷品",
      other: "其他",
    },
    group: (name) => `群：${name}`,
    look: "先自己看看",
    lookHint:
      "在這裡打開的是你自己在看，不算閱讀。在微信裡打開後，按右上角 ⋯ 就能直接傳給朋友或分享到朋友圈。",
    lookOpen: "打開頁面",
    lookCopy: "複製自用連結",
    lookElsewhere:
      "想在別的瀏覽器或電腦上看，用自用連結：一小時內打開，那裡也會認得你。不要傳給別人。",
  },
  en: {
    title: "Sharing kit",
    hello: (name) => `${name}, share this today`,
    empty:
      "Nothing to share yet. Once head office publishes, your own caption, pictures and link appear here.",
    notShared: "This is not shared any more",
    withdrawn: (title, when) =>
      `Head office withdrew “${title}” ${when}. Links that are out already tell readers so.`,
    gone: "What you asked for is gone; head office may have deleted it.",
    others: "There is this to share:",
    noOthers: "There is nothing else to share now.",
    contents: "Contents to share",
    states: { new: "New", copied: "Copied" },
    caption: "Your caption",
    captionHint: "This wording is yours alone. Make it sound like you before you post it.",
    changed: (when) =>
      `What you copied ${when} is not in the version published since: head office changed the captions, or you changed teams. Below is what is yours now.`,
    fold: [
      "Now ",
      " lines, ",
      (lines, chars) =>
        ` characters; WeChat may fold more than ${lines} lines or ${chars} characters.`,
    ],
    target: "Where to",
    copyBoth: "Copy caption and link",
    copyCaption: "Copy the caption alone",
    copyLink: "Copy link",
    copy: "Copy",
    copied: "Copied",
    copyFailed: "Press and hold the text to copy it",
    reset: "Back to the original",
    links: "Your links",
    linkHint:
      "Reads through these links count as yours. Use the one that fits the place, and see later where people read.",
    linkStates: {
      expired:
        "This link has expired: who opens it sees only a message. Ask head office for a new one.",
      paused:
        "This link is paused: who opens it sees only a message. Ask head office to resume it.",
      "used-up":
        "This link has been used up: who opens it sees only a message. Ask head office for a new one.",
    },
    noCaption:
      "There is no wording for you yet; please tell head office. The link and pictures work already.",
    channelNames: {
      moments: "Moments",
      chat: "Chat",
      group: "Group",
      print: "Print",
      other: "Other",
    },
    group: (name) => `Group: ${name}`,
    look: "Look at it yourself",
    lookHint:
      "Opened from here it counts as your own look, not as a read. In WeChat, ⋯ at the top then sends it to a friend or to Moments.",
    lookOpen: "Open the page",
    lookCopy: "Copy the link for yourself",
    lookElsewhere:
      "For another browser or a computer use the link for yourself: opened within the hour, it is known as yours there too. Do not pass it on.",
  },
};
