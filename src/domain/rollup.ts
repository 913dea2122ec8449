/** Sums that a report reads instead of visits, and what a visit adds to them. insight/rollups.ts adds up. */
import type { SenderId, TargetId, ViewerId, WorkspaceId } from "./ids.ts";
import type { Instant } from "./units.ts";
import type { VisitKey } from "./visit.ts";
import type { App, RollupPart } from "./vocabulary.ts";

/** What a read adds to the sums. Its sections are by their lasting ids, in ms, those with time in them alone. */
export type CountedVisit = VisitKey & {
  workspaceId: WorkspaceId;
  version: number;
  /** Null of a reader who did not agree to be remembered: each of their visits is a reader. */
  viewerId: ViewerId | null;
  senderId: SenderId;
  channel: string;
  app: App;
  engagedMs: number;
  /** Furthest scroll, in permille of the page. */
  scroll: number;
  sections: Readonly<Record<string, number>>;
  /** How much of the text was read, in permille. */
  completion: number;
  /** The furthest section with time in it, by its lasting id; null where none has. */
  reached: string | null;
  /** Sections that were given twice their expected time or more. */
  again: readonly string[];
  /** Tells of a read and is none: counted apart. */
  doubtful: boolean;
};

/**
 * Cells by name. Of the content: `total` [reads, viewers, engaged ms, scroll in permille], `ms:BUCKET`
 * [reads, engaged ms], `channel:NAME` and `app:NAME` [reads, engaged ms, unnamed reads], `version:N`
 * [reads], `section:ID` [readers, ms, unnamed readers], `completion` [permille], `reached:ID` [reads whose furthest
 * section it is], `again:ID` [reads]. Of a sender: `total` [reads, viewers, engaged ms], `channel:NAME`, `app:NAME`.
 * Of both: `unnamed` [reads of people who did not agree] and `doubtful` [visits], which are in nothing else. Of a day:
 * the number of its quarter-hour, 0 to 95, [reads, engaged ms, unnamed reads].
 * Of what people who did not agree read through a sender on a day: `QUARTER CHANNEL` [reads, engaged ms].
 */
export type Sums = Readonly<Record<string, readonly number[]>>;

/** The key is empty of the content, else the sender's id, the start of the day, or of `unnamed` both ({@link unnamedKey}). */
export type RollupKey = { target: TargetId; part: RollupPart; key: string };
export type RollupRow = RollupKey & { workspaceId: WorkspaceId; sums: Sums };

/** Begins with the day, so that those of a period stand together. */
export const unnamedKey = (dayStart: Instant, senderId: SenderId): string =>
  `${dayStart} ${senderId}`;

/** What tells a row from every other, as one word. */
export function rowName({ target, part, key }: RollupKey): string {
  return `${target} ${part} ${key}`;
}
