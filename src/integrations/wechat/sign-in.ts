/**
 * How a reader says who they are: where they are sent to, and what the code comes to that they bring back.
 * Of a WeChat account: developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html; of a
 * WeCom app: developer.work.weixin.qq.com/document/path/91022 and /91023.
 */
import type { Outside } from "../outside.ts";
import { type AccountAnswer, askAccount, malformed, textOf } from "./answer.ts";
import type { OfficialAccount } from "./official-account.ts";

/** By the id alone, without a word of WeChat's; or with the name that they go by there, which WeChat asks them for. */
export type SignInScope = "snsapi_base" | "snsapi_userinfo";

export type Authorizing = {
  /** The official account's or the company's. */
  readonly appId: string;
  /** Of the app in WeCom. */
  readonly agentId?: string | null;
  readonly back: string;
  readonly scope: SignInScope;
  /** Letters and digits, 128 at most: WeChat and WeCom take nothing else. */
  readonly state: string;
};

/** The page of WeChat that sends the reader back with a code. It reads its parameters in this order alone. */
export function authorizeUrl({ authorizeOrigin }: Outside, asked: Authorizing): string {
  const { appId, agentId, back, scope, state } = asked;
  const query = new URLSearchParams({
    appid: appId,
    redirect_uri: back,
    response_type: "code",
    scope,
    state,
    ...(agentId ? { agentid: agentId } : {}),
  });
  return `${authorizeOrigin}/connect/oauth2/authorize?${query}#wechat_redirect`;
}

/** Whom a code is of. */
export type WechatReader = {
  readonly openId: string;
  /** The reader's own, for their name; none of another scope than theirs. */
  readonly token: string;
  readonly scope: string;
  /** WeChat showed a snapshot of the page and made somebody up: this is nobody. */
  readonly isSnapshot: boolean;
};

/** Exchanges a code, which is good once and for five minutes. */
export async function askReader(
  outside: Outside,
  { appId, secret, origin }: OfficialAccount,
  code: string,
): Promise<AccountAnswer<WechatReader>> {
  const address = new URL("/sns/oauth2/access_token", origin);
  const grant = { appid: appId, secret, code, grant_type: "authorization_code" };
  address.search = new URLSearchParams(grant).toString();
  const answer = await askAccount(outside, address);
  if (!answer.ok) return answer;
  const { body } = answer;
  const openId = textOf(body, "openid");
  const token = textOf(body, "access_token");
  if (!openId || !token) return malformed;
  const isSnapshot = Number(body.is_snapshotuser ?? 0) === 1;
  return { ok: true, openId, token, scope: textOf(body, "scope") ?? "", isSnapshot };
}

/** The name that a reader goes by in WeChat, as they let the account have it; "" where it is none. */
export async function askNickname(
  outside: Outside,
  { origin }: Pick<OfficialAccount, "origin">,
  { openId, token }: Pick<WechatReader, "openId" | "token">,
): Promise<AccountAnswer<{ nickname: string }>> {
  const address = new URL("/sns/userinfo", origin);
  address.search = new URLSearchParams({
    access_token: token,
    openid: openId,
    lang: "zh_CN",
  }).toString();
  const answer = await askAccount(outside, address);
  return answer.ok ? { ok: true, nickname: textOf(answer.body, "nickname") ?? "" } : answer;
}

/** Whom WeCom knows a code's reader as: one of the company's own people, or somebody else. */
export type WecomReader =
  | { readonly kind: "member" }
  | {
      readonly kind: "visitor";
      /** What the company knows everybody by who is not of it; a customer may come without. */
      readonly openId?: string | undefined;
      /** Of a customer whom somebody who may use the app has added. */
      readonly externalUserId?: string | undefined;
    };

export async function askWecomReader(
  outside: Outside,
  { origin, token }: { origin: string; token: string },
  code: string,
): Promise<AccountAnswer<{ reader: WecomReader }>> {
  const address = new URL("/cgi-bin/auth/getuserinfo", origin);
  address.search = new URLSearchParams({ access_token: token, code }).toString();
  const answer = await askAccount(outside, address);
  if (!answer.ok) return answer;
  const { body } = answer;
  if (textOf(body, "userid")) return { ok: true, reader: { kind: "member" } };
  const openId = textOf(body, "openid");
  const externalUserId = textOf(body, "external_userid");
  if (!openId && !externalUserId) return malformed;
  return { ok: true, reader: { kind: "visitor", openId, externalUserId } };
}
