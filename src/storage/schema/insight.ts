/** What is made of visits: spread, tags, daily lists, alerts. */
import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  AlertId,
  BriefingItemId,
  LinkCode,
  SenderId,
  TagRuleId,
  TargetId,
  ViewerId,
  VisitId,
} from "../../domain/ids.ts";
import {
  briefingOutcomes,
  briefingStates,
  leftOutReasons,
  shareDestinations,
} from "../../domain/vocabulary.ts";
import { flag, json, time, word, workspaceId } from "./columns.ts";

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
