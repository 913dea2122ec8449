/** What WeChat's and WeCom's servers say, and what it comes to. Both answer 200 whatever happened. */
import type { AccountFault } from "../../domain/account.ts";
import type { Outside, OutsideAnswer } from "../outside.ts";

export type AccountFailure = {
  readonly ok: false;
  readonly fault: AccountFault;
  /** WeChat's own number for it, where it gave one. */
  readonly errcode?: number;
  /** Of `address-refused`: the address that WeChat saw, for its allow-list. Told to who asks, never stored. */
  readonly seenAddress?: string;
};

export type AccountAnswer<T> = ({ readonly ok: true } & T) | AccountFailure;

/**
 * By number, from the tables of "Global Return Code" (developers.weixin.qq.com) and of error codes
 * (developer.work.weixin.qq.com/document/path/90313).
 */
const faults = new Map<number, AccountFault>([
  // Not in the account's list of addresses: of WeChat, of WeCom, and of a WeCom app that has to name trusted ones.
  [40164, "address-refused"],
  [61004, "address-refused"],
  [60020, "address-refused"],
  [40013, "credential-refused"],
  [40125, "credential-refused"],
  [40243, "credential-refused"],
  [41002, "credential-refused"],
  [41004, "credential-refused"],
  [40001, "token-refused"],
  [40014, "token-refused"],
  [42001, "token-refused"],
  [42007, "token-refused"],
  [40029, "code-refused"],
  [40163, "code-refused"],
  [42003, "code-refused"],
  [45009, "quota-spent"],
  [45011, "quota-spent"],
  [-1, "unavailable"],
]);

/** Asks, and once more where the other side says that it is busy or the connection broke: both pass in a moment. */
export async function askAccount(
  outside: Outside,
  address: URL,
  body?: object,
): Promise<AccountAnswer<{ body: Record<string, unknown> }>> {
  const first = readAccount(await outside.askJson(address, body));
  if (first.ok || first.fault !== "unavailable") return first;
  return readAccount(await outside.askJson(address, body));
}

function readAccount(answer: OutsideAnswer): AccountAnswer<{ body: Record<string, unknown> }> {
  if (!answer.ok) return { ok: false, fault: faultOf(answer) };
  const { body } = answer;
  const errcode = Number(body.errcode ?? 0);
  if (errcode === 0) return { ok: true, body };
  const fault = faults.get(errcode) ?? "refused";
  const seen = fault === "address-refused" ? seenIn(String(body.errmsg ?? "")) : undefined;
  return { ok: false, fault, errcode, ...(seen ? { seenAddress: seen } : {}) };
}

function faultOf(answer: OutsideAnswer & { ok: false }): AccountFault {
  switch (answer.reason) {
    case "timeout":
      return "timeout";
    case "malformed":
      return "malformed";
    case "not-allowed":
      return "proxy-not-allowed";
    case "status":
      // Of a proxy: WeChat itself answers 200.
      return answer.status >= 500 ? "unavailable" : "proxy-refused";
    default:
      return "unavailable";
  }
}

/** "invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist", "from ip: 203.0.113.7" */
function seenIn(message: string): string | undefined {
  return /\b(?:\d{1,3}\.){3}\d{1,3}\b/.exec(message)?.[0];
}

/** A text that an answer has to hold. */
export function textOf(body: Record<string, unknown>, name: string): string | undefined {
  const value = body[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** How long what an answer holds is good for; 7,200 s where it does not say. */
export function secondsOf(body: Record<string, unknown>): number {
  const seconds = Number(body.expires_in);
  return seconds > 0 && seconds <= 86_400 ? seconds : 7200;
}

export const malformed: AccountFailure = { ok: false, fault: "malformed" };
