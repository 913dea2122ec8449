/** For how many people a post's wordings are enough, as every screen says it. */
export const enough = {
  "zh-Hans": {
    count: "{seats} 位同事，{served} 种各不相同的说法。",
    everybody: "每位同事都有自己的说法。",
    share: "{n} 位和别人用同样的话。",
    some: "不够每人一种：有些同事会用同样的话。",
    nobody: "还没有同事。",
    counted: "这是按 {seats} 位同事数的，现在有 {now} 位。",
  },
  en: {
    count: "{served} different {served|wording|wordings} for {seats} {seats|colleague|colleagues}.",
    everybody: "Everybody has words of their own.",
    share: "{n} {n|colleague uses|colleagues use} the same words as somebody else.",
    some: "Some would use the same words as others.",
    nobody: "There are no colleagues yet.",
    counted: "Counted when there were {seats} colleagues; now there are {now}.",
  },
} as const;
