/** Machinery: jobs, the outbox, the schedule, dead letters, kept answers, the audit. */
import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Failure } from "../../domain/content.ts";
import type { JobId } from "../../domain/ids.ts";
import type { JobKind } from "../../domain/job.ts";
import type { OutboxEvent } from "../../domain/outbox.ts";
import { jobStatuses, outcomes } from "../../domain/vocabulary.ts";
import { json, time, word, workspaceId } from "./columns.ts";

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
  /** It waits until then; null where it need not. */
  notBefore: time("not_before"),
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

export const looks = sqliteTable(
  "looks",
  {
    workspaceId: workspaceId(),
    at: time("at").notNull(),
    id: text("id").notNull(),
    actorKind: text("actor_kind").notNull(),
    /** Empty of who has none. */
    actorId: text("actor_id").notNull(),
    verb: text("verb").notNull(),
    subject: text("subject").notNull(),
    /** Ids of viewers and contacts; of whoever was erased a keyed hash. */
    people: json<string[]>("people").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.at, t.id] })],
);
