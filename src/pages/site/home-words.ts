import type { Spoken } from "../shell/language.ts";

interface Words {
  lead: string;
  honest: string;
  docs: string;
  contract: string;
  health: string;
  privacy: string;
}

export const HOME_WORDS: Spoken<Words> = {
  "zh-Hans": {
    lead: "一份内容，许多人分享：每个人有自己的文案、自己的图片、自己的链接，也知道谁真正读了它。",
    honest: "读的人会被告知记录了什么，可以拒绝；拒绝了也照常阅读。",
    docs: "API 文档",
    contract: "openapi.json",
    health: "运行状态",
    privacy: "隐私说明",
  },
  "zh-Hant": {
    lead: "一份內容，許多人分享：每個人有自己的文案、自己的圖片、自己的連結，也知道誰真正讀了它。",
    honest: "讀的人會被告知記錄了什麼，可以拒絕；拒絕了也照常閱讀。",
    docs: "API 文件",
    contract: "openapi.json",
    health: "運作狀態",
    privacy: "隱私說明",
  },
  en: {
    lead: "Many people share one message, each in their own words and picture, through a link of their own, and learn who really read it.",
    honest: "Readers are told what is recorded and can refuse; who refuses reads on just the same.",
    docs: "API reference",
    contract: "openapi.json",
    health: "Health",
    privacy: "Privacy",
  },
};
