/** A visit: one opening of one page, and what may be known of it. */
import type {
  ContentId,
  LinkCode,
  RefId,
  SenderId,
  TargetId,
  ViewerId,
  VisitId,
  WorkspaceId,
} from "./ids.ts";
import { type Duration, day, type Instant, second } from "./units.ts";
import type { App, Device, Rung } from "./vocabulary.ts";

/** What a visit's token vouches for: signed once, so the same in all of a visit's messages. */
export type VisitClaims = {
  visitId: VisitId;
  code: LinkCode;
  target: TargetId;
  contentVersion: number;
  sectionCount: number;
  /** The reader's own ref id; null where there is none. */
  own: RefId | null;
  /** The ref id the reader came through; null at the root. */
  parent: RefId | null;
  viewerId: ViewerId | null;
  rung: Rung;
  /** The sender looks at their own link. */
  isOwn: boolean;
  /** Head office looks at a preview. */
  isPreview: boolean;
  isBot: boolean;
  /** Begun in a burst: more visits of one link from one place than people begin. */
  isBurst: boolean;
  /** When the visit began, as far as that is believed. */
  issuedAt: Instant;
  /** When the server made the token: what it saw pass itself is counted from here. */
  mintedAt: Instant;
};

/** The place of a visit in its table. */
export type VisitKey = { target: TargetId; quarter: Instant; id: VisitId };

/** What is settled when a visit begins, the same at every rung. */
export type VisitOrigin = VisitKey & {
  workspaceId: WorkspaceId;
  contentId: ContentId | null;
  version: number;
  senderId: SenderId;
  channel: string;
  own: boolean;
  /** Begun in a burst. */
  burst: boolean;
};

/** What beats tell of a visit: totals that only grow. tracking/merge.ts says how two of them become one. */
export type VisitTotals = {
  lastBeatAt: Instant;
  engagedMs: Duration;
  /** Looked at, perhaps, but cut by the page, since nothing was done for too long. */
  idleMs: Duration;
  /** Of `engagedMs`, what was believed just before such cuts. */
  trustMs: Duration;
  /** Furthest scroll, in permille of the page. */
  scroll: number;
  /** Per section, in the order of the version's sections. */
  sections: Duration[];
  /** The highest sequence number of a beat; 0 before the first. */
  seq: number;
  /** The highest sequence number of a beat sent with the clock standing; 0 where none was. */
  endSeq: number;
  /** A beat claimed more than can be true and was cut, or told it out of step. */
  wasCut: boolean;
  /** The time that the server saw pass itself, from making the visit's first token that it heard of to `lastBeatAt`. */
  seenMs: Duration;
  /** Which beats were heard: a bit for each sequence number, from the 31st on those of earlier ones again. */
  heard: number;
  bot: boolean;
  app: App;
  device: Device;
};

/** What leads to a reader; kept of those alone who agreed. */
export type VisitPerson = {
  code: LinkCode;
  viewerId: ViewerId;
  refHash: string | null;
  parentHash: string | null;
  startedAt: Instant;
};

/** What the reader answered to the notice on this visit; of several answers the latest. */
export type VisitAnswer = {
  refused: boolean;
  /** 0 where there was none. */
  answeredAt: Instant;
};

/** A visit of somebody who agreed to nothing: no link, viewer, ref or time of the start. */
export type AggregateVisit = VisitOrigin &
  VisitTotals &
  VisitAnswer & { rung: "aggregate" } & { [Field in keyof VisitPerson]: null };

/** A visit of a viewer: one reader's visits belong together. */
export type AnonymousVisit = VisitOrigin &
  VisitTotals &
  VisitAnswer & { rung: "anonymous" } & VisitPerson;

export type Visit = AggregateVisit | AnonymousVisit;

/** A visit as it is stored: over or not, and how often it was opened again after it was over. */
export type StoredVisit = Visit & { closedAt: Instant | null; revision: number };

/** How long a visit's token is good for, and so how long a visit may go on. */
export const visitLife: Duration = day;

/** The least engaged time of a read. */
export const readMinEngaged: Duration = second;

/** The least time that the server saw pass itself while a read went on. */
export const readMinSeen: Duration = second;

/** What decides whether a visit counts; storage/visit-sql.ts says the same in SQL. */
export type Counting = Pick<
  VisitTotals & VisitOrigin,
  "engagedMs" | "seenMs" | "heard" | "burst" | "bot" | "own"
>;

/**
 * A visit that would count by what it tells: its page ran JavaScript (it sent a beat), at least 1 s engaged,
 * no bot, and neither the sender's own look nor head office's preview.
 */
export function tellsOfARead({
  engagedMs,
  bot,
  own,
}: Pick<Counting, "engagedMs" | "bot" | "own">): boolean {
  return engagedMs >= readMinEngaged && !bot && !own;
}

/**
 * A visit whose telling is not enough: begun in a burst, or never heard twice over time that the server saw
 * pass itself. Who asks for a token and sends one message has made nobody read.
 */
export function isDoubtful({
  seenMs,
  heard,
  burst,
}: Pick<Counting, "seenMs" | "heard" | "burst">): boolean {
  const isHeardTwice = (heard & (heard - 1)) !== 0;
  return burst || seenMs < readMinSeen || !isHeardTwice;
}

/** A visit that counts. */
export function isRead(visit: Counting): boolean {
  return tellsOfARead(visit) && !isDoubtful(visit);
}
