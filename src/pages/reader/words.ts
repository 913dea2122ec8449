import type { Spoken } from "../shell/language.ts";

interface Words {
  call: string;
  addWechat: string;
  wechatHint: (sender: string) => string;
  minutes: (n: number) => string;
  preview: string;
  notice: string;
  more: string;
  privacy: string;
  receipt: string;
  changeChoice: string;
  noScript: string;
  finePrint: (workspace: string) => string;
}

/** Words of the reader page's frame. Consent words are versioned, in consent-words.ts. */
export const READER_WORDS: Spoken<Words> = {
  "zh-Hans": {
    call: "打电话",
    addWechat: "加微信",
    wechatHint: (sender) => `长按识别二维码，加${sender}的微信`,
    minutes: (n) => `约 ${n} 分钟读完`,
    preview: "预览：这次打开不计入阅读",
    notice: "阅读记录说明",
    more: "详情",
    privacy: "隐私说明",
    receipt: "回执",
    changeChoice: "阅读记录的选择",
    noScript: "你的浏览器关闭了 JavaScript，这次阅读不会被记录。",
    finePrint: (workspace) => `内容由${workspace}提供。`,
  },
  "zh-Hant": {
    call: "打電話",
    addWechat: "加微信",
    wechatHint: (sender) => `長按識別 QR Code，加${sender}的微信`,
    minutes: (n) => `約 ${n} 分鐘讀完`,
    preview: "預覽：這次打開不計入閱讀",
    notice: "閱讀紀錄說明",
    more: "詳情",
    privacy: "隱私說明",
    receipt: "回執",
    changeChoice: "閱讀紀錄的選擇",
    noScript: "你的瀏覽器關閉了 JavaScript，這次閱讀不會被記錄。",
    finePrint: (workspace) => `內容由${workspace}提供。`,
  },
  en: {
    call: "Call",
    addWechat: "WeChat",
    wechatHint: (sender) => `Press the code to add ${sender} in WeChat`,
    minutes: (n) => `${n} min read`,
    preview: "Preview: this opening does not count as a read",
    notice: "What is recorded",
    more: "Details",
    privacy: "Privacy",
    receipt: "Receipt",
    changeChoice: "Your choice about recording",
    noScript: "JavaScript is off in your browser, so this read is not recorded.",
    finePrint: (workspace) => `Published by ${workspace}.`,
  },
};
