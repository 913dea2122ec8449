/**
 * The words that records, calls and pages use, each list once: types, the routes' schemas and the
 * checks of the tables come from here. A word that a row may hold is never taken out of its list.
 */

export const apiScopes = ["read", "write", "admin"] as const;
export type ApiScope = (typeof apiScopes)[number];

/** Who works in the console: all of head office may do everything, a team's lead looks after their team. */
export const roles = ["head-office", "team-lead"] as const;
export type Role = (typeof roles)[number];

export const consentModes = ["opt-in", "notice"] as const;
export type ConsentMode = (typeof consentModes)[number];

/** What a content is for. */
export const purposes = ["repurchase", "cross-sell", "inform", "partner"] as const;
export type Purpose = (typeof purposes)[number];

/** In what those who write are advised. */
export const authorLanguages = ["zh-CN", "zh-TW", "en"] as const;
export type AuthorLanguage = (typeof authorLanguages)[number];

/** What a content is, which decides what its senders are asked for a line of their own. */
export const contentKinds = [
  "offer",
  "event",
  "knowledge",
  "news",
  "notice",
  "story",
  "hiring",
  "greeting",
] as const;
export type ContentKind = (typeof contentKinds)[number];

/**
 * What a text may hold for every sender, and publishing may insist on: `distinct` (no two equal), `company` (any two
 * a little apart), `team` (those who share an audience further apart).
 */
export const floors = ["distinct", "company", "team"] as const;
export type FloorName = (typeof floors)[number];

/** Who wrote an option that waits for a person: a model, or several senders. */
export const offerSources = ["model", "senders"] as const;
export type OfferSource = (typeof offerSources)[number];

/** Where a content stands. */
export const contentStatuses = ["draft", "compiling", "published", "withdrawn"] as const;
export type ContentStatus = (typeof contentStatuses)[number];

/**
 * How much a visit may keep: `aggregate` (no link, contact or ref), `anonymous` (one reader's visits
 * belong together).
 */
export const rungs = ["aggregate", "anonymous"] as const;
export type Rung = (typeof rungs)[number];

/** How sure it is that a viewer is the contact they are named as. */
export const certainties = ["probable", "confirmed"] as const;
export type Certainty = (typeof certainties)[number];

/**
 * How a viewer came by their name: they opened a contact's own link, their sender said so in the kit, a call said
 * so, they left their name on the page, or WeChat or WeCom vouched for them.
 */
export const namings = ["link", "kit", "api", "form", "wechat", "wecom"] as const;
export type Naming = (typeof namings)[number];

/** What a roll-up's row is of: a whole content, one sender's share of it, or one UTC day. */
export const rollupParts = ["content", "sender", "day", "unnamed"] as const;
export type RollupPart = (typeof rollupParts)[number];

/** As a visit is shown: whether an anonymous viewer has a name is the viewer's affair. */
export const shownRungs = [...rungs, "named"] as const;

/**
 * What a visit's figures are worth.
 * - `complete`: the newest beat was sent with the clock standing, so nothing is owed.
 * - `truncated`: the page went without a word; up to one checkpoint interval is missing.
 * - `idle`: nothing was done for longer than is believed, and what went beyond was cut; it has bounds.
 * - `estimated`: the page claimed more than can be true and was cut, or told it out of step.
 * - `doubtful`: begun in a burst, or not heard twice over time that the server saw pass: in no figure.
 */
export const confidences = ["complete", "truncated", "idle", "estimated", "doubtful"] as const;
export type Confidence = (typeof confidences)[number];

/** What became of a call: a new thing, something done, or work that goes on. */
export const outcomes = ["created", "done", "accepted"] as const;
export type Outcome = (typeof outcomes)[number];

export const jobStatuses = ["queued", "running", "succeeded", "failed"] as const;

/** How far the options that a model proposes for a sentence are: not got, proposed, or read by a stranger as well. */
export const offerStages = ["failed", "proposed", "read"] as const;
export type OfferStage = (typeof offerStages)[number];

export const imageStatuses = ["processing", "ready", "failed"] as const;
export type ImageStatus = (typeof imageStatuses)[number];

/** Of several pictures each sender shows all as the author has them, all in an order of their own, or one. */
export const imageDeals = ["same", "order", "one"] as const;
export type ImageDeal = (typeof imageDeals)[number];

/** What a link counts besides visits. */
export const countedActs = ["click", "bot-click", "open"] as const;
export type CountedAct = (typeof countedActs)[number];

/** Where a link is meant to go; a group may be named: `group:NAME`. */
export const channels = ["moments", "chat", "group", "print", "other"] as const;
export const channelPattern = new RegExp(`^(${channels.join("|")}|group:.{1,60})$`);
/** Where a link is meant to go when nobody says. */
export const defaultChannel = "moments" satisfies (typeof channels)[number];

/** Outside systems that a workspace may have an account with. */
export const outsideSystems = ["wechat", "wecom"] as const;
export type OutsideSystem = (typeof outsideSystems)[number];

/**
 * How the ticket comes that signs pages: asked for, handed in by a system of the customer's, or asked for by way of
 * a proxy whose address stays the same.
 */
export const ticketModes = ["fetched", "pushed", "proxied"] as const;
export type TicketMode = (typeof ticketModes)[number];

/** Whether readers may say who they are: not at all, by an id alone, or with their name there. */
export const signIns = ["off", "base", "userinfo"] as const;
export type SignIn = (typeof signIns)[number];
/** Of these what a system knows: WeCom tells of no customer what they are called there. */
export const signInsOf = { wechat: signIns, wecom: ["off", "base"] } as const;

/** Where a reader passed a page on to, as far as the app around it tells the page. */
export const shareDestinations = ["chat", "moments", "other"] as const;
export type ShareDestination = (typeof shareDestinations)[number];

export const devices = ["phone", "tablet", "desktop", "other"] as const;
export type Device = (typeof devices)[number];

/** In which app a page was read; `browser` where it names none. */
export const apps = [
  "wecom",
  "wechat",
  "dingtalk",
  "feishu",
  "qq",
  "weibo",
  "alipay",
  "taobao",
  "jd",
  "douyin",
  "toutiao",
  "xiaohongshu",
  "zhihu",
  "bilibili",
  "baidu",
  "quark",
  "uc",
  "qqbrowser",
  "sogou",
  "miui",
  "huawei",
  "vivo",
  "oppo",
  "samsung",
  "browser",
] as const;
export type App = (typeof apps)[number];

/** What became of a line of a sender's list for a day. */
export const briefingStates = ["open", "done", "snoozed"] as const;
export type BriefingState = (typeof briefingStates)[number];

/** What turning to somebody came to. */
export const briefingOutcomes = ["talk", "meeting", "deal", "no-answer", "not-interested"] as const;
export type BriefingOutcome = (typeof briefingOutcomes)[number];
/** Outcomes that mark the reasons of a line right. */
export const goodOutcomes: readonly BriefingOutcome[] = ["talk", "meeting", "deal"];

/** Why somebody who had reasons is not on a list. */
export const leftOutReasons = ["snoozed", "contacted-lately", "reason-hidden", "cap"] as const;
export type LeftOut = (typeof leftOutReasons)[number];
