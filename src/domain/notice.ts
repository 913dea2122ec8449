/** What a workspace adds to the notice, by the languages that the pages speak. */
export const noticeLanguages = ["zh-Hans", "zh-Hant", "en"] as const;
export type NoticeWords = {
  readonly [Language in (typeof noticeLanguages)[number]]?: string | undefined;
};

/** The words of one version; a version without words adds nothing. */
export type Notice = { version: number; words: NoticeWords };
