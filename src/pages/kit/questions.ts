import type { ContentKind } from "../../domain/vocabulary.ts";
import type { Spoken } from "../shell/language.ts";

/** Ask a sender for a line of their own, by what the content is: a question, never a line that is finished. */
export type Questions = Readonly<Record<ContentKind, readonly [string, string, string]>>;

export const QUESTIONS: Spoken<Questions> = {
  "zh-Hans": {
    offer: [
      "你会先推荐给谁？为什么？",
      "你自己用下来，最满意哪一点？",
      "老客户最常跟你说的是什么？",
    ],
    event: ["你想叫上谁一起来？", "去过的人，回来怎么跟你说的？", "你自己最想看哪一段？"],
    knowledge: [
      "哪一点是你自己也刚知道的？",
      "你身边谁正好碰到这个问题？",
      "这个办法你试过吗，结果怎么样？",
    ],
    news: ["听到这件事，你第一个想告诉谁？", "这对你的客户有什么用？", "哪一点让你有点意外？"],
    notice: [
      "你的客户里，谁最需要早点知道？",
      "他们看到以后最可能问什么？",
      "有急事的人，怎么能找到你？",
    ],
    story: ["这让你想起了谁？", "你自己有没有过这样的时候？", "哪一句最打动你？"],
    hiring: ["你当初是怎么进来的？", "什么样的人在这里会开心？", "你会先问身边的谁？"],
    greeting: ["这一年，你最想谢谁？", "今天你打算怎么过？", "你想对谁多说一句？"],
  },
  "zh-Hant": {
    offer: [
      "你會先推薦給誰？為什麼？",
      "你自己用下來，最滿意哪一點？",
      "老客戶最常跟你說的是什麼？",
    ],
    event: ["你想叫上誰一起來？", "去過的人，回來怎麼跟你說的？", "你自己最想看哪一段？"],
    knowledge: [
      "哪一點是你自己也剛知道的？",
      "你身邊誰正好碰到這個問題？",
      "這個辦法你試過嗎，結果怎麼樣？",
    ],
    news: ["聽到這件事，你第一個想告訴誰？", "這對你的客戶有什麼用？", "哪一點讓你有點意外？"],
    notice: [
      "你的客戶裡，誰最需要早點知道？",
      "他們看到以後最可能問什麼？",
      "有急事的人，怎麼能找到你？",
    ],
    story: ["這讓你想起了誰？", "你自己有沒有過這樣的時候？", "哪一句最打動你？"],
    hiring: ["你當初是怎麼進來的？", "什麼樣的人在這裡會開心？", "你會先問身邊的誰？"],
    greeting: ["這一年，你最想謝誰？", "今天你打算怎麼過？", "你想對誰多說一句？"],
  },
  en: {
    offer: [
      "Whom would you recommend it to first, and why?",
      "What do you like most about it yourself?",
      "What do regular customers tell you about it?",
    ],
    event: [
      "Whom would you like to bring along?",
      "What did people say who have been there?",
      "Which part would you not want to miss yourself?",
    ],
    knowledge: [
      "Which part was new to you too?",
      "Who around you has just this question?",
      "Have you tried it, and how did it go?",
    ],
    news: [
      "Whom did you want to tell first?",
      "What does it mean for your customers?",
      "What surprised you about it?",
    ],
    notice: [
      "Which of your customers need to know this early?",
      "What are they most likely to ask you?",
      "How can they reach you if it is urgent?",
    ],
    story: [
      "Whom does this make you think of?",
      "Have you had a moment like this yourself?",
      "Which sentence touched you?",
    ],
    hiring: [
      "How did you come to work here?",
      "What kind of person would be happy here?",
      "Whom would you ask first?",
    ],
    greeting: [
      "Whom do you want to thank this year?",
      "How will you spend the day?",
      "Whom would you like to say a word more to?",
    ],
  },
};
