import type { OutboxEvent } from "../domain/outbox.ts";
import { type Instant, later, quarter, quarterHour } from "../domain/units.ts";
import type { Statement } from "./scope.ts";

/** Statements: tell the outbox what happened, in one row; none where nothing did. */
export function tellOutbox(events: readonly OutboxEvent[], now: Instant): Statement[] {
  if (events.length === 0) return [];
  // As coarse as the rows of visits that are over, among which it stands.
  const at = later(quarterHour(now), quarter);
  return [
    { sql: "INSERT INTO outbox (at, events) VALUES (?, ?)", params: [at, JSON.stringify(events)] },
  ];
}
