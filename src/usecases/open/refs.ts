/** Signing and reading refs: the bytes are tracking's, the keys are ours. */

import { toBase64Url } from "../../domain/encoding.ts";
import { type LinkCode, type RefId, shardOf } from "../../domain/ids.ts";
import {
  encodeRef,
  type ParsedRef,
  parseRef,
  REF_MAC_BYTES,
  type RefFields,
  refId,
  refMinute,
  refPayload,
  SETTLED_MINUTE,
} from "../../tracking/ref.ts";
import type { Context } from "../kernel/context.ts";
import { sameText } from "../keyring.ts";

/** A new ref id, at random: 48 bits. */
export function newRefId(): RefId {
  return refId(crypto.getRandomValues(new Uint8Array(6)));
}

/** The text of a ref for a link, minted now: whoever brings it within minutes is the reader it was minted for. */
export function mintRef(
  ctx: Context,
  code: LinkCode,
  own: RefId,
  parent: RefId | null,
): Promise<string> {
  return signRef(ctx, code, { own, parent, minute: refMinute(ctx.now()) });
}

/** The same of a reader who has the page before them: from now on whoever brings it was sent it by them. */
export function settleRef(
  ctx: Context,
  code: LinkCode,
  own: RefId,
  parent: RefId | null,
): Promise<string> {
  return signRef(ctx, code, { own, parent, minute: SETTLED_MINUTE });
}

async function signRef(
  ctx: Context,
  code: LinkCode,
  { own, parent, minute }: Pick<RefFields, "own" | "parent" | "minute">,
): Promise<string> {
  const fields: RefFields = {
    shard: shardOf(code),
    keyId: ctx.keys.currentKeyId,
    own,
    parent: parent === own ? null : parent,
    minute,
  };
  const mac = await ctx.keys.mac("ref", refPayload(fields, code), fields.keyId);
  if (!mac) throw new Error("The current signing key is gone");
  return encodeRef(fields, mac);
}

/** A ref of this link, or null where it is missing, forged, foreign or of another link. */
export async function readRef(
  ctx: Context,
  code: LinkCode,
  text: string | undefined,
): Promise<ParsedRef | null> {
  const ref = text ? parseRef(text, code) : { ok: false as const };
  if (!ref.ok) return null;
  const mac = await ctx.keys.mac("ref", ref.signed, ref.keyId);
  if (!mac) return null;
  return sameText(toBase64Url(mac.subarray(0, REF_MAC_BYTES)), toBase64Url(ref.mac)) ? ref : null;
}

/**
 * Ref ids as the spread tree keeps them: keyed hashes, so that the table says nothing to whoever holds
 * a shared address. By the oldest key, since trees outlive rotation.
 */
export async function hashRefIds(
  { keys }: Pick<Context, "keys">,
  ids: Iterable<RefId>,
): Promise<Map<RefId, string>> {
  const hashed = Array.from(ids, async (id): Promise<[RefId, string]> => {
    const mac = await keys.lastingMac("ref-hash", id);
    return [id, toBase64Url(mac.subarray(0, 12))];
  });
  return new Map(await Promise.all(hashed));
}
