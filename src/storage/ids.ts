/**
 * Ids and the shard they name. The first character of every id, code, ref, key and queue message is
 * the letter of the D1 database that holds the row; a workspace lives in one.
 */
import { customAlphabet } from "nanoid";

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type Shard = Branded<"Shard">;
export type WorkspaceId = Branded<"WorkspaceId">;
export type ApiKeyId = Branded<"ApiKeyId">;
export type SenderId = Branded<"SenderId">;
export type ContactId = Branded<"ContactId">;
export type ContentId = Branded<"ContentId">;
export type ImageId = Branded<"ImageId">;
export type JobId = Branded<"JobId">;
export type LinkCode = Branded<"LinkCode">;
export type ViewerId = Branded<"ViewerId">;
export type VisitId = Branded<"VisitId">;
/** What a link points at: a content's id, or an id derived from an outside URL. */
export type TargetId = Branded<"TargetId">;

/** Milliseconds since the epoch, or a duration in milliseconds. */
export type Ms = number;

// No 0/o, 1/l/i: an id may be read aloud or typed from a printed page.
const idAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";
const codeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

const idTail = customAlphabet(idAlphabet, 15);
const codeTail = customAlphabet(codeAlphabet, 7);
const secretTail = customAlphabet(codeAlphabet, 40);

/** A new id in a shard: its letter and 15 characters (74 bits). */
export function newId<Id extends string>(shard: Shard): Id {
  return `${shard}${idTail()}` as Id;
}

/** A new link code in a shard: its letter and 7 characters (2.0 × 10¹² per shard). */
export function newCode(shard: Shard): LinkCode {
  return `${shard}${codeTail()}` as LinkCode;
}

/** A new API key: `sk_`, the shard's letter and 40 characters (233 bits). */
export function newApiKey(shard: Shard): string {
  return `sk_${shard}${secretTail()}`;
}

/** False for what cannot be a link's code, so that nobody is asked about it. */
export function isLinkCode(text: string): boolean {
  return /^[a-z][A-Za-z0-9]{1,39}$/.test(text);
}

/** The shard that an id, code, ref or queue message names by its first character. */
export function shardOf(id: string): Shard {
  return id.charAt(0) as Shard;
}

/** The shard an API key names, or null where it does not have a key's form. */
export function shardOfApiKey(key: string): Shard | null {
  return /^sk_[a-z][A-Za-z0-9]{40}$/.test(key) ? (key.charAt(3) as Shard) : null;
}
