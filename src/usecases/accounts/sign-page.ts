/** What a page needs to speak to WeChat: its address, signed with the account's ticket. */
import type { Instant } from "../../domain/units.ts";
import { signPage as sign, withoutFragment } from "../../integrations/wechat/signature.ts";
import { findAccount } from "../../storage/accounts.ts";
import { invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { accountError } from "./account-error.ts";
import { lentBy } from "./lent.ts";

/** As `wx.config` takes it, and the address that it is for. */
export type PageConfig = {
  appId: string;
  /** Seconds. */
  timestamp: number;
  nonceStr: string;
  signature: string;
  url: string;
};

/**
 * Signs the address of a page on one of the workspace's own hosts. Throws `invalid` for any other, and what keeps
 * the account from being used.
 */
export async function signOwnPage(caller: Caller, url: string): Promise<PageConfig> {
  requireScope(caller, "read");
  const account = await findAccount(caller.scope, "wechat");
  if (!account) throw accountError("wechat", "not-configured");
  const own = new Set([caller.shareOrigin, caller.origin]);
  const origin = pageOf(url)?.origin;
  if (origin === undefined || !own.has(origin)) {
    const hosts = [...own].join(" or ");
    throw invalidField("url", `Only pages of the workspace's own hosts are signed: ${hosts}.`);
  }
  const { value } = await lentBy(caller, "wechat");
  return await configOf(account.appId, value, url, caller.now());
}

/** The address of a page as a browser says it, which alone is what WeChat checks; null for anything else. */
export function pageOf(url: string): URL | null {
  const page = URL.parse(url);
  const isPlain = page?.username === "" && page.password === "" && page.href === url;
  return page && isPlain && /^https?:$/.test(page.protocol) ? page : null;
}

/** An address signed now. */
export async function configOf(
  appId: string,
  ticket: string,
  url: string,
  now: Instant,
): Promise<PageConfig> {
  const timestamp = Math.floor(now / 1000);
  const nonceStr = crypto.randomUUID().replaceAll("-", "").slice(0, 16);
  const page = withoutFragment(url);
  const signature = await sign({ ticket, nonce: nonceStr, timestamp, url: page });
  return { appId, timestamp, nonceStr, signature, url: page };
}
