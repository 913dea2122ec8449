/** A visit token vouches for who opened which version through which link; it lives for a day. */

import type { RefId, VisitId } from "../../domain/ids.ts";
import type { Landing } from "../../domain/landing.ts";
import { between, type Instant } from "../../domain/units.ts";
import { type VisitClaims, visitLife } from "../../domain/visit.ts";
import { MAX_SECTIONS } from "../../tracking/protocol.ts";
import { encodeClaims, parseClaims } from "../../tracking/visit-token.ts";
import type { Context } from "../kernel/context.ts";
import type { ReaderIdentity } from "./reader-identity.ts";

/** How many sections a page that is not ours may report. */
const foreignSections = 60;

export type Opening = {
  visitId: VisitId;
  /** When the visit began, which its totals are held against. */
  begunAt: Instant;
  landing: Landing;
  reader: ReaderIdentity;
  own: RefId;
  parent: RefId | null;
  isBot: boolean;
  isBurst: boolean;
  isPreview?: boolean;
  /** Of the version shown; absent on somebody else's page. */
  sectionCount?: number;
};

/** What a visit's token says that is made now; {@link signVisit} signs it. */
export function visitClaims({ now }: Context, opening: Opening): VisitClaims {
  const { visitId, begunAt, landing, reader, own, parent, isBot, isBurst } = opening;
  const { isPreview = false } = opening;
  return {
    visitId,
    code: landing.code,
    target: landing.target,
    contentVersion: landing.kind === "content" ? (landing.version ?? 0) : 0,
    sectionCount: Math.min(opening.sectionCount ?? foreignSections, MAX_SECTIONS),
    own,
    parent,
    viewerId: reader.viewerId,
    rung: reader.rung,
    isOwn: reader.isOwn,
    isPreview,
    isBot,
    isBurst,
    issuedAt: begunAt,
    mintedAt: now(),
  };
}

export function signVisit(ctx: Context, claims: VisitClaims): Promise<string> {
  return ctx.keys.sign("visit", encodeClaims(claims));
}

/** The claims of a token that we signed within the last day, or null. */
export async function readVisit(ctx: Context, token: string): Promise<VisitClaims | null> {
  const payload = await ctx.keys.verify("visit", token);
  const claims = payload === null ? undefined : parseClaims(payload);
  return claims && between(claims.issuedAt, ctx.now()) < visitLife ? claims : null;
}
