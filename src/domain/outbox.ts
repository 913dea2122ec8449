/** What happened, as the outbox tells it to whoever acts on it. */
import type { SenderId, WorkspaceId } from "./ids.ts";
import type { Instant } from "./units.ts";
import type { VisitKey } from "./visit.ts";

/**
 * A visit is over, or it was over before and is again, changed: its revision says how often. Whoever
 * reads it looks at the visit's row as it is now, which may have been opened again or be gone.
 */
export type VisitEvent = VisitKey & {
  kind: "visit.closed" | "visit.corrected";
  workspaceId: WorkspaceId;
  revision: number;
  /** When it was over, as coarse as the visit's rung keeps it. */
  at: Instant;
};

/**
 * A rule gave a tag for a visit, for the first time. It names the visit and not the viewer, so that it leads
 * to nobody once they are forgotten; a later change of the points is no news.
 */
export type TaggedEvent = {
  kind: "viewer.tagged";
  workspaceId: WorkspaceId;
  visit: VisitKey;
  /** A rule's id, or the name of a built-in one. */
  ruleId: string;
  version: number;
  tag: string;
  points: number;
  /** The rule wants the sender told at once. */
  notify: boolean;
  at: Instant;
};

/** A sender's list for a day was made. */
export type BriefingEvent = {
  kind: "briefing.ready";
  workspaceId: WorkspaceId;
  senderId: SenderId;
  /** YYYY-MM-DD in the workspace's timezone. */
  date: string;
  items: number;
  at: Instant;
};

/** What else happened than the end of a visit. */
export type NewsEvent = TaggedEvent | BriefingEvent;

export type OutboxEvent = VisitEvent | NewsEvent;

/** True of what tells of a visit's end. */
export function isVisitEvent(event: OutboxEvent): event is VisitEvent {
  return event.kind === "visit.closed" || event.kind === "visit.corrected";
}

export function isNewsEvent(event: OutboxEvent): event is NewsEvent {
  return !isVisitEvent(event);
}
