/**
 * The page inside WeChat: the card that a chat or Moments show of it, with the reader's own ref in its link, and
 * word of where it was passed on to. It comes only with pages of workspaces that have an official account, and asks
 * nobody to share.
 */

/** What `wx.config` takes, and the address that it was signed for. */
interface Config {
  appId: string;
  timestamp: number;
  nonceStr: string;
  signature: string;
  url: string;
}

/** In `data-wechat` of this script. */
interface Given {
  /** Of the address as the server rendered it; null where there was no ticket at hand. */
  config: Config | null;
  /** Path and query as the server rendered them. */
  path: string;
  title: string;
  desc: string;
  imgUrl: string;
}

type Card = { title: string; desc: string; link: string; imgUrl: string; success?: () => void };
type Setter = (card: Card) => void;

/** The part of WeChat's script that is used: https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html */
interface Wx {
  config(settings: Config & { debug: boolean; jsApiList: readonly string[] }): void;
  ready(then: () => void): void;
  updateAppMessageShareData: Setter;
  updateTimelineShareData: Setter;
  onMenuShareAppMessage: Setter;
  onMenuShareTimeline: Setter;
  onMenuShareQQ: Setter;
  onMenuShareQZone: Setter;
}

declare global {
  interface Window {
    wx?: Wx;
  }
}

/** By what says where the page goes; they also set the card on clients before 6.7.2, which know nothing else. */
const MENUS = {
  onMenuShareAppMessage: "chat",
  onMenuShareTimeline: "moments",
  onMenuShareQQ: "other",
  onMenuShareQZone: "other",
} as const;
type Menu = keyof typeof MENUS;
const UPDATES = ["updateAppMessageShareData", "updateTimelineShareData"] as const;

const own = document.currentScript as HTMLScriptElement;
const given: Given = JSON.parse(own.dataset.wechat as string);
const page = document.querySelector("script[data-token]") as HTMLScriptElement;
/** WeChat on iOS checks the address that the page was first loaded by, on Android the one that it has now. */
const isIos = /iP(hone|ad|od)/.test(navigator.userAgent);
/** The visit that has said where it went: one report counts. */
let told = "";

const withoutHash = (url: string) => url.split("#")[0] as string;

/** Asks the server for a signature; undefined where it has none to give. */
async function ask(url: string): Promise<Config | undefined> {
  const answer = await fetch("/t/wechat", { method: "POST", body: JSON.stringify({ url }) });
  return answer.ok ? await answer.json() : undefined;
}

/** WeChat's own script, once. */
function load(): Promise<Wx> {
  return new Promise((resolve, reject) => {
    if (window.wx) {
      resolve(window.wx);
      return;
    }
    const script = document.createElement("script");
    script.src = "https://res.wx.qq.com/open/js/jweixin-1.6.0.js";
    script.onload = () => resolve(window.wx as Wx);
    script.onerror = reject;
    document.head.append(script);
  });
}

/** Tells where the page was passed on to: of the visit's place in the tree, of no person. */
function report(to: (typeof MENUS)[Menu]): void {
  const { token } = page.dataset;
  if (!token || token === told) return;
  told = token;
  const body = JSON.stringify({ token, to });
  fetch("/t/share", { method: "POST", body, keepalive: true }).catch(() => {});
}

function setCard(wx: Wx): void {
  const { title, desc, imgUrl } = given;
  // The ref in the address is the reader's own by now (own-ref.ts), whichever address was signed.
  const card = { title, desc, imgUrl, link: location.origin + location.pathname };
  for (const update of UPDATES) if (wx[update]) wx[update](card);
  for (const menu of Object.keys(MENUS) as Menu[]) {
    // Since 2018 WeChat says this of who thought better of it, too.
    if (wx[menu]) wx[menu]({ ...card, success: () => report(MENUS[menu]) });
  }
}

async function begin(isRestored: boolean): Promise<void> {
  const url = withoutHash(isIos ? location.origin + given.path : location.href);
  const { config } = given;
  // A page that lay in the back/forward cache may have outlived the ticket.
  const signed = !isRestored && config && config.url === url ? config : await ask(url);
  if (!signed) return;
  const wx = await load();
  wx.config({ ...signed, debug: false, jsApiList: [...UPDATES, ...Object.keys(MENUS)] });
  wx.ready(() => setCard(wx));
}

// Without a signature or WeChat's script the chat shows what it makes of the page by itself.
const start = (isRestored: boolean) => void begin(isRestored).catch(() => {});
addEventListener("pageshow", (event) => {
  if (event.persisted) start(true);
});
start(false);
