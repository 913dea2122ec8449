import type { Language } from "./language.ts";

/** Words of the pages' own interface. Consent words are versioned, in consent-text.ts. */
export const STRINGS = {
  zh: {
    sharedBy: "分享人",
    call: "打电话",
    minutes: (n: number) => `约 ${n} 分钟读完`,
    preview: "预览：这次打开不计入阅读",
    notice: "阅读记录说明",
    privacy: "隐私说明",
    changeChoice: "阅读记录的选择",
    noScript: "你的浏览器关闭了 JavaScript，这次阅读不会被记录。",
    finePrint: (workspace: string) => `内容由${workspace}提供。`,
  },
  en: {
    sharedBy: "Shared by",
    call: "Call",
    minutes: (n: number) => `${n} min read`,
    preview: "Preview: this opening does not count as a read",
    notice: "What is recorded",
    privacy: "Privacy",
    changeChoice: "Your choice about recording",
    noScript: "JavaScript is off in your browser, so this read is not recorded.",
    finePrint: (workspace: string) => `Published by ${workspace}.`,
  },
} as const satisfies Record<Language, unknown>;
