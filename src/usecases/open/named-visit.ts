/**
 * A page that asks for a token more than once, since the network is slow or it was left meanwhile, names
 * its visit itself, by a key drawn at random. All that a visit would draw at random follows from it then,
 * so that however often it asks there is one visit, one place in the spread tree and one viewer.
 */
import {
  type ContactId,
  idAlphabet,
  idTailLength,
  knownId,
  type LinkCode,
  type RefId,
  shardOf,
  type ViewerId,
  type VisitId,
} from "../../domain/ids.ts";
import { newId } from "../../storage/new-id.ts";
import { refId } from "../../tracking/ref.ts";
import type { Context } from "../kernel/context.ts";
import { newRefId } from "./refs.ts";

export type VisitNames = { visitId: VisitId; own: RefId; viewerId: ViewerId };

/** The names that follow from a page's key for one link, or without a key drawn ones. */
export async function nameVisit(ctx: Context, code: LinkCode, key?: string): Promise<VisitNames> {
  const shard = shardOf(code);
  if (key === undefined) {
    return { visitId: newId(shard), own: newRefId(), viewerId: newId(shard) };
  }
  const drawn = await ctx.keys.lastingMac("visit-key", `${code}\n${key}`);
  return {
    visitId: knownId<VisitId>(shard + idTail(drawn.subarray(0, 12))),
    viewerId: knownId<ViewerId>(shard + idTail(drawn.subarray(12, 24))),
    own: refId(drawn.subarray(24, 30)),
  };
}

/**
 * What the answers to the notice on one visit are kept by, however many there are.
 *
 * @param round how many that agreed on this visit before have withdrawn or were erased
 */
export async function nameAnswer(
  ctx: Pick<Context, "keys">,
  visitId: VisitId,
  round = 0,
): Promise<{ proofId: string; viewerId: ViewerId }> {
  const named = round === 0 ? visitId : `${visitId}\n${round}`;
  const drawn = await ctx.keys.lastingMac("visit-answer", named);
  const shard = shardOf(visitId);
  return {
    proofId: shard + idTail(drawn.subarray(0, 12)),
    viewerId: knownId<ViewerId>(shard + idTail(drawn.subarray(12, 24))),
  };
}

/** How often somebody may withdraw and agree anew on one visit. */
export const mostAnew = 5;

/** All whom a yes on a visit may have made. */
export async function whoeverAgreesOn(
  ctx: Pick<Context, "keys">,
  visitId: VisitId,
): Promise<ViewerId[]> {
  const rounds = Array.from({ length: mostAnew }, (_, round) => nameAnswer(ctx, visitId, round));
  return (await Promise.all(rounds)).map(({ viewerId }) => viewerId);
}

/** True of who agreed on this very visit. */
export async function hasAgreedOn(
  ctx: Context,
  visitId: VisitId,
  viewerId: ViewerId,
): Promise<boolean> {
  return (await whoeverAgreesOn(ctx, visitId)).includes(viewerId);
}

/** The contact that is made of the name that a viewer leaves: one, however often they type it. */
export async function nameLeftName(ctx: Context, viewerId: ViewerId): Promise<ContactId> {
  const drawn = await ctx.keys.lastingMac("left-name", viewerId);
  return knownId<ContactId>(shardOf(viewerId) + idTail(drawn.subarray(0, 12)));
}

/** Bytes as the characters of an id: the digits of a number of 96 bits, of which an id takes 74. */
function idTail(bytes: Uint8Array): string {
  const base = BigInt(idAlphabet.length);
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = "";
  while (text.length < idTailLength) {
    text += idAlphabet.charAt(Number(value % base));
    value /= base;
  }
  return text;
}
