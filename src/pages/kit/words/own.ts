/** The words around what a sender writes themselves. */
import type { Spoken } from "../../shell/language.ts";

interface Words {
  lineHint: string;
  /** Over the questions that were not asked. */
  otherQuestions: string;
  /** Over the sender's lines for other contents. */
  earlierLines: string;
  /** Beside the tick by which head office may see what they write. */
  shareOwn: string;
  lineRefused: string;
  ownWords: string;
  ownWordsHint: string;
  opener: string;
  closer: string;
  keep: string;
  wordsFailed: string;
}

export const ownWords: Spoken<Words> = {
  "zh-Hans": {
    lineHint: "写一句自己的话，复制时会放在最前面。",
    otherQuestions: "换个问题想想",
    earlierLines: "你以前写过的：",
    shareOwn:
      "我写的和改的句子，总部可以看，也可以给大家用。人名和我自己加的数字会隐去，不显示是谁写的。",
    lineRefused: "这句没有记住：里面有总部不允许的词，或网络断了。",
    ownWords: "你的开头和结尾",
    ownWordsHint: "会放在你每一篇文案的最前和最后，让它们都像你说的话。总部也看得到。",
    opener: "开头",
    closer: "结尾",
    keep: "保存",
    wordsFailed: "没有保存。可能用了总部不允许的词，或网络断了。",
  },
  "zh-Hant": {
    lineHint: "寫一句自己的話，複製時會放在最前面。",
    otherQuestions: "換個問題想想",
    earlierLines: "你以前寫過的：",
    shareOwn:
      "我寫的和改的句子，總部可以看，也可以給大家用。人名和我自己加的數字會隱去，不顯示是誰寫的。",
    lineRefused: "這句沒有記住：裡面有總部不允許的詞，或網路斷了。",
    ownWords: "你的開頭和結尾",
    ownWordsHint: "會放在你每一篇文案的最前和最後，讓它們都像你說的話。總部也看得到。",
    opener: "開頭",
    closer: "結尾",
    keep: "儲存",
    wordsFailed: "沒有儲存。可能用了總部不允許的詞，或網路斷了。",
  },
  en: {
    lineHint: "Write a line of your own: what you copy begins with it.",
    otherQuestions: "Another question",
    earlierLines: "You wrote before:",
    shareOwn:
      "Head office may read the sentences that I write and change, and offer them to everybody. Names and figures of my own are taken out, and nobody sees whose they were.",
    lineRefused:
      "This line was not kept: a word may be one that head office does not allow, or the connection is lost.",
    ownWords: "Your first and last words",
    ownWordsHint:
      "They stand before and after every caption of yours, so that each sounds like you. Head office sees them too.",
    opener: "First words",
    closer: "Last words",
    keep: "Keep",
    wordsFailed:
      "Not kept. A word may be one that head office does not allow, or the connection is lost.",
  },
};
