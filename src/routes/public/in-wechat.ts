/** What a reader's page is inside WeChat. */
import type { Context } from "hono";
import { wechatScriptHash } from "../../generated/wechat-script.ts";
import type { ReaderProps } from "../../pages/reader/props.ts";
import { renderedConfig } from "../../usecases/accounts/page-config.ts";
import type { PageOutside } from "../../usecases/open/page-view.ts";
import type { PublicEnv } from "../services.ts";

/** Where WeChat's own script comes from. */
const scriptOrigin = "https://res.wx.qq.com";

type InWechat = { props: Pick<ReaderProps, "wechat">; scriptOrigin: string };

/** As pages/reader/client/wechat.ts has it: iOS checks the address that a page was first loaded by. */
const iosAgent = /iP(hone|ad|od)/;

/**
 * The page's script for WeChat, with the address signed that the phone will check, where a ticket is at hand: on Android
 * the one that the page will have once the reader's own ref is in it.
 */
export async function inWechat(
  c: Context<PublicEnv>,
  { workspaceId, origin, accounts }: PageOutside,
  ownRef: string | undefined,
): Promise<InWechat> {
  const { pathname, search } = new URL(c.req.url);
  const path = pathname + search;
  const appId = accounts.wechat?.appId ?? "";
  const isKept = ownRef === undefined || iosAgent.test(c.req.header("User-Agent") ?? "");
  const checked = isKept ? path : pathname.replace(/\.[^./]*$/, `.${ownRef}`) + search;
  const config = await renderedConfig(c.env.ctx, { workspaceId, appId }, origin + checked);
  const scriptSrc = `/t/wechat-${wechatScriptHash}.js`;
  return { props: { wechat: { scriptSrc, config, path } }, scriptOrigin };
}
