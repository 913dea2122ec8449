/** Posts, their versions, wordings and pictures, and what senders do with them. */
import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Component } from "../../domain/component.ts";
import type {
  ApartPair,
  Failure,
  LinePlace,
  OwnEdit,
  QrPlace,
  Section,
  SentenceOption,
  VersionImage,
  WaitingVersion,
} from "../../domain/content.ts";
import type { ContentId, ImageId, JobId, SenderId } from "../../domain/ids.ts";
import {
  contentKinds,
  imageDeals,
  imageStatuses,
  offerStages,
  purposes,
} from "../../domain/vocabulary.ts";
import { flag, json, time, word, workspaceId } from "./columns.ts";

/** What is known of how many senders a draft serves. */
type KeptCapacity = {
  /** The state of the draft that the report speaks of, or that the job counts. */
  state: string;
  /** The last report; while a job counts, that of an earlier state. */
  report?: unknown;
  jobId?: JobId;
};

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
  imageDeal: word("image_deal", imageDeals).notNull(),
  kind: word("kind", contentKinds).notNull(),
  /** Whether somebody said so; guessed otherwise. */
  kindSaid: flag("kind_said").notNull(),
  /** What goes out at a time to come; null where nothing waits. */
  waiting: json<WaitingVersion>("waiting"),
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

export const sentenceOffers = sqliteTable(
  "sentence_offers",
  {
    contentId: text("content_id").$type<ContentId>().notNull(),
    sentence: text("sentence").notNull(),
    workspaceId: workspaceId(),
    jobId: text("job_id").$type<JobId>(),
    stage: word("stage", offerStages),
    options: json<SentenceOption[]>("options").notNull(),
    vetoed: json<string[]>("vetoed").notNull(),
    error: json<Failure>("error"),
    updatedAt: time("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.contentId, t.sentence] })],
);
