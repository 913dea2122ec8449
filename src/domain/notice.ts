/** What a workspace adds to the notice, by the languages that the pages speak. */
export const noticeLanguages = ["zh-Hans", "zh-Hant", "en"] as const;
export type NoticeWords = Partial<Record<(typeof noticeLanguages)[number], string>>;
