/** An app of a company in WeCom, and its token. */
import type { Outside } from "../outside.ts";
import { type AccountAnswer, askAccount, malformed, secondsOf, textOf } from "./answer.ts";
import type { Lasting } from "./official-account.ts";

export type WecomAccount = {
  readonly corpId: string;
  readonly secret: string;
  /** WeCom's own, or a proxy's that passes everything on to it. */
  readonly origin: string;
};

/** The app's token: the same for everybody who asks as long as it is good. */
export async function askWecomToken(
  outside: Outside,
  { corpId, secret, origin }: WecomAccount,
): Promise<AccountAnswer<Lasting>> {
  const address = new URL("/cgi-bin/gettoken", origin);
  address.search = new URLSearchParams({ corpid: corpId, corpsecret: secret }).toString();
  const answer = await askAccount(outside, address);
  if (!answer.ok) {
    // Here, where no token is sent, 40001 says that the secret is wrong.
    return answer.fault === "token-refused" ? { ...answer, fault: "credential-refused" } : answer;
  }
  const value = textOf(answer.body, "access_token");
  return value ? { ok: true, value, seconds: secondsOf(answer.body) } : malformed;
}
