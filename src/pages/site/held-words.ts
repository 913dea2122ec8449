import type { Naming } from "../../domain/vocabulary.ts";
import type { Spoken } from "../shell/language.ts";

interface Words {
  /** On the page that says what is recorded in general: leads to one's own. */
  own: string;
  title: string;
  lead: (workspace: string, day: string) => string;
  /** As whom somebody is known, and how that came about. */
  name: (name: string) => string;
  phone: (phone: string) => string;
  by: Readonly<Record<Naming, string>>;
  probable: string;
  /** In place of a name that is only guessed: it may be somebody else's. */
  guessed: string;
  nobody: string;
  /** That a mark of their WeChat account is kept. */
  signedIn: (day: string) => string;
  read: string;
  nothing: string;
  more: string;
  answers: string;
  yes: string;
  no: string;
  /** Which version of the notice they answered; it looks like a day. */
  version: (version: string) => string;
  until: (days: number) => string;
  /** Over every record, field by field. */
  all: string;
  allLead: string;
  colon: string;
  isSo: string;
  isNot: string;
  exportTitle: string;
  exportText: string;
  exportButton: string;
  withdrawTitle: string;
  withdrawText: string;
  withdrawButton: string;
  withdrawn: (day: string) => string;
  eraseTitle: string;
  eraseText: string;
  eraseCheck: string;
  eraseButton: string;
  erased: string;
  erasedText: string;
  /** Somebody else is changing the same sums: it is done in a moment. */
  erasing: string;
  erasingText: string;
  receipt: string;
  receiptHint: string;
  verify: string;
  verifyLead: string;
  verifyField: string;
  verifyButton: string;
  verified: string;
  forged: string;
  saidYes: string;
  saidNo: string;
  wasErased: string;
  words: (version: string, language: string) => string;
  sameWords: string;
  otherWords: string;
}

/** The page on which somebody sees what is held of them, and the one that checks receipts. */
export const HELD_WORDS: Spoken<Words> = {
  "zh-Hans": {
    own: "看看记着我的什么",
    title: "关于你的记录",
    lead: (workspace, day) => `从 ${day}起，${workspace}记得这部手机。下面是保存着的全部内容。`,
    name: (name) => `称呼：${name}`,
    phone: (phone) => `电话：${phone}`,
    by: {
      link: "因为打开了专门发给这个人的链接",
      kit: "分享给你的人认为是你",
      api: "由单位确认",
      form: "你自己留下的",
      wechat: "由微信确认",
      wecom: "由企业微信确认",
    },
    probable: "这一点还没有确认",
    guessed: "对你是谁有一个猜测，没有确认，可能是别人，所以这里不显示名字",
    nobody: "没有和任何称呼放在一起。",
    signedIn: (day) =>
      `你在 ${day}用微信说明过身份：保存着由你的微信编号算出的标记，不是编号本身。`,
    read: "读过什么",
    nothing: "没有阅读记录。",
    more: "更早的都在导出文件里。",
    answers: "你的回答",
    yes: "同意",
    no: "不同意",
    version: (version) => `说明文字 ${version} 版`,
    until: (days) => `记录保存 ${days} 天，到期自动删除。`,
    all: "每一条记录",
    allLead: "和导出文件一样，逐项列出。点开看。",
    colon: "：",
    isSo: "是",
    isNot: "否",
    exportTitle: "导出",
    exportText: "一个 JSON 文件，包含每一条保存着的记录。",
    exportButton: "下载",
    withdrawTitle: "撤回同意",
    withdrawText: "以后的阅读不再记在你名下；以前的保存到期满，或者由你删除。照常可以阅读。",
    withdrawButton: "撤回",
    withdrawn: (day) => `已在 ${day}撤回。`,
    eraseTitle: "全部删除",
    eraseText: "删除上面的一切，包括称呼，不能恢复。只留下不指向任何人的总数。",
    eraseCheck: "我确定要删除",
    eraseButton: "删除",
    erased: "已经删除",
    erasedText: "关于你的记录都删掉了，迟到的消息也不会再写进来。数据库的备份在 30 天内过期。",
    erasing: "正在删除",
    erasingText:
      "你的请求已经收下，几分钟内就会全部删掉，你不用再做什么。从现在起，关于你的消息都不会再写进来。数据库的备份在 30 天内过期。",
    receipt: "回执",
    receiptHint: "请保存这段文字：它证明了什么时候做过什么，任何人都可以核对。",
    verify: "核对回执",
    verifyLead: "把回执贴在这里，就能看到它证明的事。不会保存任何内容。",
    verifyField: "回执",
    verifyButton: "核对",
    verified: "这份回执是真的",
    forged: "这段文字不是我们签发的回执，可能少复制了几个字符。",
    saidYes: "读者同意被记住",
    saidNo: "读者不同意被记住",
    wasErased: "一位读者的记录被全部删除",
    words: (version, language) => `当时的说明文字：${version}（${language}）`,
    sameWords: "和这个版本现在的文字一致。",
    otherWords: "这个版本的文字不在这里，请按上面的编号查找。",
  },
  "zh-Hant": {
    own: "看看保存了我的哪些紀錄",
    title: "關於你的紀錄",
    lead: (workspace, day) => `從 ${day}起，${workspace}記得這支手機。下面是保存著的全部內容。`,
    name: (name) => `稱呼：${name}`,
    phone: (phone) => `電話：${phone}`,
    by: {
      link: "因為打開了專門發給這個人的連結",
      kit: "分享給你的人認為是你",
      api: "由對方機構確認",
      form: "你自己留下的",
      wechat: "由微信確認",
      wecom: "由企業微信確認",
    },
    probable: "這一點還沒有確認",
    guessed: "對你是誰有一個猜測，沒有確認，可能是別人，所以這裡不顯示名字",
    nobody: "沒有和任何稱呼放在一起。",
    signedIn: (day) =>
      `你在 ${day}用微信說明過身分：保存著由你的微信編號算出的標記，不是編號本身。`,
    read: "讀過什麼",
    nothing: "沒有閱讀紀錄。",
    more: "更早的都在匯出檔案裡。",
    answers: "你的回答",
    yes: "同意",
    no: "不同意",
    version: (version) => `說明文字 ${version} 版`,
    until: (days) => `紀錄保存 ${days} 天，到期自動刪除。`,
    all: "每一筆紀錄",
    allLead: "和匯出檔案一樣，逐項列出。按一下展開。",
    colon: "：",
    isSo: "是",
    isNot: "否",
    exportTitle: "匯出",
    exportText: "一個 JSON 檔案，包含每一筆保存著的紀錄。",
    exportButton: "下載",
    withdrawTitle: "撤回同意",
    withdrawText: "以後的閱讀不再記在你名下；以前的保存到期滿，或者由你刪除。照常可以閱讀。",
    withdrawButton: "撤回",
    withdrawn: (day) => `已在 ${day}撤回。`,
    eraseTitle: "全部刪除",
    eraseText: "刪除上面的一切，包括稱呼，不能復原。只留下不指向任何人的總數。",
    eraseCheck: "我確定要刪除",
    eraseButton: "刪除",
    erased: "已經刪除",
    erasedText: "關於你的紀錄都刪掉了，晚到的訊息也不會再寫進來。資料庫的備份在 30 天內過期。",
    erasing: "正在刪除",
    erasingText:
      "你的請求已經收下，幾分鐘內就會全部刪掉，你不用再做什麼。從現在起，關於你的訊息都不會再寫進來。資料庫的備份在 30 天內過期。",
    receipt: "回執",
    receiptHint: "請留存這段文字：它證明了什麼時候做過什麼，任何人都可以核對。",
    verify: "核對回執",
    verifyLead: "把回執貼在這裡，就能看到它證明的事。不會儲存任何內容。",
    verifyField: "回執",
    verifyButton: "核對",
    verified: "這份回執是真的",
    forged: "這段文字不是我們核發的回執，可能少複製了幾個字元。",
    saidYes: "讀者同意被記住",
    saidNo: "讀者不同意被記住",
    wasErased: "一位讀者的紀錄被全部刪除",
    words: (version, language) => `當時的說明文字：${version}（${language}）`,
    sameWords: "和這個版本現在的文字一致。",
    otherWords: "這個版本的文字不在這裡，請依上面的編號查詢。",
  },
  en: {
    own: "See what is kept of me",
    title: "What is kept of you",
    lead: (workspace, day) =>
      `${workspace} has remembered this phone since ${day}. This is all that is kept.`,
    name: (name) => `Name: ${name}`,
    phone: (phone) => `Phone: ${phone}`,
    by: {
      link: "because a link made for that person was opened",
      kit: "the person who shared this believes it is you",
      api: "confirmed by the organisation",
      form: "you left it yourself",
      wechat: "confirmed by WeChat",
      wecom: "confirmed by WeCom",
    },
    probable: "this has not been confirmed",
    guessed:
      "There is a guess at who you are. It is not confirmed and may be somebody else, so the name is not shown here",
    nobody: "It is not linked to any name.",
    signedIn: (day) =>
      `On ${day} you said with WeChat who you are: a mark made from your id there is kept, not the id itself.`,
    read: "What was read",
    nothing: "No reading is kept.",
    more: "Earlier ones are in the export.",
    answers: "What you answered",
    yes: "Agreed",
    no: "Declined",
    version: (version) => `notice version ${version}`,
    until: (days) => `Records are kept for ${days} days and then go by themselves.`,
    all: "Every record",
    allLead: "Field by field, as in the export. Open one to see it.",
    colon: ": ",
    isSo: "yes",
    isNot: "no",
    exportTitle: "Export",
    exportText: "A JSON file with every record that is kept.",
    exportButton: "Download",
    withdrawTitle: "Withdraw",
    withdrawText:
      "What you read from now on is nobody's. What was read before stays until its time is over, or until you erase it. You can read on as usual.",
    withdrawButton: "Withdraw",
    withdrawn: (day) => `Withdrawn on ${day}.`,
    eraseTitle: "Erase",
    eraseText:
      "Everything above goes, the name included, and cannot be brought back. Only totals that point to nobody stay.",
    eraseCheck: "I want this erased",
    eraseButton: "Erase",
    erasing: "It is being erased",
    erasingText:
      "Your request is taken: all of it is erased within a few minutes, and you need not do anything more. Nothing that still comes of you is written from now on. Backups of the database age out within 30 days.",
    erased: "It has been erased",
    erasedText:
      "What was kept of you is gone, and messages that arrive late are not written. Backups of the database age out within 30 days.",
    receipt: "Receipt",
    receiptHint: "Keep this text: it proves what was done and when, and anybody can check it.",
    verify: "Check a receipt",
    verifyLead: "Paste a receipt to see what it proves. Nothing is kept of it.",
    verifyField: "Receipt",
    verifyButton: "Check",
    verified: "This receipt is genuine",
    forged: "This is no receipt of ours; a few characters may be missing.",
    saidYes: "A reader agreed to be remembered",
    saidNo: "A reader declined to be remembered",
    wasErased: "What was kept of a reader was erased",
    words: (version, language) => `The words at the time: ${version} (${language})`,
    sameWords: "They are what this version says now.",
    otherWords: "That version's words are not shown here; ask for them by this number.",
  },
};
