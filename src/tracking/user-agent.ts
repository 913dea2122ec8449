/**
 * Is it a person's browser, on which kind of device, in which app? Nothing of the user agent string is
 * kept beyond these three words.
 *
 * `isbot` knows the crawlers of the world but judges by words that Chinese phones and apps also use
 * (CUBOT is a phone, Baidu and Sogou are apps as well as spiders), so apps and phones are looked at
 * first, and link-preview fetchers and scanners that name no bot after.
 */

import { isbot } from "isbot";
import type { App, Device } from "../domain/vocabulary.ts";

export interface AgentInput {
  /** The User-Agent header; "" when absent. */
  userAgent: string;
  /** The Sec-Purpose header. */
  secPurpose?: string | null | undefined;
  /** The Purpose, X-Purpose or X-Moz header of older browsers. */
  purpose?: string | null | undefined;
}

export interface Agent {
  bot: boolean;
  /** A browser fetching ahead: nobody looks yet. */
  prefetch: boolean;
  device: Device;
  app: App;
}

/** First match wins: WeCom also says MicroMessenger, and every app also says its engine's name. */
const APPS: readonly (readonly [App, RegExp])[] = [
  ["wecom", /wxwork\//i],
  ["wechat", /MicroMessenger\//i],
  ["dingtalk", /DingTalk/i],
  ["feishu", /\b(Lark|Feishu)\//i],
  ["qq", /\bQQ\/\d/],
  ["weibo", /Weibo|__weibo__/i],
  ["alipay", /AlipayClient/i],
  ["taobao", /AliApp\((TB|TM|LT)/i],
  ["jd", /^jd(?:lt|pingou)?app;/i],
  ["douyin", /aweme|BytedanceWebview.*douyin/i],
  ["toutiao", /NewsArticle|ToutiaoMicroApp/i],
  ["xiaohongshu", /xhs|discover\/\d/i],
  ["zhihu", /ZhihuHybrid|osee2unifiedRelease/i],
  ["bilibili", /\bBiliApp|\bbili-/i],
  ["baidu", /baiduboxapp|baidubrowser|baidulite/i],
  ["quark", /Quark\//i],
  ["uc", /\bUCBrowser\/|\bUBrowser\/|\bUCWEB\/?\d/i],
  ["qqbrowser", /MQQBrowser|QQBrowser/i],
  ["sogou", /SogouM(SE|obileBrowser)|\bMetaSr\b/],
  ["miui", /MiuiBrowser|XiaoMi/i],
  ["huawei", /HuaweiBrowser|ArkWeb/i],
  ["vivo", /VivoBrowser/i],
  ["oppo", /HeyTapBrowser|OppoBrowser/i],
  ["samsung", /SamsungBrowser/i],
];

/** Fetchers and scanners that `isbot` lets pass, or that borrow a person's browser or app. */
const OWN_BOTS =
  /mpcrawler|TSM-?turingos|360JK|GTmetrix|HeadlessChrome|PhantomJS|Puppeteer|Playwright|Selenium|Lighthouse|Nessus|Nuclei|WPScan|sqlmap|masscan|zgrab|CensysInspect|Expanse|Bytespider|Sogou (web|inst|news|Pic|wap)|360Spider|YisouSpider|Baiduspider|HaosouSpider|ToutiaoSpider|PetalBot|DingTalkBot|Feishu(Bot|-?LinkPreview)|LarkBot|WeComBot|QQ-?URL-?Manager|TencentSecurity|SafeLinks|Mimecast|Barracuda|Proofpoint|urlscan|Go-http-client|okhttp\/|Dalvik\/|CFNetwork\/|python-|aiohttp|curl\/|Wget\/|\bspider\b|preview|prerender|link ?check/i;

/** What a person holds, by the words that browsers name it with. */
const DEVICE =
  /iPhone|iPad|iPod|Android|\bAdr \d|(?:Open)?Harmony|Windows|Macintosh|Linux|X11|CrOS|Tizen|KAIOS|MIDP|Symb|Nokia|PlayStation|Nintendo|Xbox/i;
/** What draws pages. A fetcher may name a device, but it has no use for one of these. */
const ENGINE = /AppleWebKit|Gecko|Presto|Trident|MSIE/;

/** Phones named like bots are still phones. */
const PHONE_NAMED_LIKE_A_BOT = /\bCUBOT[ _-]?/gi;

/** `bot` is advice for the counts, kept with the visit: it never refuses anybody a page. */
export function classifyAgent(input: AgentInput): Agent {
  const text = input.userAgent.slice(0, 1024);
  const app = APPS.find(([, pattern]) => pattern.test(text))?.[0] ?? "browser";
  return { bot: isBot(text, app), prefetch: isPrefetch(input), device: deviceOf(text), app };
}

/**
 * Judged by what it says, not by how it begins: apps put words of their own before "Mozilla", and some
 * browsers never say it.
 */
function isBot(text: string, app: App): boolean {
  const isOfAPerson = DEVICE.test(text) && (app !== "browser" || ENGINE.test(text));
  if (!isOfAPerson) return true;
  const plain = text.replace(PHONE_NAMED_LIKE_A_BOT, "Phone ");
  if (OWN_BOTS.test(plain)) return true;
  // An app's own browser has the app's name and a build: the words isbot stumbles over are theirs.
  return app === "browser" && isbot(plain);
}

/** Sec-Purpose is `prefetch`, `prefetch;prerender` or with `anonymous-client-ip`. */
function isPrefetch({ secPurpose, purpose }: AgentInput): boolean {
  return /prefetch|prerender|preview/i.test(`${secPurpose ?? ""} ${purpose ?? ""}`);
}

function deviceOf(text: string): Device {
  if (/iPad|Tablet|PlayBook|Silk\/(?!.*Mobile)/i.test(text)) return "tablet";
  if (/iPhone|iPod|Windows Phone|\bMobile\b|Opera Mini|MIDP|UCWEB/i.test(text)) return "phone";
  if (/Android|HarmonyOS|OpenHarmony/i.test(text)) return "tablet";
  return /Windows NT|Macintosh|X11|Linux|CrOS/i.test(text) ? "desktop" : "other";
}
