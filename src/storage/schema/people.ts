/** Senders and their contacts; viewers, what they agreed to, and what an erasure leaves. */
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ContactId, SenderId, ViewerId } from "../../domain/ids.ts";
import type { NoticeWords } from "../../domain/notice.ts";
import { certainties, namings, outsideSystems } from "../../domain/vocabulary.ts";
import { flag, json, time, word, workspaceId } from "./columns.ts";

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

/** Contacts by each of their external ids. Triggers of the database keep it. */
export const contactExternalIds = sqliteTable(
  "contact_external_ids",
  {
    workspaceId: workspaceId(),
    system: text("system").notNull(),
    value: text("value").notNull(),
    contactId: text("contact_id").$type<ContactId>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.system, t.value, t.contactId] })],
);

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

/** By what outside systems know a viewer: keyed hashes. */
export const outsideIds = sqliteTable(
  "outside_ids",
  {
    workspaceId: workspaceId(),
    hash: text("hash").notNull(),
    system: word("system", outsideSystems).notNull(),
    viewerId: text("viewer_id").$type<ViewerId>().notNull(),
    signedInAt: time("signed_in_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.hash] })],
);

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
