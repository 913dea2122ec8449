export const table = {
  "zh-Hans": {
    filter: "筛选",
    filterHint: "输入几个字",
    show: "显示",
    csv: "导出 CSV",
    rows: "{n} 行",
    sortUp: "按“{column}”从小到大排",
    sortDown: "按“{column}”从大到小排",
    none: "没有符合的行",
    clear: "清除筛选",
  },
  en: {
    filter: "Filter",
    filterHint: "A few letters",
    show: "Show",
    csv: "Export CSV",
    rows: "{n} {n|row|rows}",
    sortUp: "Sort by {column}, smallest first",
    sortDown: "Sort by {column}, largest first",
    none: "No row fits",
    clear: "Clear the filter",
  },
} as const;
