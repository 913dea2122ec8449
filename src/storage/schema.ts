/** The D1 tables as drizzle sees them. migrations/ is the truth; a test holds the two together. */

import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Hex } from "../domain/accent.ts";
import type { AccountFault } from "../domain/account.ts";
import type { Component } from "../domain/component.ts";
import type {
  ApartPair,
  Failure,
  LinePlace,
  Offer,
  OwnEdit,
  QrPlace,
  Section,
  SentenceOption,
  VersionImage,
} from "../domain/content.ts";
import type {
  AlertId,
  ApiKeyId,
  BriefingItemId,
  ContactId,
  ContentId,
  ImageId,
  JobId,
  LinkCode,
  MemberId,
  SenderId,
  TagRuleId,
  TargetId,
  ViewerId,
  VisitId,
  WorkspaceId,
} from "../domain/ids.ts";
import type { JobKind } from "../domain/job.ts";
import type { NoticeWords } from "../domain/notice.ts";
import type { OutboxEvent } from "../domain/outbox.ts";
import type { Duration, Instant } from "../domain/units.ts";
import {
  type ApiScope,
  apps,
  authorLanguages,
  briefingOutcomes,
  briefingStates,
  certainties,
  consentModes,
  contentKinds,
  devices,
  floors,
  imageDeals,
  imageStatuses,
  jobStatuses,
  leftOutReasons,
  namings,
  offerStages,
  outcomes,
  outsideSystems,
  purposes,
  roles,
  rollupParts,
  rungs,
  shareDestinations,
  signIns,
  ticketModes,
} from "../domain/vocabulary.ts";

const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();
const flag = (name: string) => integer(name, { mode: "boolean" });
/** A word of a list; migrations that check it name the same words, which a test compares. */
const word = <const T extends readonly [string, ...string[]]>(name: string, words: T) =>
  text(name, { enum: words });
const time = (name: string) => integer(name).$type<Instant>();
const workspaceId = () => text("workspace_id").$type<WorkspaceId>().notNull();

/** What is known of how many senders a draft serves. */
type KeptCapacity = {
  /** The state of the draft that the report speaks of, or that the job counts. */
  state: string;
  /** The last report; while a job counts, that of an earlier state. */
  report?: unknown;
  jobId?: JobId;
};

export const workspaces = sqliteTable("workspaces", {
  /** Its own id, under the name by which every tenant's row is confined. */
  workspaceId: text("id").$type<WorkspaceId>().primaryKey(),
  name: text("name").notNull(),
  timezone: text("timezone").notNull(),
  consentMode: word("consent_mode", consentModes).notNull(),
  retentionDays: integer("retention_days").notNull(),
  brands: json<string[]>("brands").notNull(),
  bannedWords: json<string[]>("banned_words").notNull(),
  createdAt: time("created_at").notNull(),
  /** "https://host" that links, codes and pictures carry; null: where the deployment answers. */
  shareOrigin: text("share_origin"),
  /** The last seat that was given. */
  lastSeat: integer("last_seat").notNull(),
  insistOn: word("insist_on", floors).notNull(),
  varyLayout: flag("vary_layout").notNull(),
  /** Whether readers may leave their name below the text. */
  leaveName: flag("leave_name").notNull(),
  /** In which those who write are advised; null for that of what they write. */
  language: word("language", authorLanguages),
  /** Where the logo lies in R2; null where there is none. */
  logoKey: text("logo_key"),
  /** "#rrggbb"; null for Starling's own. */
  colour: text("colour").$type<Hex>(),
  /** What is in it was made to be looked at. */
  isDemo: flag("is_demo").notNull(),
});

export const apiKeys = sqliteTable("api_keys", {
  id: text("id").$type<ApiKeyId>().primaryKey(),
  workspaceId: workspaceId(),
  name: text("name").notNull(),
  scopes: json<ApiScope[]>("scopes").notNull(),
  hash: text("hash").notNull(),
  hint: text("hint").notNull(),
  createdAt: time("created_at").notNull(),
  revokedAt: time("revoked_at"),
  expiresAt: time("expires_at"),
  /** The day on which it was used last. */
  lastUsedAt: time("last_used_at"),
});

/** Who works in the console. */
export const members = sqliteTable("members", {
  id: text("id").$type<MemberId>().primaryKey(),
  workspaceId: workspaceId(),
  name: text("name").notNull(),
  role: word("role", roles).notNull(),
  /** The lead's team; null for head office. */
  team: text("team"),
  /** Of their sessions: raised, all that there are end. */
  epoch: integer("epoch").notNull(),
  /** SHA-256 of the sign-in link that was not used yet. */
  linkHash: text("link_hash"),
  linkUntil: time("link_until"),
  createdAt: time("created_at").notNull(),
  endedAt: time("ended_at"),
});

/** A workspace's account with an outside system. */
export const accounts = sqliteTable(
  "accounts",
  {
    workspaceId: workspaceId(),
    system: word("system", outsideSystems).notNull(),
    /** The official account's or the company's. */
    appId: text("app_id").notNull(),
    /** Of the app in WeCom. */
    agentId: text("agent_id"),
    /** Sealed; null where none was given. */
    secret: text("secret"),
    ticketMode: word("ticket_mode", ticketModes).notNull(),
    proxyOrigin: text("proxy_origin"),
    signIn: word("sign_in", signIns).notNull(),
    updatedAt: time("updated_at").notNull(),
    /** Sealed: WeChat's ticket that signs pages, WeCom's token. */
    lent: text("lent"),
    lentAt: time("lent_at"),
    lentUntil: time("lent_until"),
    /** Who asks for a new one now. */
    lease: text("lease"),
    /** Until then nobody else asks; without a lease, since it has just failed. */
    leaseUntil: time("lease_until").notNull(),
    /** What went wrong last, and when: later successes leave it. */
    fault: text("fault").$type<AccountFault>(),
    errcode: integer("errcode"),
    faultAt: time("fault_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.system] })],
);

/** Files by which an outside system sees that a host is an account's. */
export const domainProofs = sqliteTable(
  "domain_proofs",
  {
    workspaceId: workspaceId(),
    name: text("name").notNull(),
    system: word("system", outsideSystems).notNull(),
    content: text("content").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.name] })],
);

export const senders = sqliteTable("senders", {
  id: text("id").$type<SenderId>().primaryKey(),
  workspaceId: workspaceId(),
  seat: integer("seat").notNull(),
  externalId: text("external_id"),
  name: text("name").notNull(),
  team: text("team"),
  title: text("title"),
  phone: text("phone"),
  signature: text("signature"),
  kitEpoch: integer("kit_epoch").notNull(),
  createdAt: time("created_at").notNull(),
  deletedAt: time("deleted_at"),
  opener: text("opener"),
  closer: text("closer"),
  /** Where the portrait lies in R2; null where there is none. */
  portraitKey: text("portrait_key"),
  /** Who took over when they left. */
  handedTo: text("handed_to").$type<SenderId>(),
  /** Where the code lies by which they are added in WeChat; null where there is none. */
  wechatQrKey: text("wechat_qr_key"),
});

export const contacts = sqliteTable("contacts", {
  id: text("id").$type<ContactId>().primaryKey(),
  workspaceId: workspaceId(),
  senderId: text("sender_id").$type<SenderId>().notNull(),
  name: text("name").notNull(),
  externalIds: json<Record<string, string>>("external_ids").notNull(),
  attributes: json<Record<string, string>>("attributes").notNull(),
  stage: text("stage"),
  notes: text("notes"),
  createdAt: time("created_at").notNull(),
  /** The viewer who typed the name of themselves, until somebody confirms them. */
  saidBy: text("said_by").$type<ViewerId>(),
});

export const contents = sqliteTable("contents", {
  id: text("id").$type<ContentId>().primaryKey(),
  workspaceId: workspaceId(),
  title: text("title").notNull(),
  body: text("body").notNull(),
  sections: json<Section[]>("sections").notNull(),
  drafts: json<string[]>("drafts").notNull(),
  topics: json<string[]>("topics").notNull(),
  purpose: word("purpose", purposes),
  language: text("language").notNull(),
  draftVersion: integer("draft_version").notNull(),
  publishedVersion: integer("published_version"),
  compilingJobId: text("compiling_job_id").$type<JobId>(),
  /** The last capacity report, or the job that counts it, and which state of the draft that speaks of. */
  capacity: json<KeptCapacity>("capacity"),
  withdrawnAt: time("withdrawn_at"),
  createdAt: time("created_at").notNull(),
  updatedAt: time("updated_at").notNull(),
  deletedAt: time("deleted_at"),
  /** Phrases of the lexicon, or single options as "phrase>option", that the author does not want. */
  vetoes: json<string[]>("vetoes").notNull(),
  apart: json<ApartPair[]>("apart").notNull(),
  /** Options that wait for a person, and those that one does not want. */
  offers: json<Offer[]>("offers").notNull(),
  imageDeal: word("image_deal", imageDeals).notNull(),
  kind: word("kind", contentKinds).notNull(),
  /** Whether somebody said so; guessed otherwise. */
  kindSaid: flag("kind_said").notNull(),
});

export const versions = sqliteTable(
  "versions",
  {
    contentId: text("content_id").$type<ContentId>().notNull(),
    version: integer("version").notNull(),
    workspaceId: workspaceId(),
    title: text("title").notNull(),
    language: text("language").notNull(),
    topics: json<string[]>("topics").notNull(),
    purpose: word("purpose", purposes),
    sections: json<Section[]>("sections").notNull(),
    images: json<VersionImage[]>("images").notNull(),
    plan: text("plan").notNull(),
    codebook: text("codebook").notNull(),
    report: text("report").notNull(),
    publishedAt: time("published_at").notNull(),
    imageDeal: word("image_deal", imageDeals).notNull(),
    kind: word("kind", contentKinds).notNull(),
  },
  (t) => [primaryKey({ columns: [t.contentId, t.version] })],
);

export const assignments = sqliteTable(
  "assignments",
  {
    contentId: text("content_id").$type<ContentId>().notNull(),
    version: integer("version").notNull(),
    senderId: text("sender_id").$type<SenderId>().notNull(),
    workspaceId: workspaceId(),
    row: integer("row").notNull(),
    team: text("team"),
    createdAt: time("created_at").notNull(),
    /** How many of the team were dealt to before; null for who was before pictures were dealt. */
    place: integer("place"),
  },
  (t) => [primaryKey({ columns: [t.contentId, t.version, t.senderId] })],
);

export const ownLines = sqliteTable(
  "own_lines",
  {
    contentId: text("content_id").$type<ContentId>().notNull(),
    senderId: text("sender_id").$type<SenderId>().notNull(),
    workspaceId: workspaceId(),
    line: text("line"),
    /** The line without names and facts of its own, where head office may see it. */
    shown: text("shown"),
    edits: json<OwnEdit[]>("edits").notNull(),
    /** Whether head office may see it. */
    shared: flag("shared").notNull(),
    updatedAt: time("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.contentId, t.senderId] })],
);
export const copies = sqliteTable(
  "copies",
  {
    contentId: text("content_id").$type<ContentId>().notNull(),
    version: integer("version").notNull(),
    senderId: text("sender_id").$type<SenderId>().notNull(),
    workspaceId: workspaceId(),
    edited: flag("edited").notNull(),
    copiedAt: time("copied_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.contentId, t.version, t.senderId] })],
);

export const kitOpens = sqliteTable(
  "kit_opens",
  {
    senderId: text("sender_id").$type<SenderId>().notNull(),
    contentId: text("content_id").$type<ContentId>().notNull(),
    workspaceId: workspaceId(),
    firstAt: time("first_at").notNull(),
    lastAt: time("last_at").notNull(),
    times: integer("times").notNull(),
  },
  (t) => [primaryKey({ columns: [t.senderId, t.contentId] })],
);

export const images = sqliteTable("images", {
  id: text("id").$type<ImageId>().primaryKey(),
  workspaceId: workspaceId(),
  contentId: text("content_id").$type<ContentId>().notNull(),
  position: integer("position").notNull(),
  status: word("status", imageStatuses).notNull(),
  /** The job that makes the base; null for images older than such jobs. */
  jobId: text("job_id").$type<JobId>(),
  failure: json<Failure>("failure"),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  mediaKey: text("media_key").notNull(),
  /** The base's; bytes and hash are there once the image is ready. */
  type: text("type").notNull(),
  bytes: integer("bytes"),
  baseHash: text("base_hash"),
  qr: json<QrPlace>("qr"),
  line: json<LinePlace>("line"),
  createdAt: time("created_at").notNull(),
  /** The sender's block; null where the two marks are all there is. */
  components: json<readonly Component[]>("components"),
  /** The share of its area that differs from sender to sender without a block; null until it is known. */
  texture: real("texture"),
});

export const jobs = sqliteTable("jobs", {
  id: text("id").$type<JobId>().primaryKey(),
  workspaceId: workspaceId(),
  kind: text("kind").$type<JobKind>().notNull(),
  input: json<Record<string, unknown>>("input").notNull(),
  status: word("status", jobStatuses).notNull(),
  progress: real("progress").notNull(),
  error: json<Failure>("error"),
  attempts: integer("attempts").notNull(),
  createdAt: time("created_at").notNull(),
  updatedAt: time("updated_at").notNull(),
});

export const sentenceOffers = sqliteTable(
  "sentence_offers",
  {
    contentId: text("content_id").$type<ContentId>().notNull(),
    draft: integer("draft").notNull(),
    sentence: text("sentence").notNull(),
    workspaceId: workspaceId(),
    jobId: text("job_id").$type<JobId>().notNull(),
    stage: word("stage", offerStages).notNull(),
    options: json<SentenceOption[]>("options").notNull(),
    error: json<Failure>("error"),
    updatedAt: time("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.contentId, t.draft, t.sentence] })],
);

export const links = sqliteTable("links", {
  code: text("code").$type<LinkCode>().primaryKey(),
  workspaceId: workspaceId(),
  target: text("target").$type<TargetId>().notNull(),
  contentId: text("content_id").$type<ContentId>(),
  url: text("url"),
  senderId: text("sender_id").$type<SenderId>().notNull(),
  channel: text("channel").notNull(),
  contactId: text("contact_id").$type<ContactId>(),
  expiresAt: time("expires_at"),
  maxClicks: integer("max_clicks"),
  paused: flag("paused").notNull(),
  clicks: integer("clicks").notNull(),
  botClicks: integer("bot_clicks").notNull(),
  opens: integer("opens").notNull(),
  createdAt: time("created_at").notNull(),
  deletedAt: time("deleted_at"),
});

export const viewers = sqliteTable("viewers", {
  id: text("id").$type<ViewerId>().primaryKey(),
  workspaceId: workspaceId(),
  contactId: text("contact_id").$type<ContactId>(),
  createdAt: time("created_at").notNull(),
  /** Of the name; null where there is none. */
  certainty: word("certainty", certainties),
  /** How the name came about, or was taken away. */
  namedBy: word("named_by", namings),
  namedAt: time("named_at"),
  /** The viewer that this one turned out to be, after however many merges: one that is merged into nobody. */
  mergedInto: text("merged_into").$type<ViewerId>(),
  /** When it was said to be another. */
  mergedAt: time("merged_at"),
  /** Since when they want to be remembered no more. */
  withdrawnAt: time("withdrawn_at"),
  /** The viewer that this one itself was said to be; undoing goes step by step. */
  saidToBe: text("said_to_be").$type<ViewerId>(),
  /** When the other one took over its name; and that one's name until then. */
  lentAt: time("lent_at"),
  wasContactId: text("was_contact_id").$type<ContactId>(),
  wasCertainty: word("was_certainty", certainties),
  wasNamedBy: word("was_named_by", namings),
  wasNamedAt: time("was_named_at"),
});

export const tombstones = sqliteTable("tombstones", {
  hash: text("hash").primaryKey(),
  workspaceId: workspaceId(),
  at: time("at").notNull(),
});

export const notices = sqliteTable(
  "notices",
  {
    workspaceId: workspaceId(),
    version: integer("version").notNull(),
    words: json<NoticeWords>("words").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.version] })],
);

export const consents = sqliteTable("consents", {
  id: text("id").primaryKey(),
  workspaceId: workspaceId(),
  viewerId: text("viewer_id").$type<ViewerId>(),
  choice: flag("choice").notNull(),
  textVersion: text("text_version").notNull(),
  language: text("language").notNull(),
  answeredAt: time("answered_at").notNull(),
  /** Of the very words that were answered to; null of answers that stated none. */
  textHash: text("text_hash"),
});

export const visits = sqliteTable(
  "visits",
  {
    target: text("target").$type<TargetId>().notNull(),
    quarter: time("quarter").notNull(),
    id: text("id").$type<VisitId>().notNull(),
    workspaceId: workspaceId(),
    contentId: text("content_id").$type<ContentId>(),
    version: integer("version").notNull(),
    senderId: text("sender_id").$type<SenderId>().notNull(),
    channel: text("channel").notNull(),
    rung: word("rung", rungs).notNull(),
    refused: flag("refused").notNull(),
    code: text("code").$type<LinkCode>(),
    viewerId: text("viewer_id").$type<ViewerId>(),
    refHash: text("ref_hash"),
    parentHash: text("parent_hash"),
    startedAt: time("started_at"),
    lastBeatAt: time("last_beat_at").notNull(),
    engagedMs: integer("engaged_ms").$type<Duration>().notNull(),
    /** Furthest scroll, in permille of the page. */
    scroll: integer("scroll").notNull(),
    /** Milliseconds per section, in the order of the version's sections. */
    sections: json<Duration[]>("sections").notNull(),
    seq: integer("seq").notNull(),
    /** The highest sequence number of a beat sent with the clock standing; 0 where none was. */
    endSeq: integer("end_seq").notNull(),
    /** A beat claimed more than can be true and was cut. */
    wasCut: flag("was_cut").notNull(),
    app: word("app", apps).notNull(),
    device: word("device", devices).notNull(),
    bot: flag("bot").notNull(),
    own: flag("own").notNull(),
    closedAt: time("closed_at"),
    revision: integer("revision").notNull(),
    /** Looked at, perhaps, but cut: nothing was done for too long. */
    idleMs: integer("idle_ms").$type<Duration>().notNull(),
    /** Of `engagedMs`, what was believed just before such cuts. */
    trustMs: integer("trust_ms").$type<Duration>().notNull(),
    /** What the server saw pass from making the first token that it heard of to `lastBeatAt`. */
    seenMs: integer("seen_ms").$type<Duration>().notNull(),
    /** Which beats were heard, a bit for each number. */
    heard: integer("heard").notNull(),
    burst: flag("burst").notNull(),
    /** When the answer came that `refused` and `rung` follow from; 0 where there was none. */
    answeredAt: time("answered_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.target, t.quarter, t.id] })],
);

export const openVisits = sqliteTable(
  "open_visits",
  {
    target: text("target").$type<TargetId>().notNull(),
    quarter: time("quarter").notNull(),
    id: text("id").$type<VisitId>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.target, t.quarter, t.id] })],
);

export const spreadNodes = sqliteTable(
  "spread_nodes",
  {
    target: text("target").$type<TargetId>().notNull(),
    refHash: text("ref_hash").notNull(),
    parentHash: text("parent_hash"),
    workspaceId: workspaceId(),
    rootCode: text("root_code").$type<LinkCode>().notNull(),
    senderId: text("sender_id").$type<SenderId>().notNull(),
    viewerId: text("viewer_id").$type<ViewerId>(),
    /** The UTC day it was seen first. */
    day: time("day").notNull(),
  },
  (t) => [primaryKey({ columns: [t.target, t.refHash] })],
);

export const spreadShares = sqliteTable(
  "spread_shares",
  {
    target: text("target").$type<TargetId>().notNull(),
    refHash: text("ref_hash").notNull(),
    destination: word("destination", shareDestinations).notNull(),
    workspaceId: workspaceId(),
    /** The UTC day it was told first. */
    day: time("day").notNull(),
  },
  (t) => [primaryKey({ columns: [t.target, t.refHash, t.destination] })],
);

export const pageSections = sqliteTable(
  "page_sections",
  {
    target: text("target").$type<TargetId>().notNull(),
    place: integer("place").notNull(),
    workspaceId: workspaceId(),
    heading: text("heading").notNull(),
  },
  (t) => [primaryKey({ columns: [t.target, t.place] })],
);

export const goals = sqliteTable(
  "goals",
  {
    visitId: text("visit_id").$type<VisitId>().notNull(),
    name: text("name").notNull(),
    workspaceId: workspaceId(),
    target: text("target").$type<TargetId>().notNull(),
    senderId: text("sender_id").$type<SenderId>().notNull(),
    value: real("value"),
    quarter: time("quarter").notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitId, t.name] })],
);

export const linkVisits = sqliteTable(
  "link_visits",
  {
    code: text("code").$type<LinkCode>().notNull(),
    quarter: time("quarter").notNull(),
    visits: integer("visits").notNull(),
  },
  (t) => [primaryKey({ columns: [t.code, t.quarter] })],
);

export const counted = sqliteTable(
  "counted",
  { day: time("day").notNull(), id: text("id").notNull() },
  (t) => [primaryKey({ columns: [t.day, t.id] })],
);

export const rollups = sqliteTable(
  "rollups",
  {
    target: text("target").$type<TargetId>().notNull(),
    part: word("part", rollupParts).notNull(),
    key: text("key").notNull(),
    /** The sums of visits that have expired. */
    gone: flag("gone").notNull(),
    workspaceId: workspaceId(),
    sums: json<Record<string, number[]>>("sums").notNull(),
    revision: integer("revision").notNull(),
  },
  (t) => [primaryKey({ columns: [t.target, t.part, t.key, t.gone] })],
);

export const countedVisits = sqliteTable(
  "counted_visits",
  {
    target: text("target").$type<TargetId>().notNull(),
    quarter: time("quarter").notNull(),
    id: text("id").$type<VisitId>().notNull(),
    workspaceId: workspaceId(),
    version: integer("version").notNull(),
    viewerId: text("viewer_id").$type<ViewerId>(),
    senderId: text("sender_id").$type<SenderId>().notNull(),
    channel: text("channel").notNull(),
    app: word("app", apps).notNull(),
    engagedMs: integer("engaged_ms").notNull(),
    scroll: integer("scroll").notNull(),
    /** Milliseconds by a section's lasting id. */
    sections: json<Record<string, number>>("sections").notNull(),
    doubtful: flag("doubtful").notNull(),
    /** How much of the text was read, in permille. */
    completion: integer("completion").notNull(),
    /** The furthest section with time in it. */
    reached: text("reached"),
    /** Sections that were read again. */
    again: json<string[]>("again").notNull(),
  },
  (t) => [primaryKey({ columns: [t.target, t.quarter, t.id] })],
);

export const tagRules = sqliteTable("tag_rules", {
  id: text("id").$type<TagRuleId>().primaryKey(),
  workspaceId: workspaceId(),
  draft: json<unknown>("draft").notNull(),
  publishedVersion: integer("published_version"),
  createdAt: time("created_at").notNull(),
  updatedAt: time("updated_at").notNull(),
  deletedAt: time("deleted_at"),
});

export const tagRuleVersions = sqliteTable(
  "tag_rule_versions",
  {
    ruleId: text("rule_id").$type<TagRuleId>().notNull(),
    version: integer("version").notNull(),
    workspaceId: workspaceId(),
    rule: json<unknown>("rule").notNull(),
    /** Visits begun before it earn nothing; null: all count. */
    since: time("since"),
    until: time("until"),
    publishedAt: time("published_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ruleId, t.version] })],
);

export const tagAwards = sqliteTable(
  "tag_awards",
  {
    viewerId: text("viewer_id").$type<ViewerId>().notNull(),
    ruleId: text("rule_id").notNull(),
    version: integer("version").notNull(),
    tag: text("tag").notNull(),
    /** A visit's id, or the hashed ref of whoever opened through the viewer. */
    source: text("source").notNull(),
    seq: integer("seq").notNull(),
    workspaceId: workspaceId(),
    points: real("points").notNull(),
    at: time("at").notNull(),
    recordedAt: time("recorded_at").notNull(),
    evidence: json<unknown[]>("evidence").notNull(),
  },
  (t) => [primaryKey({ columns: [t.viewerId, t.ruleId, t.version, t.tag, t.source, t.seq] })],
);

export const spreadTouches = sqliteTable(
  "spread_touches",
  {
    target: text("target").$type<TargetId>().notNull(),
    refHash: text("ref_hash").notNull(),
    /** Empty where the link itself was opened. */
    parentHash: text("parent_hash").notNull(),
    workspaceId: workspaceId(),
    rootCode: text("root_code").$type<LinkCode>().notNull(),
    viewerId: text("viewer_id").$type<ViewerId>().notNull(),
    at: time("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.target, t.refHash, t.parentHash] })],
);

export const viewerContents = sqliteTable(
  "viewer_contents",
  {
    viewerId: text("viewer_id").$type<ViewerId>().notNull(),
    target: text("target").$type<TargetId>().notNull(),
    workspaceId: workspaceId(),
    /** Through whom they read it last. */
    senderId: text("sender_id").$type<SenderId>().notNull(),
    firstAt: time("first_at").notNull(),
    lastAt: time("last_at").notNull(),
    reads: integer("reads").notNull(),
    engagedMs: integer("engaged_ms").notNull(),
    /** Of the read that got furthest, in permille of the text. */
    completion: integer("completion").notNull(),
    /** One of the reads was a thorough one. */
    qualified: flag("qualified").notNull(),
    /** One of the visits reached a goal. */
    converted: flag("converted").notNull(),
  },
  (t) => [primaryKey({ columns: [t.viewerId, t.target] })],
);

export const briefings = sqliteTable(
  "briefings",
  {
    senderId: text("sender_id").$type<SenderId>().notNull(),
    /** YYYY-MM-DD in the workspace's timezone. */
    date: text("date").notNull(),
    workspaceId: workspaceId(),
    madeAt: time("made_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.senderId, t.date] })],
);

export const briefingItems = sqliteTable("briefing_items", {
  id: text("id").$type<BriefingItemId>().primaryKey(),
  workspaceId: workspaceId(),
  senderId: text("sender_id").$type<SenderId>().notNull(),
  date: text("date").notNull(),
  viewerId: text("viewer_id").$type<ViewerId>().notNull(),
  /** On the list, from 1; null of who is left out. */
  place: integer("place"),
  leftOut: word("left_out", leftOutReasons),
  line: json<unknown>("line").notNull(),
  state: word("state", briefingStates).notNull(),
  outcome: word("outcome", briefingOutcomes),
  settledAt: time("settled_at"),
  snoozedUntil: time("snoozed_until"),
  madeAt: time("made_at").notNull(),
});

export const alerts = sqliteTable("alerts", {
  id: text("id").$type<AlertId>().primaryKey(),
  workspaceId: workspaceId(),
  /** Through whom the viewer came. */
  senderId: text("sender_id").$type<SenderId>().notNull(),
  viewerId: text("viewer_id").$type<ViewerId>().notNull(),
  target: text("target").$type<TargetId>().notNull(),
  quarter: time("quarter").notNull(),
  visitId: text("visit_id").$type<VisitId>().notNull(),
  ruleId: text("rule_id").notNull(),
  tag: text("tag").notNull(),
  toldAt: time("told_at").notNull(),
});

export const outbox = sqliteTable("outbox", {
  seq: integer("seq").primaryKey(),
  at: time("at").notNull(),
  events: json<OutboxEvent[]>("events").notNull(),
});

export const outboxPositions = sqliteTable("outbox_positions", {
  consumer: text("consumer").primaryKey(),
  seq: integer("seq").notNull(),
});

export const scheduleRuns = sqliteTable("schedule_runs", {
  task: text("task").primaryKey(),
  ranAt: time("ran_at").notNull(),
});

export const deadLetters = sqliteTable("dead_letters", {
  id: text("id").primaryKey(),
  queue: text("queue").notNull(),
  body: text("body").notNull(),
  diedAt: time("died_at").notNull(),
  replayedAt: time("replayed_at"),
});

export const idempotency = sqliteTable(
  "idempotency",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    outcome: word("outcome", outcomes).notNull(),
    /** The answer's body; null where it held a secret and cannot be given twice. */
    answer: text("answer"),
    createdAt: time("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);

export const audit = sqliteTable(
  "audit",
  {
    workspaceId: workspaceId(),
    at: time("at").notNull(),
    id: text("id").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id"),
    verb: text("verb").notNull(),
    subject: text("subject").notNull(),
    /** Of a list of people that was read: how many they were. */
    count: integer("count"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.at, t.id] })],
);
