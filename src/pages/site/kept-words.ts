/** What may be kept of a reader, table by table and field by field, in words: every field of the export has one. */
import { LANGUAGES, type Spoken } from "../shell/language.ts";

type Said = readonly [hans: string, hant: string, en: string];

const tables: Readonly<Record<string, Said>> = {
  viewers: ["你这个读者", "你這位讀者", "You as a reader"],
  contacts: ["称呼和联系方式", "稱呼和聯絡方式", "Name and ways to reach you"],
  visits: ["每次阅读", "每次閱讀", "Each read"],
  viewer_contents: ["每篇内容的合计", "每篇內容的合計", "Sums for each piece"],
  consents: ["你的回答", "你的回答", "Your answers"],
  outside_ids: ["微信或企业微信的标记", "微信或企業微信的標記", "The mark of WeChat or WeCom"],
  tag_awards: ["推测你感兴趣的", "推測你感興趣的", "What you seem interested in"],
  alerts: ["马上告诉过分享者的", "馬上告訴過分享者的", "What the sharer was told at once"],
  briefing_items: ["分享者的每日名单", "分享者的每日名單", "The sharer's list of the day"],
  goals: ["在页面上完成的事", "在頁面上完成的事", "What you did on a page"],
  spread_nodes: ["转发图里你的位置", "轉傳圖裡你的位置", "Your place among re-shares"],
  spread_touches: ["你从哪些转发来", "你從哪些轉傳來", "Re-shares that you came through"],
  links: ["专门为你做的链接", "專門為你做的連結", "Links made for you"],
};

const fields: Readonly<Record<string, Said>> = {
  app: ["应用", "應用程式", "app"],
  at: ["时间", "時間", "time"],
  attributes: ["电话和其他资料", "電話和其他資料", "phone and other details"],
  answeredAt: ["回答时间", "回答時間", "answered"],
  bot: ["是否来自程序", "是否來自程式", "a program's"],
  botClicks: ["程序的点击", "程式的點擊", "clicks by programs"],
  certainty: ["有多确定", "有多確定", "how certain"],
  channel: ["渠道", "管道", "channel"],
  choice: ["是否同意", "是否同意", "agreed"],
  clicks: ["点击次数", "點擊次數", "clicks"],
  code: ["链接", "連結", "link"],
  completion: ["读完多少", "讀完多少", "how much was finished"],
  contactId: ["称呼的编号", "稱呼的編號", "number of the name"],
  contentId: ["内容", "內容", "piece"],
  converted: ["是否完成了什么", "是否完成了什麼", "reached a goal"],
  createdAt: ["记下的时间", "記下的時間", "noted"],
  date: ["日期", "日期", "day"],
  day: ["日期", "日期", "day"],
  deletedAt: ["删除时间", "刪除時間", "deleted"],
  device: ["设备大类", "裝置大類", "class of device"],
  engagedMs: ["认真读了多久", "認真讀了多久", "time spent reading"],
  evidence: ["依据", "依據", "evidence"],
  expiresAt: ["到期时间", "到期時間", "expires"],
  externalIds: ["在其他系统里的编号", "在其他系統裡的編號", "numbers in other systems"],
  firstAt: ["第一次", "第一次", "first time"],
  hash: ["算出的标记", "算出的標記", "mark"],
  id: ["编号", "編號", "number"],
  idleMs: ["停下来的时间", "停下來的時間", "time standing still"],
  language: ["语言", "語言", "language"],
  lastAt: ["最近一次", "最近一次", "last time"],
  leftOut: ["没有列入的原因", "沒有列入的原因", "why left out"],
  line: ["列入的理由和建议的开场白", "列入的理由和建議的開場白", "why listed, and an opening"],
  madeAt: ["列出时间", "列出時間", "made"],
  maxClicks: ["最多打开几次", "最多打開幾次", "most openings"],
  mergedAt: ["合并时间", "合併時間", "joined"],
  mergedInto: ["合并到", "合併到", "joined with"],
  name: ["名字", "名字", "name"],
  namedAt: ["有称呼的时间", "有稱呼的時間", "named"],
  namedBy: ["称呼从哪里来", "稱呼從哪裡來", "how named"],
  notes: ["分享者的备注", "分享者的備註", "the sharer's notes"],
  opens: ["打开次数", "打開次數", "openings"],
  outcome: ["联系的结果", "聯絡的結果", "what came of it"],
  own: ["是否分享者自己", "是否分享者自己", "the sharer's own"],
  paused: ["是否暂停", "是否暫停", "paused"],
  place: ["名单上的位置", "名單上的位置", "place in the list"],
  points: ["分数", "分數", "points"],
  qualified: ["是否读得认真", "是否讀得認真", "read thoroughly"],
  quarter: ["哪一刻钟", "哪一刻鐘", "quarter of an hour"],
  reads: ["阅读次数", "閱讀次數", "reads"],
  recordedAt: ["记下的时间", "記下的時間", "noted"],
  revision: ["更正次数", "更正次數", "corrections"],
  rootCode: ["最初的链接", "最初的連結", "first link"],
  ruleId: ["规则", "規則", "rule"],
  rung: ["哪一级", "哪一級", "step"],
  saidBy: ["由哪位读者自己留下", "由哪位讀者自己留下", "left by which reader"],
  saidToBe: ["可能也是", "可能也是", "may also be"],
  scroll: ["读到哪里", "讀到哪裡", "how far"],
  sections: ["各部分的时间", "各部分的時間", "time for each part"],
  senderId: ["分享者", "分享者", "shared by"],
  settledAt: ["处理时间", "處理時間", "settled"],
  signedInAt: ["说明身份的时间", "說明身分的時間", "signed in"],
  snoozedUntil: ["推迟到", "延後到", "put off until"],
  stage: ["分享者记的阶段", "分享者記的階段", "stage, by the sharer"],
  startedAt: ["开始时间", "開始時間", "began"],
  state: ["状态", "狀態", "state"],
  system: ["哪个系统", "哪個系統", "system"],
  tag: ["兴趣", "興趣", "interest"],
  target: ["内容", "內容", "piece"],
  textHash: ["说明文字的指纹", "說明文字的指紋", "fingerprint of the words"],
  textVersion: ["说明文字的版本", "說明文字的版本", "version of the words"],
  toldAt: ["告诉的时间", "告訴的時間", "told"],
  trustMs: ["可以确信的时间", "可以確信的時間", "time that is certain"],
  url: ["网址", "網址", "address"],
  value: ["数值", "數值", "value"],
  version: ["版本", "版本", "version"],
  viewerId: ["读者编号", "讀者編號", "reader"],
  visitId: ["阅读编号", "閱讀編號", "read"],
  wasContactId: ["以前的称呼编号", "以前的稱呼編號", "number of the name before"],
  withdrawnAt: ["撤回时间", "撤回時間", "withdrawn"],
};

const inEach = (said: Readonly<Record<string, Said>>, at: number) =>
  Object.fromEntries(Object.entries(said).map(([name, words]) => [name, words[at] ?? name]));

type Words = { readonly [Of in "tables" | "fields"]: Readonly<Record<string, string>> };

export const KEPT_WORDS = Object.fromEntries(
  LANGUAGES.map((language, at) => [
    language,
    { tables: inEach(tables, at), fields: inEach(fields, at) },
  ]),
) as Spoken<Words>;

/** What a table or a field is called; by its own name where nobody has named it: nothing is left out for that. */
export function keptWord(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name;
}
