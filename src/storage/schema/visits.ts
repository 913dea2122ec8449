/** Links, visits and what is counted of them. */
import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  ContactId,
  ContentId,
  LinkCode,
  SenderId,
  TargetId,
  ViewerId,
  VisitId,
} from "../../domain/ids.ts";
import type { Duration } from "../../domain/units.ts";
import { apps, devices, rollupParts, rungs } from "../../domain/vocabulary.ts";
import { flag, json, time, word, workspaceId } from "./columns.ts";

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
