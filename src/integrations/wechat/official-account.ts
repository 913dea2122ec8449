/** A WeChat official account: its token, and the ticket that signs pages. */
import type { Outside } from "../outside.ts";
import { type AccountAnswer, askAccount, malformed, secondsOf, textOf } from "./answer.ts";

export type OfficialAccount = {
  readonly appId: string;
  readonly secret: string;
  /** WeChat's own, or a proxy's that passes everything on to it. */
  readonly origin: string;
};

export type Lasting = { readonly value: string; readonly seconds: number };

/**
 * The account's token. `stable_token` gives everybody who asks the same one as long as it is good, so that whoever
 * else uses the account is not shut out by our asking.
 */
export async function askToken(
  outside: Outside,
  { appId, secret, origin }: OfficialAccount,
): Promise<AccountAnswer<Lasting>> {
  const answer = await askAccount(outside, new URL("/cgi-bin/stable_token", origin), {
    grant_type: "client_credential",
    appid: appId,
    secret,
    force_refresh: false,
  });
  if (!answer.ok) {
    // Here, where no token is sent, 40001 says that the secret is wrong.
    return answer.fault === "token-refused" ? { ...answer, fault: "credential-refused" } : answer;
  }
  const value = textOf(answer.body, "access_token");
  return value ? { ok: true, value, seconds: secondsOf(answer.body) } : malformed;
}

/**
 * The ticket that signs pages. Where WeChat refuses the token, since somebody else has just replaced it, it is asked
 * for again, once.
 */
export async function askTicket(
  outside: Outside,
  account: OfficialAccount,
): Promise<AccountAnswer<Lasting>> {
  const token = await askToken(outside, account);
  if (!token.ok) return token;
  const ticket = await ticketBy(outside, account, token.value);
  if (ticket.ok || ticket.fault !== "token-refused") return ticket;
  const renewed = await askToken(outside, account);
  return renewed.ok ? await ticketBy(outside, account, renewed.value) : renewed;
}

async function ticketBy(
  outside: Outside,
  { origin }: OfficialAccount,
  token: string,
): Promise<AccountAnswer<Lasting>> {
  const address = new URL("/cgi-bin/ticket/getticket", origin);
  address.search = new URLSearchParams({ access_token: token, type: "jsapi" }).toString();
  const answer = await askAccount(outside, address);
  if (!answer.ok) return answer;
  const value = textOf(answer.body, "ticket");
  return value ? { ok: true, value, seconds: secondsOf(answer.body) } : malformed;
}
