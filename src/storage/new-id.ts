/** Making ids, at random. What an id is stands in domain/ids.ts. */
import { customAlphabet } from "nanoid";
import {
  type AnyId,
  codeAlphabet,
  codeTailLength,
  idAlphabet,
  idTailLength,
  knownId,
  type LinkCode,
  type Shard,
  secretTailLength,
} from "../domain/ids.ts";

const idTail = customAlphabet(idAlphabet, idTailLength);
const codeTail = customAlphabet(codeAlphabet, codeTailLength);
const secretTail = customAlphabet(codeAlphabet, secretTailLength);
const sectionTail = customAlphabet(idAlphabet, 6);

/** A new id in a shard: its letter and 15 characters (74 bits). */
export function newId<Id extends AnyId>(shard: Shard): Id {
  return knownId<Id>(`${shard}${idTail()}`);
}

/** A new link code in a shard: its letter and 7 characters (2.0 × 10¹² per shard). */
export function newCode(shard: Shard): LinkCode {
  return knownId<LinkCode>(`${shard}${codeTail()}`);
}

/** A new API key: `sk_`, the shard's letter and 40 characters (233 bits). */
export function newApiKey(shard: Shard): string {
  return `sk_${shard}${secretTail()}`;
}

/** A new section's id, unlike any other of its content. */
export function newSectionId(): string {
  return `s${sectionTail()}`;
}
