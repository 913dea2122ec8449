/**
 * Ids and the shard they name. The first character of every id, code, ref, key and queue message is
 * the letter of the D1 database that holds the row; a workspace lives in one. Ids are made in
 * storage/new-id.ts, since a pure room draws nothing at random.
 */

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
export type MemberId = Branded<"MemberId">;
export type ViewerId = Branded<"ViewerId">;
export type VisitId = Branded<"VisitId">;
export type TagRuleId = Branded<"TagRuleId">;
/** A line of a sender's list for a day. */
export type BriefingItemId = Branded<"BriefingItemId">;
/** Something a rule gave a sender to know at once. */
export type AlertId = Branded<"AlertId">;
/** What a link points at: a content's id, or an id derived from an outside URL. */
export type TargetId = Branded<"TargetId">;
/** A reader's own share token without its signature: 6 bytes as 8 characters of base64url. */
export type RefId = Branded<"RefId">;

export type AnyId =
  | WorkspaceId
  | ApiKeyId
  | SenderId
  | ContactId
  | ContentId
  | ImageId
  | JobId
  | LinkCode
  | MemberId
  | ViewerId
  | VisitId
  | TagRuleId
  | BriefingItemId
  | AlertId
  | TargetId
  | RefId;

// No 0/o, 1/l/i: an id may be read aloud or typed from a printed page.
export const idAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";
export const codeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** Characters of an id after its shard's letter: 74 bits. */
export const idTailLength = 15;
/** Characters of a link's code after its shard's letter: 2.0 × 10¹² codes per shard. */
export const codeTailLength = 7;
/** Characters of the shortest and of the longest text that an id may be. */
export const shortestId = 2;
export const longestId = 40;
/** Characters of an API key after its shard's letter: 233 bits. */
export const secretTailLength = 40;

/**
 * An id of a kind the text is known to have: a signature, a row or a route's schema vouches for it.
 * The one way to name a text an id; what came from outside goes through {@link parseId} instead.
 */
export function knownId<Id extends AnyId>(text: string): Id {
  return text as string as Id;
}

/** An id as somebody outside wrote it, or undefined where the text cannot be one. */
export function parseId<Id extends AnyId>(text: string | null | undefined): Id | undefined {
  return text != null && /^[a-z][A-Za-z0-9]{1,39}$/.test(text) ? knownId<Id>(text) : undefined;
}

/** The least that a call asks of an id: its length. Whether there is such a row, the row's lookup says. */
export function hasIdLength<Id extends AnyId>(text: string): text is Id {
  return text.length >= shortestId && text.length <= longestId;
}

/** A content is its own target. */
export function targetOfContent(id: ContentId): TargetId {
  return knownId<TargetId>(id);
}

/** The target of an outside URL, of the hash that names it within its workspace. */
export function targetOfHash(workspaceId: WorkspaceId, hash: string): TargetId {
  return knownId<TargetId>(`${shardOf(workspaceId)}u${hash}`);
}

/** The content that a target is, or null where it is an outside page, whose hash makes it longer than any id. */
export function contentOfTarget(target: string): ContentId | null {
  return target.length === 1 + idTailLength ? knownId<ContentId>(target) : null;
}

/** The shard that an id, code, ref or queue message names by its first character. */
export function shardOf(id: string): Shard {
  return id.charAt(0) as Shard;
}

/** The shard an API key names, or null where it does not have a key's form. */
export function shardOfApiKey(key: string): Shard | null {
  return /^sk_[a-z][A-Za-z0-9]{40}$/.test(key) ? shardOf(key.slice(3)) : null;
}
