/** What senders were told at once. */
export const alerts = {
  "zh-Hans": {
    title: "即时通知",
    lead: "规则里勾了“马上告诉同事”的：阅读一结束，同事的分享包最上面就会出现。数字是现在的；又打开接着读的，等读完再显示。",
    reader: "读者",
    tag: "标签",
    why: "为什么",
    post: "内容",
    time: "阅读时间",
    sender: "告诉了谁",
    at: "什么时候",
    empty: "还没有通知",
    emptyText:
      "新建一条规则，勾上“马上告诉同事”，发布。有读者做到了，这里和 TA 的同事那里都会出现。",
    emptyDo: "去写规则",
    older: "更早的",
  },
  en: {
    title: "Alerts",
    lead: "Of rules that tell the sender at once: as soon as the visit is over it stands at the top of their kit. Figures are as they are now; one that is open again waits until it is over.",
    reader: "Reader",
    tag: "Tag",
    why: "Why",
    post: "Post",
    time: "Reading time",
    sender: "Told",
    at: "When",
    empty: "No alerts yet",
    emptyText:
      "Write a rule, tick “Tell the sender at once”, publish it. When a reader meets it, it appears here and at their sender's.",
    emptyDo: "To the rules",
    older: "Older",
  },
} as const;
