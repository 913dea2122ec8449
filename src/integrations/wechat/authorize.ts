/** Where a reader is sent to say who they are. WeChat and WeCom take them by the same door. */

export type Authorizing = {
  /** The official account's, or the company's. */
  readonly appId: string;
  /** Where they come back to: a host that the account has registered. */
  readonly returnTo: string;
  /** `base` asks nothing of them, `userinfo` for their name as well. */
  readonly scope: "snsapi_base" | "snsapi_userinfo";
  /** Letters and digits, at most 128. */
  readonly state: string;
  /** Of a WeCom app. */
  readonly agentId?: string | undefined;
};

/** The parameters in the order in which WeChat wants them: in another it refuses some clients. */
export function authorizeUrl({ appId, returnTo, scope, state, agentId }: Authorizing): string {
  const fields: [string, string][] = [
    ["appid", appId],
    ["redirect_uri", returnTo],
    ["response_type", "code"],
    ["scope", scope],
    ["state", state],
    ...(agentId ? ([["agentid", agentId]] as [string, string][]) : []),
  ];
  const query = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return `https://open.weixin.qq.com/connect/oauth2/authorize?${query}#wechat_redirect`;
}
