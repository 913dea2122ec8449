/** Lines of the machinery's tables. Some may mention a reader's ids in passing, for a while. */
import type * as schema from "../schema.ts";
import type { LineOf, TableLine } from "./line.ts";

const machinery = {
  basis: "interest",
  sees: "nobody",
  erasing: "stays",
  exports: false,
} satisfies Omit<TableLine, "purpose" | "columns" | "kept">;

export const jobs: LineOf<typeof schema.jobs> = {
  ...machinery,
  purpose: "Work in the background: what it is to do and how far it is",
  kept: { by: "good" },
  sees: "workspace",
  columns: {
    id: "inner",
    workspaceId: "inner",
    kind: "inner",
    input: "inner",
    status: "inner",
    progress: "inner",
    error: "inner",
    attempts: "inner",
    createdAt: "inner",
    updatedAt: "inner",
    notBefore: "inner",
  },
};

export const linkVisits: LineOf<typeof schema.linkVisits> = {
  ...machinery,
  purpose: "How many visits a link began in a quarter-hour: the brake on floods",
  kept: { by: "clock", days: 1 },
  columns: { code: "inner", quarter: "inner", visits: "inner" },
};

export const counted: LineOf<typeof schema.counted> = {
  ...machinery,
  purpose: "Which of the queue's messages have been counted",
  kept: { by: "clock", days: 15 },
  columns: { day: "inner", id: "inner" },
};

export const outbox: LineOf<typeof schema.outbox> = {
  ...machinery,
  purpose: "What happened, for those who act on it: keys of visits",
  kept: { by: "clock", days: 30 },
  erasing: "element",
  columns: { seq: "inner", at: "inner", events: "mentions" },
};

export const outboxPositions: LineOf<typeof schema.outboxPositions> = {
  ...machinery,
  purpose: "How far each of them has read",
  kept: { by: "good" },
  columns: { consumer: "inner", seq: "inner" },
};

export const scheduleRuns: LineOf<typeof schema.scheduleRuns> = {
  ...machinery,
  purpose: "When the clock's tasks were done",
  kept: { by: "good" },
  columns: { task: "inner", ranAt: "inner" },
};

export const deadLetters: LineOf<typeof schema.deadLetters> = {
  ...machinery,
  purpose: "Messages that no try could write",
  kept: { by: "clock", days: 30 },
  erasing: "row",
  columns: { id: "inner", queue: "inner", body: "mentions", diedAt: "inner", replayedAt: "inner" },
};

export const idempotency: LineOf<typeof schema.idempotency> = {
  ...machinery,
  purpose: "What a call answered, so that its repetition answers the same",
  kept: { by: "clock", days: 1 },
  erasing: "row",
  columns: {
    workspaceId: "inner",
    key: "inner",
    requestHash: "inner",
    outcome: "inner",
    answer: "mentions",
    createdAt: "inner",
  },
};

export const audit: LineOf<typeof schema.audit> = {
  ...machinery,
  purpose: "Who did what to what: ids alone",
  basis: "duty",
  kept: { by: "good" },
  sees: "workspace",
  // That somebody was erased stays provable, by a hash that leads to nobody.
  erasing: "hash",
  columns: {
    workspaceId: "inner",
    at: "inner",
    id: "inner",
    actorKind: "inner",
    actorId: "inner",
    verb: "inner",
    subject: "mentions",
    count: "inner",
  },
};

export const looks: LineOf<typeof schema.looks> = {
  ...machinery,
  purpose: "Who was shown which people, where and on which day: ids alone",
  basis: "duty",
  kept: { by: "clock", days: 365 },
  sees: "workspace",
  erasing: "hash",
  columns: {
    workspaceId: "inner",
    at: "inner",
    id: "inner",
    actorKind: "inner",
    actorId: "inner",
    verb: "inner",
    subject: "mentions",
    people: "list",
  },
};
