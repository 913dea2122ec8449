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

/** The page's script for WeChat, with the address that is being rendered signed where a ticket is at hand. */
export async function inWechat(
  c: Context<PublicEnv>,
  { workspaceId, origin, accounts }: PageOutside,
): Promise<InWechat> {
  const { pathname, search } = new URL(c.req.url);
  const path = pathname + search;
  const appId = accounts.wechat?.appId ?? "";
  const config = await renderedConfig(c.env.ctx, { workspaceId, appId }, origin + path);
  const scriptSrc = `/t/wechat-${wechatScriptHash}.js`;
  return { props: { wechat: { scriptSrc, config, path } }, scriptOrigin };
}
