/** A batch of messages folded: the rows it comes down to, and nothing that a rung forbids. */
import type {
  ContactId,
  ContentId,
  LinkCode,
  RefId,
  SenderId,
  TargetId,
  ViewerId,
  VisitId,
  WorkspaceId,
} from "../domain/ids.ts";
import { duration, type Instant, instant, quarterHour } from "../domain/units.ts";
import type { Visit, VisitClaims, VisitOrigin } from "../domain/visit.ts";
import { type BeatMessage, type FoldedVisit, foldBeats, visitOf } from "./merge.ts";
import { keptVisit } from "./rungs.ts";

/** A reader's answer to the notice. */
export type ConsentAnswer = {
  claims: VisitClaims;
  /** Of the answer itself, so that a message delivered twice is one proof. */
  id: string;
  answeredAt: Instant;
  choice: boolean;
  /** Who agreed; null for a refusal, which names nobody. */
  viewerId: ViewerId | null;
  textVersion: string;
  language: string;
  /** Of the words that were answered to; "" where these were not the pages' own. */
  textHash: string;
};

export type Batch = { beats: BeatMessage[]; consents: ConsentAnswer[] };

/** A link as the harvest needs it, deleted ones included: their readers may still be reading. */
export type LinkFacts = {
  code: LinkCode;
  workspaceId: WorkspaceId;
  target: TargetId;
  contentId: ContentId | null;
  senderId: SenderId;
  channel: string;
  contactId: ContactId | null;
};

/** A place in a spread tree. */
export type SpreadNode = {
  target: TargetId;
  refHash: string;
  parentHash: string | null;
  workspaceId: WorkspaceId;
  rootCode: LinkCode;
  senderId: SenderId;
  viewerId: ViewerId | null;
  quarter: Instant;
  visitId: VisitId;
};

export type NewViewer = {
  id: ViewerId;
  workspaceId: WorkspaceId;
  contactId: ContactId | null;
  /** The visit that made them a viewer. */
  target: TargetId;
  quarter: Instant;
  visitId: VisitId;
};

export type GoalRecord = {
  visitId: VisitId;
  name: string;
  workspaceId: WorkspaceId;
  target: TargetId;
  senderId: SenderId;
  value: number | null;
  quarter: Instant;
};

export type ConsentRecord = Omit<ConsentAnswer, "claims"> & { workspaceId: WorkspaceId };

/** A visit whose reader refused: which node and viewer it must no longer lead to. */
export type Refusal = {
  target: TargetId;
  quarter: Instant;
  visitId: VisitId;
  refHash: string | null;
  viewerId: ViewerId | null;
  answeredAt: Instant;
};

/** A visit that a machine made, as far as is known by now: whoever it was counted as before was nobody. */
export type MachineVisit = {
  target: TargetId;
  quarter: Instant;
  visitId: VisitId;
  refHash: string | null;
};

/** What came out of the queue, ready to be written as one transaction. */
export type Harvest = {
  visits: Visit[];
  /** The visits among them whose reader answered the notice, with what the answer allows. */
  answered: Visit[];
  refusals: Refusal[];
  nodes: SpreadNode[];
  viewers: NewViewer[];
  consents: ConsentRecord[];
  goals: GoalRecord[];
  machines: MachineVisit[];
};

/** Which links the messages of a batch belong to. */
export function codesOf({ beats, consents }: Batch): Set<LinkCode> {
  return new Set([...beats, ...consents].map(({ claims }) => claims.code));
}

/** Which refs the messages of a batch tell of; they are kept as keyed hashes alone. */
export function refsOf({ beats, consents }: Batch): Set<RefId> {
  const refs = [...beats, ...consents].flatMap(({ claims }) => [claims.own, claims.parent]);
  return new Set(refs.filter((ref) => ref !== null));
}

/**
 * Folds a batch into rows. Messages of links that no longer exist at all are left out.
 *
 * @param hashes the keyed hash of every ref that {@link refsOf} names
 */
export function foldHarvest(
  batch: Batch,
  links: ReadonlyMap<LinkCode, LinkFacts>,
  hashes: ReadonlyMap<RefId, string>,
): Harvest {
  const answers = answersByVisit(batch.consents);
  const folded = new Map(foldBeats(batch.beats).map((visit) => [visit.claims.visitId, visit]));
  for (const [visitId, answer] of answers) {
    if (!folded.has(visitId)) folded.set(visitId, unreadVisit(answer));
  }
  const harvest: Harvest = {
    visits: [],
    answered: [],
    refusals: [],
    nodes: [],
    viewers: [],
    consents: [],
    goals: [],
    machines: [],
  };
  for (const visit of folded.values()) {
    const link = links.get(visit.claims.code);
    const answer = answers.get(visit.claims.visitId);
    if (link) addVisit(harvest, visit, link, answer, hashes);
  }
  for (const { claims, ...answer } of answers.values()) {
    const link = links.get(claims.code);
    if (link) harvest.consents.push({ ...answer, workspaceId: link.workspaceId });
  }
  return harvest;
}

/** One answer counts per visit: the latest, and of two of the same moment the refusal. */
function answersByVisit(consents: readonly ConsentAnswer[]): Map<VisitId, ConsentAnswer> {
  const answers = new Map<VisitId, ConsentAnswer>();
  for (const answer of consents) {
    const other = answers.get(answer.claims.visitId);
    const isLater = !other || answer.answeredAt > other.answeredAt;
    if (isLater || (answer.answeredAt === other.answeredAt && !answer.choice)) {
      answers.set(answer.claims.visitId, answer);
    }
  }
  return answers;
}

/** A visit of which nothing is known yet but the answer to the notice. */
function unreadVisit({ claims, answeredAt }: ConsentAnswer): FoldedVisit {
  return visitOf({
    claims,
    receivedAt: answeredAt,
    seq: 0,
    end: false,
    engagedMs: duration(0),
    idleMs: duration(0),
    trustMs: duration(0),
    scroll: 0,
    sections: [],
    wasCut: false,
    isBot: claims.isBot,
    device: "other",
    app: "browser",
  });
}

function addVisit(
  harvest: Harvest,
  { claims, goals, ...totals }: FoldedVisit,
  link: LinkFacts,
  answer: ConsentAnswer | undefined,
  hashes: ReadonlyMap<RefId, string>,
): void {
  const hashOf = (ref: RefId | null) => (ref === null ? null : (hashes.get(ref) ?? null));
  const [refHash, parentHash] = [hashOf(claims.own), hashOf(claims.parent)];
  const refused = answer?.choice === false;
  const answeredAt = answer?.answeredAt ?? instant(0);
  const viewerId = refused ? null : (answer?.viewerId ?? claims.viewerId);
  const visit = keptVisit(
    { ...originOf(claims, link), ...totals, bot: totals.bot || claims.isBot, refused, answeredAt },
    { code: claims.code, viewerId, refHash, parentHash, startedAt: claims.issuedAt },
  );
  const { target, quarter, id: visitId, workspaceId, senderId } = visit;
  harvest.visits.push(visit);
  if (answer) harvest.answered.push(visit);
  if (refused) {
    const { viewerId: before } = claims;
    harvest.refusals.push({ target, quarter, visitId, refHash, viewerId: before, answeredAt });
  }
  if (visit.bot) harvest.machines.push({ target, quarter, visitId, refHash });
  const isPerson = !visit.bot && !visit.own;
  // Which of them are reads or readers who agreed its row says, which other batches write to as well: of beats that
  // come out of order the last to arrive may tell of the least.
  if (refHash && isPerson) {
    const place = { target, refHash, parentHash, workspaceId, rootCode: link.code, senderId };
    harvest.nodes.push({ ...place, viewerId, quarter, visitId });
  }
  if (viewerId && !visit.bot) {
    // Who opens a contact's link itself, not somebody's share of it, is taken to be that contact;
    // a sender who tries the link is not.
    const contactId = claims.parent === null && !visit.own ? link.contactId : null;
    harvest.viewers.push({ id: viewerId, workspaceId, contactId, target, quarter, visitId });
  }
  if (!isPerson) return;
  for (const { name, value = null } of goals) {
    harvest.goals.push({ visitId, name, workspaceId, target, senderId, value, quarter });
  }
}

function originOf(claims: VisitClaims, link: LinkFacts): VisitOrigin {
  return {
    target: claims.target,
    quarter: quarterHour(claims.issuedAt),
    id: claims.visitId,
    workspaceId: link.workspaceId,
    contentId: link.contentId,
    version: claims.contentVersion,
    senderId: link.senderId,
    channel: link.channel,
    own: claims.isOwn || claims.isPreview,
    burst: claims.isBurst,
  };
}
