/** What became of a form, by the name that the next address carries. */
export const done = {
  "zh-Hans": {
    welcome: "欢迎。",
    saved: "已保存。",
    created: "已新建。",
    imported: "已导入。有问题的和已经有的没有加。",
    cleared: "示例数据已清空。从第一篇开始吧。",
    handedOver: "已交接。这是接手的人。",
    removed: "已删除。",
    published: "已发布。每位同事的分享包里都有了。",
    "rule-published": "规则已发布。",
    withdrawn: "已收回。",
    cancelled: "已取消，不会发布。",
  },
  en: {
    welcome: "Welcome.",
    saved: "Saved.",
    created: "Created.",
    imported: "Imported. Rows that were wrong or there already were left out.",
    cleared: "The demo data is gone. Begin with a post of your own.",
    handedOver: "Handed over. This is who took over.",
    removed: "Removed.",
    published: "Published. It is in everybody's kit.",
    "rule-published": "The rule is published.",
    withdrawn: "Withdrawn.",
    cancelled: "Taken back: it does not go out.",
  },
} as const;
