/**
 * What travels through the `beats` queue besides beats. Every message is one line whose first
 * character names its shard; its second word says what it is.
 */
import type { LinkCode, Ms, Shard, ViewerId } from "../../storage/ids.ts";
import { encodeClaims, parseClaims, type VisitClaims } from "../../tracking/visit-token.ts";

export type Count = "click" | "bot-click" | "open";
export type ConsentAnswer = {
  claims: VisitClaims;
  /** Of the answer itself, so that a message delivered twice is one proof. */
  id: string;
  answeredAt: Ms;
  choice: boolean;
  /** Who agreed; null for a refusal, which names nobody. */
  viewerId: ViewerId | null;
  textVersion: string;
  language: string;
};

/** A redirect followed or a pixel fetched. */
export function countMessage(code: LinkCode, what: Count): string {
  return `${code} count1 ${what}`;
}

export function decodeCount(text: string): { code: string; what: Count } | undefined {
  const [, code, what] = /^([A-Za-z0-9]{2,40}) count1 (click|bot-click|open)$/.exec(text) ?? [];
  return code ? { code, what: what as Count } : undefined;
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
  return [...words, encodeURIComponent(textVersion), encodeURIComponent(language)].join(" ");
}

export function decodeConsent(text: string): ConsentAnswer | undefined {
  const [payload, kind, id, at, choice, viewer, version, language, ...rest] = text.split(" ");
  if (kind !== "consent1" || !id || !version || !language || rest.length > 0) return undefined;
  const claims = parseClaims(payload ?? "");
  if (!claims || !viewer || !/^\d{1,15}$/.test(at ?? "") || !/^[01]$/.test(choice ?? "")) {
    return undefined;
  }
  try {
    return {
      claims,
      id,
      answeredAt: Number(at),
      choice: choice === "1",
      viewerId: viewer === "-" ? null : (viewer as ViewerId),
      textVersion: decodeURIComponent(version),
      language: decodeURIComponent(language),
    };
  } catch {
    return undefined;
  }
}
