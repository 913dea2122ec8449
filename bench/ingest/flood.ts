/** Many readers' beats, doubled, lost and out of order, the same ones every time. */
import { knownId, type LinkCode, type TargetId, type VisitId } from "../../src/domain/ids.ts";
import { duration, instant, later, second, times } from "../../src/domain/units.ts";
import type { VisitClaims } from "../../src/domain/visit.ts";
import { type BeatMessage, type FoldedVisit, foldBeats } from "../../src/tracking/index.ts";

export interface Flood {
  messages: BeatMessage[];
  /** What the database must hold in the end. */
  model: FoldedVisit[];
}

/** What the flood cost and whether the database then held what the model says. */
export interface FloodOutcome {
  messages: number;
  visits: number;
  rowsWritten: number;
  statements: number;
  milliseconds: number;
  /** Visits that differ from the model, or are missing or too many. */
  wrong: number;
}

const SECTIONS = 6;
/** Ten thousand readers come within the hour, well below what one link may begin. */
const APART_MS = 360;
const halfMinute = times(30, second);

/** `visits` readers of one link with `beats` beats each; every tenth beat comes twice. */
export function makeFlood(
  link: { code: string; target: string },
  visits: number,
  beats: number,
  startMs: number,
): Flood {
  const random = seeded(42);
  const messages: BeatMessage[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const claims: VisitClaims = {
      code: knownId<LinkCode>(link.code),
      target: knownId<TargetId>(link.target),
      visitId: knownId<VisitId>(`aFlood${visit}`),
      contentVersion: 1,
      sectionCount: SECTIONS,
      own: null,
      parent: null,
      viewerId: null,
      rung: "aggregate",
      isOwn: false,
      isPreview: false,
      isBot: false,
      isBurst: false,
      issuedAt: instant(startMs + visit * APART_MS),
      mintedAt: instant(startMs + visit * APART_MS),
    };
    const sections: number[] = [];
    let engagedMs = 0;
    for (let seq = 1; seq <= beats; seq++) {
      const read = Math.floor(random() * 30_000);
      const at = Math.min(SECTIONS - 1, Math.floor((seq * SECTIONS) / beats));
      for (let ordinal = 0; ordinal <= at; ordinal++) sections[ordinal] ??= 0;
      sections[at] = (sections[at] ?? 0) + read;
      engagedMs += read;
      const message: BeatMessage = {
        claims,
        receivedAt: later(claims.issuedAt, times(seq, halfMinute)),
        seq,
        end: seq === beats,
        engagedMs: duration(engagedMs),
        idleMs: duration(0),
        trustMs: duration(0),
        scroll: Math.floor((1000 * seq) / beats),
        sections: sections.map(duration),
        wasCut: false,
        isBot: false,
        device: "phone",
        app: "wechat",
      };
      messages.push(message);
      if (random() < 0.1) messages.push(message);
    }
  }
  const model = foldBeats(messages);
  return { messages: disordered(messages, random), model };
}

/** Every message moves within a window of some hundred, as with queues and phones. */
function disordered(messages: readonly BeatMessage[], random: () => number): BeatMessage[] {
  return messages
    .map((message, at) => ({
      message,
      place: message.receivedAt / 1000 + at / 1e6 + random() * 120,
    }))
    .sort((a, b) => a.place - b.place)
    .map(({ message }) => message);
}

/** Linear congruential generator with the constants of Numerical Recipes; 0 ≤ x < 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
