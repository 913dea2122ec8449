/** What went wrong, by the error's code, where the API's own sentence is English and speaks of its calls. */
export const faults = {
  "zh-Hans": {
    "not-found": "没有找到。可能已经删除，或者地址不完整。",
    "head-office": "这一步由总部来做：请找总部的同事。",
    "read-only": "这一页只有总部可以改，你可以看。",
    "too-large": "内容太大，没有保存。请分成几篇，或换小一点的文件。",
    "old-form": "这一页打开得太久了，没有保存。请返回，刷新后再试。",
    "old-form-back": "这一页打开得太久了，没有保存。你填的都还在，请再按一次。",
    kept: "登录中途结束，所以没有保存。你填的都还在，请再按一次。",
    changed: "你打开之后，有人改过这篇内容。请另开一页看看新的版本，再把你的修改加进去。",
  },
  en: {
    "not-found": "Not found. It may have been removed, or the address is not complete.",
    "head-office": "Head office does this: ask somebody there.",
    "read-only": "Only head office changes this; you may look at it.",
    "too-large": "That is too large and was not kept. Make it several, or choose a smaller file.",
    "old-form":
      "This page was open for too long; nothing was kept. Go back, reload it and try again.",
    "old-form-back":
      "This page was open for too long; nothing was kept. What you typed is still here: press the button again.",
    kept: "Your session had ended, so nothing was saved. What you typed is still here: press the button again.",
    changed:
      "Somebody changed this post since you opened it. Look at the new one in another tab, and add your changes there.",
  },
} as const;
