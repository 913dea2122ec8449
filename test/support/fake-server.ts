/**
 * The real path of a beat without HTTP and database: parse, check against the token's claims, clamp,
 * into the queue's format and back, fold, merge. The network before it may lose, double and reorder.
 */
import { knownId, type LinkCode, type TargetId, type VisitId } from "../../src/domain/ids.ts";
import { instant } from "../../src/domain/units.ts";
import type { VisitClaims } from "../../src/domain/visit.ts";
import {
  type BeatMessage,
  clampBeat,
  decodeMessage,
  encodeClaims,
  encodeMessage,
  type FoldedVisit,
  foldBeats,
  mergeVisits,
  parseBeat,
  parseClaims,
} from "../../src/tracking/index.ts";
import type { FakeNetwork, FakePage } from "./fake-page.ts";

/** 2026-11-01T00:00Z. */
const START_MS = 1_793_491_200_000;

export interface FakeServerOptions {
  sectionCount: number;
  /** Which beats arrive, how often; by the running number of the beat. Default: each once. */
  copies?: (beat: number) => number;
  /** Gives the received messages the order in which they come out of the queue. */
  reorder?: (messages: string[]) => string[];
}

export class FakeServer implements FakeNetwork {
  isOffline = false;
  refusesConsent = false;
  readonly opened: Record<string, unknown>[] = [];
  readonly consents: Record<string, unknown>[] = [];
  readonly beats: string[] = [];
  private readonly queue: string[] = [];
  private readonly options: FakeServerOptions;
  private visits = 0;

  constructor(options: FakeServerOptions) {
    this.options = options;
  }

  /** A visit token for a page opened at `nowMs` of true time. */
  token(nowMs = 0): string {
    const claims: VisitClaims = {
      visitId: knownId<VisitId>(`aVisit${++this.visits}`),
      code: knownId<LinkCode>("aCode"),
      target: knownId<TargetId>("aContent"),
      contentVersion: 1,
      sectionCount: this.options.sectionCount,
      own: null,
      parent: null,
      viewerId: null,
      rung: "anonymous",
      isOwn: false,
      isPreview: false,
      isBot: false,
      issuedAt: instant(START_MS + nowMs),
    };
    return `${encodeClaims(claims)}.signature`;
  }

  beacon(text: string, page: FakePage): void {
    this.beats.push(text);
    if (this.isOffline) return;
    const parsed = parseBeat(text);
    if (!parsed.ok) throw new Error(`The page sent a beat that does not parse: ${parsed.reason}`);
    const claims = parseClaims(parsed.beat.token.split(".")[0] ?? "");
    if (!claims) throw new Error("The page sent a token that nobody issued");
    const receivedAt = instant(START_MS + page.now);
    const message: BeatMessage = {
      ...clampBeat(parsed.beat, claims, receivedAt),
      claims,
      receivedAt,
      device: "phone",
      app: "wechat",
      isBot: false,
    };
    const copies = this.options.copies?.(this.beats.length) ?? 1;
    for (let copy = 0; copy < copies; copy++) this.queue.push(encodeMessage(message));
  }

  async open(body: Record<string, unknown>, page: FakePage): Promise<unknown> {
    if (this.isOffline) throw new TypeError("Failed to fetch");
    this.opened.push(body);
    return { token: this.token(page.now), ref: "aOwnRef" };
  }

  consent(body: Record<string, unknown>): boolean {
    if (!this.refusesConsent) this.consents.push(body);
    return !this.refusesConsent;
  }

  /** The visits as the database would hold them, after consumers took batches of `batch` messages. */
  rows(batch = 5): FoldedVisit[] {
    const messages = this.options.reorder?.(this.queue) ?? this.queue;
    const rows = new Map<string, FoldedVisit>();
    for (let at = 0; at < messages.length; at += batch) {
      const decoded = messages.slice(at, at + batch).map((text) => decodeMessage(text));
      for (const row of foldBeats(decoded.filter((message) => message !== undefined))) {
        const seen = rows.get(row.claims.visitId);
        rows.set(row.claims.visitId, seen ? mergeVisits(seen, row) : row);
      }
    }
    return [...rows.values()].sort((a, b) => (a.claims.visitId < b.claims.visitId ? -1 : 1));
  }
}
