/** A visit token vouches for who opened which version through which link; it lives for a day. */

import { type RefId, shardOf, type VisitId } from "../../domain/ids.ts";
import type { Landing } from "../../domain/landing.ts";
import { between } from "../../domain/units.ts";
import { type VisitClaims, visitLife } from "../../domain/visit.ts";
import { newId } from "../../storage/new-id.ts";
import { encodeClaims, parseClaims } from "../../tracking/visit-token.ts";
import type { Context } from "../kernel/context.ts";
import type { ReaderIdentity } from "./reader-identity.ts";

/** How many sections a page that is not ours may report. */
const foreignSections = 60;

export type Opening = {
  landing: Landing;
  reader: ReaderIdentity;
  own: RefId;
  parent: RefId | null;
  isBot: boolean;
  isPreview?: boolean;
  /** Of the version shown; absent on somebody else's page. */
  sectionCount?: number;
};

export function signVisit(ctx: Context, opening: Opening): Promise<string> {
  const { landing, reader, own, parent, isBot, isPreview = false, sectionCount } = opening;
  const claims: VisitClaims = {
    visitId: newId<VisitId>(shardOf(landing.code)),
    code: landing.code,
    target: landing.target,
    contentVersion: landing.kind === "content" ? (landing.version ?? 0) : 0,
    sectionCount: sectionCount ?? foreignSections,
    own,
    parent,
    viewerId: reader.viewerId,
    rung: reader.rung,
    isOwn: reader.isOwn,
    isPreview,
    isBot,
    issuedAt: ctx.now(),
  };
  return ctx.keys.sign("visit", encodeClaims(claims));
}

/** The claims of a token that we signed within the last day, or null. */
export async function readVisit(ctx: Context, token: string): Promise<VisitClaims | null> {
  const payload = await ctx.keys.verify("visit", token);
  const claims = payload === null ? undefined : parseClaims(payload);
  return claims && between(claims.issuedAt, ctx.now()) < visitLife ? claims : null;
}
