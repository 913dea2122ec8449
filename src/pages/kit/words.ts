import type { LinkState } from "../../domain/landing.ts";
import type { Spoken } from "../shell/language.ts";

interface Words {
  title: string;
  hello: (name: string) => string;
  empty: string;
  contents: string;
  caption: string;
  captionHint: string;
  /** Around the counts of lines and characters. */
  fold: readonly [string, string, (lines: number, chars: number) => string];
  copyCaption: string;
  copyLink: string;
  copy: string;
  copied: string;
  copyFailed: string;
  reset: string;
  images: string;
  imagesHint: string;
  image: (n: number) => string;
  link: string;
  links: string;
  linkHint: string;
  /** In place of the button that would copy the link. */
  linkStates: Readonly<Record<Exclude<LinkState, "open">, string>>;
  noCaption: string;
  channels: string;
  channelsHint: string;
  channelNames: Readonly<Record<string, string>>;
  group: (name: string) => string;
  qr: string;
  qrHint: string;
  look: string;
  lookHint: string;
  lookOpen: string;
  lookCopy: string;
  readers: string;
  noReads: string;
  reads: (n: number) => string;
  anonymous: string;
  unnamed: (n: number) => string;
  most: (section: string) => string;
  portrait: string;
  portraitHint: string;
  portraitChoose: string;
  portraitOther: string;
  portraitRemove: string;
  portraitSending: string;
  portraitFailed: string;
}

export const KIT_WORDS: Spoken<Words> = {
  "zh-Hans": {
    title: "分享包",
    hello: (name) => `${name}，今天分享这个`,
    empty: "还没有可以分享的内容。总部发布以后，这里会出现你自己的文案、图片和链接。",
    contents: "可以分享的内容",
    caption: "你的文案",
    captionHint: "这一版只给你。改成你平时说话的样子再发，效果更好。",
    fold: [
      "现在 ",
      " 行、",
      (lines, chars) => ` 字；超过 ${lines} 行或 ${chars} 字，微信可能会折叠。`,
    ],
    copyCaption: "复制文案",
    copyLink: "复制链接",
    copy: "复制",
    copied: "已复制",
    copyFailed: "请长按文字手动复制",
    reset: "恢复原文",
    images: "你的图片",
    imagesHint: "长按图片保存到相册，和文案一起发。",
    image: (n) => `图片 ${n}`,
    link: "你的链接",
    links: "你的链接",
    linkHint: "从这个链接打开的阅读都算在你名下。",
    linkStates: {
      expired: "这个链接已经过期，打开的人只会看到提示。需要新的，请告诉总部。",
      paused: "这个链接暂停了，打开的人只会看到提示。要恢复，请告诉总部。",
      "used-up": "这个链接的打开次数用完了，打开的人只会看到提示。需要新的，请告诉总部。",
    },
    noCaption: "这篇内容还没有给你的文案，请告诉总部。链接和图片可以先用。",
    channels: "按渠道分开的链接",
    channelsHint: "发到哪里就用哪条，之后能看出哪里读的人多。",
    channelNames: {
      moments: "朋友圈",
      chat: "私聊",
      group: "微信群",
      print: "印刷品",
      other: "其他",
    },
    group: (name) => `群：${name}`,
    qr: "二维码",
    qrHint: "当面请人扫，或打印出来。",
    look: "先自己看看",
    lookHint:
      "在这里打开的是你自己在看，不算阅读。想在别的浏览器或电脑上看，复制下面这条：一小时内打开，那里也会认得你。不要发给别人。",
    lookOpen: "打开页面",
    lookCopy: "复制自用链接",
    readers: "谁读了",
    noReads: "还没有人读。发出去以后，过一会儿再来看。",
    reads: (n) => `一共 ${n} 次阅读。`,
    anonymous: "一位读者",
    unnamed: (n) => `另有 ${n} 次阅读，读的人没有同意被记住，所以只计总数。`,
    most: (section) => `读得最久：${section}`,
    portrait: "你的头像",
    portraitHint: "会出现在你的海报和你分享的页面上。",
    portraitChoose: "选一张照片",
    portraitOther: "换一张",
    portraitRemove: "不用头像",
    portraitSending: "正在上传……",
    portraitFailed: "这张图片没有传上去。请选一张 JPG 或 PNG 照片再试一次。",
  },
  "zh-Hant": {
    title: "分享包",
    hello: (name) => `${name}，今天分享這個`,
    empty: "還沒有可以分享的內容。總部發布以後，這裡會出現你自己的文案、圖片和連結。",
    contents: "可以分享的內容",
    caption: "你的文案",
    captionHint: "這一版只給你。改成你平時說話的樣子再發，效果更好。",
    fold: [
      "現在 ",
      " 行、",
      (lines, chars) => ` 字；超過 ${lines} 行或 ${chars} 字，微信可能會摺疊。`,
    ],
    copyCaption: "複製文案",
    copyLink: "複製連結",
    copy: "複製",
    copied: "已複製",
    copyFailed: "請長按文字手動複製",
    reset: "恢復原文",
    images: "你的圖片",
    imagesHint: "長按圖片儲存到相簿，和文案一起發。",
    image: (n) => `圖片 ${n}`,
    link: "你的連結",
    links: "你的連結",
    linkHint: "從這個連結打開的閱讀都算在你名下。",
    linkStates: {
      expired: "這個連結已經過期，打開的人只會看到提示。需要新的，請告訴總部。",
      paused: "這個連結暫停了，打開的人只會看到提示。要恢復，請告訴總部。",
      "used-up": "這個連結的打開次數用完了，打開的人只會看到提示。需要新的，請告訴總部。",
    },
    noCaption: "這篇內容還沒有給你的文案，請告訴總部。連結和圖片可以先用。",
    channels: "按管道分開的連結",
    channelsHint: "發到哪裡就用哪條，之後能看出哪裡讀的人多。",
    channelNames: {
      moments: "朋友圈",
      chat: "私訊",
      group: "微信群",
      print: "印刷品",
      other: "其他",
    },
    group: (name) => `群：${name}`,
    qr: "QR Code",
    qrHint: "當面請人掃，或列印出來。",
    look: "先自己看看",
    lookHint:
      "在這裡打開的是你自己在看，不算閱讀。想在別的瀏覽器或電腦上看，複製下面這條：一小時內打開，那裡也會認得你。不要傳給別人。",
    lookOpen: "打開頁面",
    lookCopy: "複製自用連結",
    readers: "誰讀了",
    noReads: "還沒有人讀。發出去以後，過一會兒再來看。",
    reads: (n) => `一共 ${n} 次閱讀。`,
    anonymous: "一位讀者",
    unnamed: (n) => `另有 ${n} 次閱讀，讀的人沒有同意被記住，所以只計總數。`,
    most: (section) => `讀得最久：${section}`,
    portrait: "你的頭像",
    portraitHint: "會出現在你的海報和你分享的頁面上。",
    portraitChoose: "選一張照片",
    portraitOther: "換一張",
    portraitRemove: "不用頭像",
    portraitSending: "正在上傳……",
    portraitFailed: "這張圖片沒有傳上去。請選一張 JPG 或 PNG 照片再試一次。",
  },
  en: {
    title: "Sharing kit",
    hello: (name) => `${name}, share this today`,
    empty:
      "Nothing to share yet. Once head office publishes, your own caption, pictures and link appear here.",
    contents: "Contents to share",
    caption: "Your caption",
    captionHint: "This wording is yours alone. Make it sound like you before you post it.",
    fold: [
      "Now ",
      " lines, ",
      (lines, chars) =>
        ` characters; WeChat may fold more than ${lines} lines or ${chars} characters.`,
    ],
    copyCaption: "Copy caption",
    copyLink: "Copy link",
    copy: "Copy",
    copied: "Copied",
    copyFailed: "Press and hold the text to copy it",
    reset: "Back to the original",
    images: "Your pictures",
    imagesHint: "Press and hold a picture to save it, then post it with the caption.",
    image: (n) => `Picture ${n}`,
    link: "Your link",
    links: "Your links",
    linkHint: "Reads through this link count as yours.",
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
    channels: "Links by channel",
    channelsHint: "Use the one that fits the place, and see later where people read.",
    channelNames: {
      moments: "Moments",
      chat: "Chat",
      group: "Group",
      print: "Print",
      other: "Other",
    },
    group: (name) => `Group: ${name}`,
    qr: "QR code",
    qrHint: "Let people scan it, or print it.",
    look: "Look at it yourself",
    lookHint:
      "Opened from here it is your own look and no read. For another browser or a computer, copy the link for yourself: opened within the hour, it is known as yours there too. Do not pass it on.",
    lookOpen: "Open the page",
    lookCopy: "Copy the link for yourself",
    readers: "Who read it",
    noReads: "Nobody has read it yet. Post it, and look again in a while.",
    reads: (n) => `${n} ${n === 1 ? "read" : "reads"} in all.`,
    anonymous: "A reader",
    unnamed: (n) =>
      `${n} more ${n === 1 ? "read by somebody who stays" : "reads by people who stay"} unnamed: counted, and no more.`,
    most: (section) => `Longest: ${section}`,
    portrait: "Your portrait",
    portraitHint: "It appears on your posters and on the pages that you share.",
    portraitChoose: "Choose a photo",
    portraitOther: "Choose another",
    portraitRemove: "No portrait",
    portraitSending: "Sending…",
    portraitFailed: "This picture was not taken. Choose a JPEG or PNG photo and try again.",
  },
};
