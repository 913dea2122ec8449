/**
 * What a page says when its reader passes it on, where the app around it lets the page know:
 *
 *     POST /t/share   {"token": VISIT TOKEN, "to": "chat" | "moments" | "other"}
 *
 * as JSON without a type of its own, so that a page elsewhere needs no preflight; 204. Whether something was sent
 * nobody tells a page: WeChat says the same of who thought better of it. A page says the first and no more; of one place each
 * destination counts once, however often it is said. It is of the reader's place in the spread tree and of no person, whatever they answered to the notice.
 */
import type { VisitClaims } from "../domain/visit.ts";
import { type ShareDestination, shareDestinations } from "../domain/vocabulary.ts";
import { MAX_TOKEN_CHARS } from "./protocol.ts";
import { encodeClaims, parseClaims } from "./visit-token.ts";

export type ShareReport = { token: string; to: ShareDestination };

/** Reads the fields of a report; undefined where they are none. The token's signature is the caller's to check. */
export function parseShareReport(fields: Record<string, unknown>): ShareReport | undefined {
  const { token, to } = fields;
  const known = destination(to);
  if (typeof token !== "string" || token === "" || token.length > MAX_TOKEN_CHARS) return undefined;
  return known && { token, to: known };
}

/** A report as it travels through the `beats` queue, with what the token vouches for. */
export type SharedOn = { claims: VisitClaims; to: ShareDestination };

export function shareMessage({ claims, to }: SharedOn): string {
  return `${encodeClaims(claims)} share1 ${to}`;
}

export function decodeShare(text: string): SharedOn | undefined {
  const [payload = "", kind, word, ...rest] = text.split(" ");
  if (kind !== "share1" || rest.length > 0) return undefined;
  const claims = parseClaims(payload);
  const to = destination(word);
  return claims && to && { claims, to };
}

const destination = (word: unknown) => shareDestinations.find((one) => one === word);
