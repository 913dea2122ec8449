/** What happened, as the outbox tells it to whoever acts on it. */
import type { WorkspaceId } from "./ids.ts";
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

export type OutboxEvent = VisitEvent;
