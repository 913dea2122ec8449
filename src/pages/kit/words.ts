import type { LinkState } from "../../domain/landing.ts";
import type { BriefingOutcome, BriefingState } from "../../domain/vocabulary.ts";
import type { Spoken } from "../shell/language.ts";

interface Words {
  title: string;
  hello: (name: string) => string;
  empty: string;
  /** Over the day's list. */
  morning: string;
  /** Over what readers did that the sender was told of at once, for whoever listens. */
  alerts: string;
  copyOpener: string;
  /** What may have come of turning to somebody, as its value and its button. */
  outcomes: readonly (readonly [BriefingOutcome | "snoozed", string])[];
  settled: Readonly<Record<Exclude<BriefingState, "open">, string>>;
  contents: string;
  states: Readonly<Record<"new" | "copied", string>>;
  caption: string;
  captionHint: string;
  /** Around the counts of lines and characters. */
  fold: readonly [string, string, (lines: number, chars: number) => string];
  lineHint: string;
  /** Over the questions that were not asked. */
  otherQuestions: string;
  /** Over the sender's lines for other contents. */
  earlierLines: string;
  /** Beside the tick by which head office may see what they write. */
  shareOwn: string;
  lineRefused: string;
  /** Before the places to share in. */
  target: string;
  copyBoth: string;
  copyCaption: string;
  copyLink: string;
  copy: string;
  copied: string;
  copyFailed: string;
  reset: string;
  images: string;
  imagesHint: string;
  image: (n: number) => string;
  save: string;
  saveAll: (n: number) => string;
  links: string;
  linkHint: string;
  /** In place of the button that would copy the link. */
  linkStates: Readonly<Record<Exclude<LinkState, "open">, string>>;
  noCaption: string;
  channelNames: Readonly<Record<string, string>>;
  group: (name: string) => string;
  qr: string;
  qrHint: string;
  qrSave: string;
  look: string;
  lookHint: string;
  lookOpen: string;
  lookCopy: string;
  lookElsewhere: string;
  readers: string;
  noReads: string;
  reads: (n: number) => string;
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
  ownWords: string;
  ownWordsHint: string;
  opener: string;
  closer: string;
  keep: string;
  wordsFailed: string;
  portrait: string;
  portraitHint: string;
  portraitChoose: string;
  portraitOther: string;
  portraitRemove: string;
  portraitSending: string;
  portraitFailed: string;
  wechatQr: string;
  wechatQrHint: string;
  wechatQrChoose: string;
  wechatQrRemove: string;
}

export const KIT_WORDS: Spoken<Words> = {
  "zh-Hans": {
    title: "分享包",
    hello: (name) => `${name}，今天分享这个`,
    empty: "还没有可以分享的内容。总部发布以后，这里会出现你自己的文案、图片和链接。",
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
    contents: "可以分享的内容",
    states: { new: "新", copied: "已复制" },
    caption: "你的文案",
    captionHint: "这一版只给你。改成你平时说话的样子再发，效果更好。",
    fold: [
      "现在 ",
      " 行、",
      (lines, chars) => ` 字；超过 ${lines} 行或 ${chars} 字，微信可能会折叠。`,
    ],
    lineHint: "写一句自己的话，会放在最前面",
    otherQuestions: "换个问题想想",
    earlierLines: "你以前写过的：",
    shareOwn:
      "我写的和改的句子，总部可以看，也可以给大家用。人名和我自己加的数字会隐去，不显示是谁写的。",
    lineRefused: "这句没有记住：里面有总部不允许的词，或网络断了。",
    target: "发到哪里",
    copyBoth: "复制文案和链接",
    copyCaption: "只复制文案",
    copyLink: "复制链接",
    copy: "复制",
    copied: "已复制",
    copyFailed: "请长按文字手动复制",
    reset: "恢复原文",
    images: "你的图片",
    imagesHint: "长按图片保存到相册，和文案一起发。",
    image: (n) => `图片 ${n}`,
    save: "保存图片",
    saveAll: (n) => `保存全部 ${n} 张`,
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
    qr: "二维码",
    qrHint: "当面请人扫，或打印出来。它有自己的链接，扫的人单独计数。长按也能保存。",
    qrSave: "保存二维码",
    look: "先自己看看",
    lookHint:
      "在这里打开的是你自己在看，不算阅读。在微信里打开后，点右上角 ⋯ 就能直接转发给朋友或分享到朋友圈。",
    lookOpen: "打开页面",
    lookCopy: "复制自用链接",
    lookElsewhere:
      "想在别的浏览器或电脑上看，用自用链接：一小时内打开，那里也会认得你。不要发给别人。",
    readers: "谁读了",
    noReads: "还没有人读。发出去以后，过一会儿再来看。",
    reads: (n) => `一共 ${n} 次阅读。`,
    anonymous: "一位读者",
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
    unnamed: (n) => `另有 ${n} 次阅读，读的人没有同意被记住，所以只计总数。`,
    most: (section) => `读得最久：${section}`,
    unshared: "已收回的内容",
    people: "只发给一个人",
    peopleHint: "点名字，就为这个人生成并复制一条专属链接。从它打开的阅读会记在这个人名下。",
    copiedFor: (name) => `已复制给${name}的链接`,
    notMade: "没有成功，请再点一次",
    ownWords: "你的开头和结尾",
    ownWordsHint: "会放在你每一篇文案的最前和最后，让它们都像你说的话。总部也看得到。",
    opener: "开头",
    closer: "结尾",
    keep: "保存",
    wordsFailed: "没有保存。可能用了总部不允许的词，或网络断了。",
    portrait: "你的头像",
    portraitHint: "会出现在你的海报和你分享的页面上。",
    portraitChoose: "选一张照片",
    portraitOther: "换一张",
    portraitRemove: "不用头像",
    portraitSending: "正在上传……",
    portraitFailed: "这张图片没有传上去。请选一张 JPG 或 PNG 照片再试一次。",
    wechatQr: "你的微信二维码",
    wechatQrHint:
      "读者可以在你分享的页面上长按它，加你的微信。从微信“我的二维码”保存图片，再选到这里。",
    wechatQrChoose: "选二维码图片",
    wechatQrRemove: "不显示二维码",
  },
  "zh-Hant": {
    title: "分享包",
    hello: (name) => `${name}，今天分享這個`,
    empty: "還沒有可以分享的內容。總部發布以後，這裡會出現你自己的文案、圖片和連結。",
    morning: "今天找誰聊",
    alerts: "剛剛讀得認真的人",
    copyOpener: "複製開場白",
    outcomes: [
      ["talk", "聊上了"],
      ["deal", "成交了"],
      ["no-answer", "沒回覆"],
      ["snoozed", "一週後再說"],
    ],
    settled: { done: "已記下", snoozed: "一週後再提醒" },
    contents: "可以分享的內容",
    states: { new: "新", copied: "已複製" },
    caption: "你的文案",
    captionHint: "這一版只給你。改成你平時說話的樣子再發，效果更好。",
    fold: [
      "現在 ",
      " 行、",
      (lines, chars) => ` 字；超過 ${lines} 行或 ${chars} 字，微信可能會摺疊。`,
    ],
    lineHint: "寫一句自己的話，會放在最前面",
    otherQuestions: "換個問題想想",
    earlierLines: "你以前寫過的：",
    shareOwn:
      "我寫的和改的句子，總部可以看，也可以給大家用。人名和我自己加的數字會隱去，不顯示是誰寫的。",
    lineRefused: "這句沒有記住：裡面有總部不允許的詞，或網路斷了。",
    target: "發到哪裡",
    copyBoth: "複製文案和連結",
    copyCaption: "只複製文案",
    copyLink: "複製連結",
    copy: "複製",
    copied: "已複製",
    copyFailed: "請長按文字手動複製",
    reset: "恢復原文",
    images: "你的圖片",
    imagesHint: "長按圖片儲存到相簿，和文案一起發。",
    image: (n) => `圖片 ${n}`,
    save: "儲存圖片",
    saveAll: (n) => `儲存全部 ${n} 張`,
    links: "你的連結",
    linkHint: "從這些連結打開的閱讀都算在你名下。發到哪裡就用哪條，之後能看出哪裡讀的人多。",
    linkStates: {
      expired: "這個連結已經過期，打開的人只會看到提示。需要新的，請告訴總部。",
      paused: "這個連結暫停了，打開的人只會看到提示。要恢復，請告訴總部。",
      "used-up": "這個連結的打開次數用完了，打開的人只會看到提示。需要新的，請告訴總部。",
    },
    noCaption: "這篇內容還沒有給你的文案，請告訴總部。連結和圖片可以先用。",
    channelNames: {
      moments: "朋友圈",
      chat: "私訊",
      group: "微信群",
      print: "印刷品",
      other: "其他",
    },
    group: (name) => `群：${name}`,
    qr: "QR Code",
    qrHint: "當面請人掃，或列印出來。它有自己的連結，掃的人單獨計數。長按也能儲存。",
    qrSave: "儲存 QR Code",
    look: "先自己看看",
    lookHint:
      "在這裡打開的是你自己在看，不算閱讀。在微信裡打開後，點右上角 ⋯ 就能直接轉發給朋友或分享到朋友圈。",
    lookOpen: "打開頁面",
    lookCopy: "複製自用連結",
    lookElsewhere:
      "想在別的瀏覽器或電腦上看，用自用連結：一小時內打開，那裡也會認得你。不要傳給別人。",
    readers: "誰讀了",
    noReads: "還沒有人讀。發出去以後，過一會兒再來看。",
    reads: (n) => `一共 ${n} 次閱讀。`,
    anonymous: "一位讀者",
    who: "這是誰？",
    whoHint: "只填你有把握的。隨時可以改，總部能看到是誰填的。",
    known: "認識的人",
    choose: "選一位",
    newName: "或寫下稱呼",
    remember: "記下",
    probable: "可能是",
    notThem: "不是這個人",
    left: "自己留下的稱呼",
    confirmLeft: "確認是 TA",
    unnamed: (n) => `另有 ${n} 次閱讀，讀的人沒有同意被記住，所以只計總數。`,
    most: (section) => `讀得最久：${section}`,
    unshared: "已收回的內容",
    people: "只發給一個人",
    peopleHint: "點名字，就為這個人產生並複製一條專屬連結。從它打開的閱讀會記在這個人名下。",
    copiedFor: (name) => `已複製給${name}的連結`,
    notMade: "沒有成功，請再點一次",
    ownWords: "你的開頭和結尾",
    ownWordsHint: "會放在你每一篇文案的最前和最後，讓它們都像你說的話。總部也看得到。",
    opener: "開頭",
    closer: "結尾",
    keep: "儲存",
    wordsFailed: "沒有儲存。可能用了總部不允許的詞，或網路斷了。",
    portrait: "你的頭像",
    portraitHint: "會出現在你的海報和你分享的頁面上。",
    portraitChoose: "選一張照片",
    portraitOther: "換一張",
    portraitRemove: "不用頭像",
    portraitSending: "正在上傳……",
    portraitFailed: "這張圖片沒有傳上去。請選一張 JPG 或 PNG 照片再試一次。",
    wechatQr: "你的微信 QR 碼",
    wechatQrHint:
      "讀者可以在你分享的頁面上長按它，加你的微信。從微信「我的 QR 碼」儲存圖片，再選到這裡。",
    wechatQrChoose: "選 QR 碼圖片",
    wechatQrRemove: "不顯示 QR 碼",
  },
  en: {
    title: "Sharing kit",
    hello: (name) => `${name}, share this today`,
    empty:
      "Nothing to share yet. Once head office publishes, your own caption, pictures and link appear here.",
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
    contents: "Contents to share",
    states: { new: "New", copied: "Copied" },
    caption: "Your caption",
    captionHint: "This wording is yours alone. Make it sound like you before you post it.",
    fold: [
      "Now ",
      " lines, ",
      (lines, chars) =>
        ` characters; WeChat may fold more than ${lines} lines or ${chars} characters.`,
    ],
    lineHint: "A line of your own, put first",
    otherQuestions: "Another question",
    earlierLines: "You wrote before:",
    shareOwn:
      "Head office may read the sentences that I write and change, and offer them to everybody. Names and figures of my own are taken out, and nobody sees whose they were.",
    lineRefused:
      "This line was not kept: a word may be one that head office does not allow, or the connection is lost.",
    target: "Where to",
    copyBoth: "Copy caption and link",
    copyCaption: "Copy the caption alone",
    copyLink: "Copy link",
    copy: "Copy",
    copied: "Copied",
    copyFailed: "Press and hold the text to copy it",
    reset: "Back to the original",
    images: "Your pictures",
    imagesHint: "Press and hold a picture to save it, then post it with the caption.",
    image: (n) => `Picture ${n}`,
    save: "Save the picture",
    saveAll: (n) => `Save all ${n}`,
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
    qr: "QR code",
    qrHint:
      "Let people scan it, or print it. It has a link of its own, so that scans are counted apart. Press and hold saves it too.",
    qrSave: "Save the QR code",
    look: "Look at it yourself",
    lookHint:
      "Opened from here it is your own look and no read. In WeChat, ⋯ at the top then sends it to a friend or to Moments.",
    lookOpen: "Open the page",
    lookCopy: "Copy the link for yourself",
    lookElsewhere:
      "For another browser or a computer use the link for yourself: opened within the hour, it is known as yours there too. Do not pass it on.",
    readers: "Who read it",
    noReads: "Nobody has read it yet. Post it, and look again in a while.",
    reads: (n) => `${n} ${n === 1 ? "read" : "reads"} in all.`,
    anonymous: "A reader",
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
    unnamed: (n) =>
      `${n} more ${n === 1 ? "read by somebody who stays" : "reads by people who stay"} unnamed: counted, and no more.`,
    most: (section) => `Longest: ${section}`,
    unshared: "A piece that was taken back",
    people: "For one person only",
    peopleHint:
      "Press a name to make and copy a link for that person. Reads through it are known as theirs.",
    copiedFor: (name) => `Copied the link for ${name}`,
    notMade: "That did not work. Press once more",
    ownWords: "Your first and last words",
    ownWordsHint:
      "They stand before and after every caption of yours, so that each sounds like you. Head office sees them too.",
    opener: "First words",
    closer: "Last words",
    keep: "Keep",
    wordsFailed:
      "Not kept. A word may be one that head office does not allow, or the connection is lost.",
    portrait: "Your portrait",
    portraitHint: "It appears on your posters and on the pages that you share.",
    portraitChoose: "Choose a photo",
    portraitOther: "Choose another",
    portraitRemove: "No portrait",
    portraitSending: "Sending…",
    portraitFailed: "This picture was not taken. Choose a JPEG or PNG photo and try again.",
    wechatQr: "Your WeChat code",
    wechatQrHint:
      "On the pages that you share readers press it to add you in WeChat. Save it from “My QR code” in WeChat and choose it here.",
    wechatQrChoose: "Choose the code",
    wechatQrRemove: "Do not show it",
  },
};
