/**
 * The real path of a beat without HTTP and database: parse, check against the token's claims, clamp,
 * into the queue's format and back, fold, merge. The network before it may lose, double, delay and reorder.
 */
import { knownId } from "../../src/domain/ids.ts";
import { duration, earlier, instant, later } from "../../src/domain/units.ts";
import type { VisitClaims } from "../../src/domain/visit.ts";
import {
  type Beat,
  type BeatMessage,
  clampBeat,
  decodeMessage,
  encodeClaims,
  encodeMessage,
  type FoldedVisit,
  foldBeats,
  mergeVisits,
  type Opening,
  parseBeat,
  parseClaims,
  parseOpening,
} from "../../src/tracking/index.ts";
import type { FakeAnswer, FakeNetwork, FakePage } from "./fake-page.ts";

/** 2026-11-01T00:00Z. */
const start = instant(1_793_491_200_000);
const tokenLife = duration(86_400_000);

export interface FakeServerOptions {
  sectionCount: number;
  /** Which beats arrive, how often; by the running number of the beat. Default: each once. */
  copies?: (beat: number) => number;
  /** Gives the received messages the order in which they come out of the queue. */
  reorder?: (messages: string[]) => string[];
  /** From the start; see the server's own fields of these names. */
  isOffline?: boolean;
  openDelayMs?: number;
}

export class FakeServer implements FakeNetwork {
  isOffline: boolean;
  refusesConsent = false;
  /** What beats are answered with instead of being taken. */
  beatStatus = 204;
  /** How long requests to `/t/open` are on their way before the server sees them. */
  openDelayMs: number;
  readonly opened: Omit<Opening, "key" | "readMs">[] = [];
  readonly consents: Record<string, unknown>[] = [];
  /** The beats that were sent, as text. */
  readonly beats: string[] = [];
  /** How many of them went into the queue. */
  taken = 0;
  private readonly queue: string[] = [];
  private readonly options: FakeServerOptions;
  private readonly keys = new Map<string, VisitClaims>();
  private visits = 0;

  constructor(options: FakeServerOptions) {
    this.options = options;
    this.isOffline = options.isOffline ?? false;
    this.openDelayMs = options.openDelayMs ?? 0;
  }

  /** A visit token for a page opened at `nowMs` of true time. */
  token(nowMs = 0): string {
    return `${encodeClaims(this.newClaims(nowMs))}.signature`;
  }

  request(path: string, body: string, page: FakePage): FakeAnswer {
    if (path === "/consent") return this.consent(JSON.parse(body));
    this.beats.push(body);
    if (this.isOffline) return { status: 0 };
    if (this.beatStatus !== 204) return { status: this.beatStatus };
    const parsed = parseBeat(body);
    if (!parsed.ok) throw new Error(`The page sent a beat that does not parse: ${parsed.reason}`);
    if (path === "/open") return this.open(parsed.beat, page);
    const claims = parseClaims(parsed.beat.token.split(".")[0] ?? "");
    if (!claims) throw new Error("The page sent a token that nobody issued");
    const now = instant(start + page.now);
    if (now - claims.issuedAt >= tokenLife) return { status: 403 };
    this.take(parsed.beat, claims, now);
    return { status: 204 };
  }

  /** The beat of a page without a token begins its visit. */
  private open(beat: Beat, page: FakePage): FakeAnswer {
    const opening = parseOpening(beat.token);
    if (!opening) throw new Error("The page said no address that can be read");
    const { key, readMs, ...address } = opening;
    this.opened.push(address);
    const received = later(instant(start + page.now), duration(this.openDelayMs));
    const claims = {
      ...(this.keys.get(key) ?? this.newClaims(0)),
      issuedAt: earlier(received, duration(readMs)),
      // Each answer is a token of its own, so nothing of the time before it was seen.
      mintedAt: received,
    };
    this.keys.set(key, claims);
    if (beat.engagedMs > 0 || beat.goal) this.take(beat, claims, received);
    const token = `${encodeClaims(claims)}.signature`;
    return { status: 200, body: { token, ref: "aOwnRef" }, afterMs: this.openDelayMs };
  }

  private newClaims(nowMs: number): VisitClaims {
    return {
      visitId: knownId(`aVisit${++this.visits}`),
      code: knownId("aCode"),
      target: knownId("aContent"),
      contentVersion: 1,
      sectionCount: this.options.sectionCount,
      own: null,
      parent: null,
      viewerId: null,
      rung: "anonymous",
      isOwn: false,
      isPreview: false,
      isBot: false,
      isBurst: false,
      issuedAt: instant(start + nowMs),
      mintedAt: instant(start + nowMs),
    };
  }

  private take(beat: Beat, claims: VisitClaims, receivedAt: BeatMessage["receivedAt"]): void {
    this.taken++;
    const { isMachine, ...totals } = clampBeat(beat, claims, receivedAt);
    const message: BeatMessage = {
      ...totals,
      claims,
      receivedAt,
      device: "phone",
      app: "wechat",
      isBot: isMachine,
    };
    const copies = this.options.copies?.(this.beats.length) ?? 1;
    for (let copy = 0; copy < copies; copy++) this.queue.push(encodeMessage(message));
  }

  private consent(body: Record<string, unknown>): FakeAnswer {
    if (this.refusesConsent) return { status: 503 };
    this.consents.push(body);
    return { status: 204 };
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
