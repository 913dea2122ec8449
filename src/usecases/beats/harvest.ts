/** From a batch of messages to rows: what each visit's rung allows to be kept, and nothing more. */

import type { LinkCode, ViewerId } from "../../domain/ids.ts";
import { duration, quarterHour } from "../../domain/units.ts";
import type { Visit, VisitFigures } from "../../domain/visit.ts";
import { isRead, type VisitClaims } from "../../domain/visit.ts";
import type { Harvest, SpreadNode } from "../../storage/harvest.ts";
import type { LinkFacts } from "../../storage/link-facts.ts";
import { type BeatMessage, foldBeats, type VisitRow, visitOf } from "../../tracking/merge.ts";
import type { Context } from "../context.ts";
import { hashRefId } from "../refs.ts";
import type { ConsentAnswer } from "./messages.ts";

export type Batch = { beats: BeatMessage[]; consents: ConsentAnswer[] };

/** Which links the messages of a batch belong to. */
export function codesOf({ beats, consents }: Batch): Set<LinkCode> {
  return new Set([...beats, ...consents].map(({ claims }) => claims.code));
}

/** Folds a batch into rows. Messages of links that no longer exist at all are left out. */
export async function foldHarvest(
  ctx: Context,
  batch: Batch,
  links: ReadonlyMap<LinkCode, LinkFacts>,
): Promise<Harvest> {
  const answers = new Map<string, ConsentAnswer>();
  for (const answer of batch.consents) {
    const { visitId } = answer.claims;
    // A refusal wins over an agreement whatever order they arrive in.
    if (answers.get(visitId)?.choice !== false) answers.set(visitId, answer);
  }
  const folded = new Map(foldBeats(batch.beats).map((row) => [row.claims.visitId, row]));
  for (const answer of answers.values()) {
    const { visitId } = answer.claims;
    if (!folded.has(visitId)) folded.set(visitId, emptyVisit(answer));
  }

  const harvest: Harvest = {
    visits: [],
    answered: [],
    refusals: [],
    nodes: [],
    viewers: [],
    consents: [],
    goals: [],
  };
  for (const row of folded.values()) {
    const link = links.get(row.claims.code);
    if (link) await addVisit(ctx, harvest, row, link, answers.get(row.claims.visitId));
  }
  for (const answer of batch.consents) {
    const link = links.get(answer.claims.code);
    if (!link) continue;
    const { id, choice, viewerId, textVersion, language, answeredAt } = answer;
    const { workspaceId } = link;
    harvest.consents.push({ id, workspaceId, viewerId, choice, textVersion, language, answeredAt });
  }
  return harvest;
}

/** A visit of which nothing is known yet but the answer to the notice. */
function emptyVisit({ claims, answeredAt }: ConsentAnswer): VisitRow {
  return visitOf({
    claims,
    receivedAt: answeredAt,
    seq: 0,
    end: false,
    engagedMs: duration(0),
    scroll: 0,
    sections: [],
    wasCut: false,
    isBot: claims.isBot,
    device: "other",
    app: "browser",
  });
}

async function addVisit(
  ctx: Context,
  harvest: Harvest,
  row: VisitRow,
  link: LinkFacts,
  answer: ConsentAnswer | undefined,
): Promise<void> {
  const { claims } = row;
  const refused = answer?.choice === false;
  const viewerId = refused ? null : (answer?.viewerId ?? claims.viewerId);
  const { workspaceId, senderId } = link;
  const refHash = claims.own ? await hashRefId(ctx, claims.own) : null;
  const parentHash = claims.parent ? await hashRefId(ctx, claims.parent) : null;
  const visit = visitRecord(row, link, refused, viewerId, { refHash, parentHash });
  const { target, quarter, id } = visit;
  harvest.visits.push(visit);
  if (answer) harvest.answered.push(visit);
  if (refused) {
    const known = claims.viewerId;
    harvest.refusals.push({ target, quarter, visitId: id, refHash, viewerId: known });
  }

  if (refHash && (isRead(visit) || (viewerId && !visit.own && !visit.bot))) {
    const rootCode = link.code;
    const node: SpreadNode = {
      target,
      refHash,
      parentHash,
      workspaceId,
      rootCode,
      senderId,
      viewerId,
      quarter,
      visitId: id,
    };
    harvest.nodes.push(node);
  }
  if (viewerId && !visit.bot) {
    // Who opens a contact's link itself, not somebody's share of it, is taken to be that contact;
    // a sender who tries the link is not.
    const contactId = claims.parent === null && !visit.own ? link.contactId : null;
    harvest.viewers.push({ id: viewerId, workspaceId, contactId, target, quarter, visitId: id });
  }
  if (visit.own || visit.bot) return;
  for (const { name, value = null } of row.goals) {
    harvest.goals.push({
      visitId: id,
      name,
      workspaceId,
      target,
      senderId,
      value,
      quarter,
    });
  }
}

type Hashes = { refHash: string | null; parentHash: string | null };

/** The row of a visit; at the aggregate rung without link, viewer, refs and time of the start. */
function visitRecord(
  row: VisitRow,
  link: LinkFacts,
  refused: boolean,
  viewerId: ViewerId | null,
  hashes: Hashes,
): Visit {
  const { claims } = row;
  const figures: VisitFigures = {
    ...identity(claims, link),
    refused,
    lastBeatAt: row.lastSeen,
    engagedMs: row.engagedMs,
    scroll: row.scroll,
    sections: row.sections,
    seq: row.seq,
    endSeq: row.endSeq,
    wasCut: row.wasCut,
    app: row.app,
    device: row.device,
    bot: row.isBot || claims.isBot,
    own: claims.isOwn || claims.isPreview,
  };
  if (viewerId === null) {
    const impersonal = { code: null, viewerId: null, refHash: null, parentHash: null };
    return { ...figures, rung: "aggregate", ...impersonal, startedAt: null };
  }
  const { code, issuedAt } = claims;
  return { ...figures, rung: "anonymous", code, viewerId, ...hashes, startedAt: issuedAt };
}

function identity(claims: VisitClaims, link: LinkFacts) {
  return {
    target: claims.target,
    quarter: quarterHour(claims.issuedAt),
    id: claims.visitId,
    workspaceId: link.workspaceId,
    contentId: link.contentId,
    version: claims.contentVersion,
    senderId: link.senderId,
    channel: link.channel,
  };
}
