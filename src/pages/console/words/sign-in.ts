export const signIn = {
  "zh-Hans": {
    title: "登录控制台",
    welcome: "点一下就进去了。这个链接只能用一次。",
    enter: "进入控制台",
    over: "这个登录链接已经用过，或者过期了",
    overHint:
      "每个链接只能用一次，一天内有效。请管理员在“控制台成员”里再发一个；在自己电脑上试用的话，重新运行 npm start 会打印新的。",
    none: "请用登录链接进来",
    noneHint: "在自己电脑上试用：npm start 会打印登录链接。同事邀请你的：打开对方发来的链接。",
    byKey: "也可以用 API 密钥",
    key: "API 密钥",
    keyHint: "以 sk_ 开头。浏览器里不会留下密钥本身。",
    signIn: "登录",
    wrongKey: "这个密钥不对，或者已经停用",
    expired: "请再登录一次",
    expiredHint: "这次登录已经结束。",
    kept: "登录已经结束，你填的都还在",
    keptHint:
      "刚才的内容还没有保存，就在这一页里，先别关。用密钥登录；或者在另一个标签页里打开新的登录链接，再回到这里接着填。",
    stillOut: "还没有登录",
    goOn: "我已经登录，接着填",
    typed: "看看填了什么",
    unplaced: "原来那一页打不开了",
    unplacedHint: "它可能已经删除，或者这次登录的人看不到。你填的没有保存，都在下面，请复制出来。",
  },
  en: {
    title: "Sign in to the console",
    welcome: "One press and you are in. This link works once.",
    enter: "Enter the console",
    over: "This sign-in link was used already, or is too old",
    overHint:
      "Each link works once, within a day. Ask whoever manages the console for another under “Console members”; if you are trying Starling on your own machine, run npm start again and it prints a new one.",
    none: "Come in by your sign-in link",
    noneHint:
      "On your own machine, npm start prints a sign-in link. If a colleague invited you, open the link they sent.",
    byKey: "Or use an API key",
    key: "API key",
    keyHint: "It begins with sk_. The browser does not keep the key itself.",
    signIn: "Sign in",
    wrongKey: "This key is wrong, or no longer valid",
    expired: "Please sign in again",
    expiredHint: "Your session has ended.",
    kept: "Your session has ended, and what you typed is still here",
    keptHint:
      "It has not been saved: this page holds it, so leave it open. Sign in with a key, or open a new sign-in link in another tab and then come back here and go on.",
    stillOut: "You are not signed in yet",
    goOn: "I have signed in: go on",
    typed: "See what you typed",
    unplaced: "That screen cannot be shown any more",
    unplacedHint:
      "It may have been removed, or it is not for whoever signed in now. What you typed was not saved: it is below, to be copied.",
  },
} as const;
