/**
 * What travels through the `beats` queue besides beats. Every message is one line whose first
 * character names its shard; its second word says what it is.
 */

import type { LinkCode, Shard, ViewerId } from "../domain/ids.ts";
import { knownId, parseId } from "../domain/ids.ts";
import { instant } from "../domain/units.ts";
import { type CountedAct, countedActs } from "../domain/vocabulary.ts";
import type { ConsentAnswer } from "./harvest.ts";
import { encodeClaims, parseClaims } from "./visit-token.ts";

/** A redirect followed or a pixel fetched. */
export function countMessage(code: LinkCode, what: CountedAct): string {
  return `${code} count1 ${what}`;
}

export function decodeCount(text: string): { code: LinkCode; what: CountedAct } | undefined {
  const [code, kind, word, ...rest] = text.split(" ");
  const what = countedActs.find((act) => act === word);
  const known = parseId<LinkCode>(code);
  return known && kind === "count1" && what && rest.length === 0
    ? { code: known, what }
    : undefined;
}

/** The clock's own message: what comes out of the queue after it is at least as late. */
export function tickMessage(shard: Shard): string {
  return `${shard} tick1`;
}

export function isTick(text: string): boolean {
  return /^[a-z] tick1$/.test(text);
}

export function consentMessage(answer: ConsentAnswer): string {
  const { claims, id, answeredAt, choice, viewerId, textVersion, language } = answer;
  const words = [encodeClaims(claims), "consent1", id, answeredAt, choice ? 1 : 0, viewerId ?? "-"];
  const stated = [encodeURIComponent(textVersion), encodeURIComponent(language)];
  return [...words, ...stated, answer.textHash || "-"].join(" ");
}

export function decodeConsent(text: string): ConsentAnswer | undefined {
  const [payload, kind, id, at, choice, viewer, version, language, hash, ...rest] = text.split(" ");
  if (kind !== "consent1" || !id || !version || !language || rest.length > 0) return undefined;
  const claims = parseClaims(payload ?? "");
  if (!claims || !viewer || !/^\d{1,15}$/.test(at ?? "") || !/^[01]$/.test(choice ?? "")) {
    return undefined;
  }
  try {
    return {
      claims,
      id,
      answeredAt: instant(Number(at)),
      choice: choice === "1",
      viewerId: viewer === "-" ? null : knownId<ViewerId>(viewer),
      textVersion: decodeURIComponent(version),
      language: decodeURIComponent(language),
      // What the version before left in the queue has none.
      textHash: hash === undefined || hash === "-" ? "" : hash,
    };
  } catch {
    return undefined;
  }
}
