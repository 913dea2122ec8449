/**
 * A ref is a reader's own share token, in the address bar of the page they read, so that what they
 * pass on carries it. It holds all it needs; nothing is stored when one is minted.
 *
 *     S base64url(key id 1 · own id 6 · parent id 6 · minute 3 · MAC 8)      33 characters
 *
 * S is the shard's letter. The MAC covers all before it and the link's code, so that a ref says
 * nothing under another link. This room has no crypto: it names the string to be signed
 * ({@link refPayload}) and takes the MAC's bytes.
 */

import { fromBase64Url, toBase64Url } from "../domain/encoding.ts";
import { knownId, type RefId, type Shard, shardOf } from "../domain/ids.ts";
import { between, type Instant, instant, minute } from "../domain/units.ts";

export interface RefFields {
  /** One letter: the shard the link lives in. */
  shard: Shard;
  /** 0..255, which signing key. */
  keyId: number;
  own: RefId;
  /** null: reached the link itself, nobody in between. */
  parent: RefId | null;
  /** Minutes since {@link REF_EPOCH_MS}; see {@link refMinute}. */
  minute: number;
}

export interface ParsedRef extends RefFields {
  ok: true;
  /** The string whose MAC this ref claims to carry. */
  signed: string;
  /** 8 bytes: compare in constant time with the start of the true MAC. */
  mac: Uint8Array;
}

/** 2026-01-01T00:00Z; three bytes of minutes last until 2057. */
export const REF_EPOCH_MS = instant(1_767_225_600_000);
export const REF_MAC_BYTES = 8;
/** A ref this young is still with the reader it was minted for. */
export const FRESH_MINUTES = 2;

const ID_BYTES = 6;
const BODY_BYTES = 1 + 2 * ID_BYTES + 3;
/** The minute of a ref that stands in an address already: never fresh, so that its next bearer gets one of their own. */
export const SETTLED_MINUTE = 0;
/** Letters of a whole ref. */
export const REF_CHARS = 33;
const TEXT = /^[A-Za-z][A-Za-z0-9_-]{32}$/;

/** Six random bytes as a ref's id. All zeros are kept for "no parent" and refused (RangeError). */
export function refId(bytes: Uint8Array): RefId {
  if (bytes.length !== ID_BYTES) throw new RangeError(`A ref id is ${ID_BYTES} bytes`);
  if (bytes.every((byte) => byte === 0)) throw new RangeError("A ref id is not all zeros");
  return knownId<RefId>(toBase64Url(bytes));
}

export function refMinute(now: Instant): number {
  return Math.max(0, Math.floor(between(REF_EPOCH_MS, now) / minute));
}

/** The string to be signed (HMAC-SHA-256; its first 8 bytes go into the ref). */
export function refPayload(fields: RefFields, code: string): string {
  return signedString(fields.shard, bodyOf(fields), code);
}

/** The ref's text. `mac` may be longer than 8 bytes; the rest is dropped. RangeError when shorter. */
export function encodeRef(fields: RefFields, mac: Uint8Array): string {
  if (mac.length < REF_MAC_BYTES) throw new RangeError(`A ref's MAC is ${REF_MAC_BYTES} bytes`);
  const bytes = new Uint8Array(BODY_BYTES + REF_MAC_BYTES);
  bytes.set(bodyOf(fields));
  bytes.set(mac.subarray(0, REF_MAC_BYTES), BODY_BYTES);
  return fields.shard + toBase64Url(bytes);
}

/** Takes a ref apart. Says only that the shape is right: the MAC is the caller's to check. */
export function parseRef(text: string, code: string): ParsedRef | { ok: false } {
  if (!TEXT.test(text)) return { ok: false };
  const bytes = fromBase64Url(text.slice(1));
  if (!bytes) return { ok: false };
  const head = bytes.subarray(0, BODY_BYTES);
  const own = bytes.subarray(1, 1 + ID_BYTES);
  const parent = bytes.subarray(1 + ID_BYTES, 1 + 2 * ID_BYTES);
  if (isZero(own)) return { ok: false };
  const [high = 0, middle = 0, low = 0] = bytes.subarray(1 + 2 * ID_BYTES, BODY_BYTES);
  const shard = shardOf(text);
  return {
    ok: true,
    shard,
    keyId: bytes[0] ?? 0,
    own: knownId<RefId>(toBase64Url(own)),
    parent: isZero(parent) ? null : knownId<RefId>(toBase64Url(parent)),
    minute: (high << 16) | (middle << 8) | low,
    signed: signedString(shard, head, code),
    mac: bytes.slice(BODY_BYTES),
  };
}

export interface BearerInput {
  /** The ref in the address, its MAC already found true. */
  ref: { own: RefId; minute: number };
  nowMinute: number;
  /** The reader's own ref for this link, from their cookie, where they agreed to have one. */
  cookieOwn?: RefId | null;
  /** Navigation Timing said reload or back/forward, or the page itself knows the ref as its own. */
  isReload?: boolean;
}

/**
 * Whose ref is it that somebody brings?
 * - `own`: theirs (minted a moment ago, in their cookie, or a reload): the page renders under it.
 * - `cookie`: somebody else's, but this reader has one already: the cookie's is theirs.
 * - `child`: somebody else's: mint one whose parent is the ref that was brought.
 */
export function bearerOf(
  input: BearerInput,
): { kind: "own" } | { kind: "cookie"; own: RefId } | { kind: "child"; parent: RefId } {
  const { ref, nowMinute, cookieOwn, isReload } = input;
  if (cookieOwn)
    return cookieOwn === ref.own ? { kind: "own" } : { kind: "cookie", own: cookieOwn };
  return isFresh(ref.minute, nowMinute) || isReload
    ? { kind: "own" }
    : { kind: "child", parent: ref.own };
}

/** Minted a moment ago; both ways, since two locations' clocks may disagree by a little. */
export function isFresh(minted: number, nowMinute: number): boolean {
  return Math.abs(nowMinute - minted) <= FRESH_MINUTES;
}

function bodyOf(fields: RefFields): Uint8Array {
  const { shard, keyId, own, parent, minute: at } = fields;
  if (!/^[A-Za-z]$/.test(shard)) throw new RangeError("A ref's shard is one letter");
  if (!Number.isInteger(keyId) || keyId < 0 || keyId > 255) throw new RangeError("keyId is 0..255");
  if (!Number.isInteger(at) || at < 0 || at > 0xffffff) {
    throw new RangeError("minute is 0..16777215");
  }
  const bytes = new Uint8Array(BODY_BYTES);
  bytes[0] = keyId;
  bytes.set(idBytes(own), 1);
  if (parent !== null) bytes.set(idBytes(parent), 1 + ID_BYTES);
  bytes.set([at >> 16, (at >> 8) & 255, at & 255], 1 + 2 * ID_BYTES);
  return bytes;
}

function idBytes(id: RefId): Uint8Array {
  const bytes = fromBase64Url(id);
  if (bytes?.length !== ID_BYTES) throw new RangeError("A ref id is 8 characters of base64url");
  return bytes;
}

function signedString(shard: string, head: Uint8Array, code: string): string {
  return `ref:${code}:${shard}${toBase64Url(head)}`;
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}
