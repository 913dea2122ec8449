/** An account with a WeChat of the test's own, which misbehaves as told. */
import { inject } from "vitest";
import { account, type Mishap, type WechatCall } from "../support/wechat-server.ts";
import type { env, World } from "./world.ts";

type Env = typeof env;

export { account };

/** How long it is waited for, in milliseconds: on a busy machine an answer takes as long as it takes, unless none is to come. */
const [patient, impatient] = [20_000, 400];

/** A WeChat that nobody else speaks to. */
export async function newWechat() {
  const made = await fetch(`${inject("wechatServer")}/realms`, { method: "POST" });
  const { origin, controlUrl } = await made.json<{ origin: string; controlUrl: string }>();
  const bindings: Partial<Env> = {
    WECHAT_API_ORIGIN: origin,
    WECOM_API_ORIGIN: origin,
    WECHAT_AUTHORIZE_ORIGIN: origin,
    ALLOWED_ORIGINS: origin,
    OUTSIDE_TIMEOUT_MS: patient,
  };
  return {
    origin,
    bindings,
    /** What the next calls answer. */
    tell: async (...mishaps: Mishap[]) => {
      if (mishaps.some(({ manner }) => manner === "silent"))
        bindings.OUTSIDE_TIMEOUT_MS = impatient;
      const told = await fetch(controlUrl, { method: "POST", body: JSON.stringify(mishaps) });
      await told.text();
    },
    /** What it was asked, or of one call. */
    asked: async (call = "") => {
      const calls = await (await fetch(controlUrl)).json<WechatCall[]>();
      return calls.filter(({ path }) => path.endsWith(call));
    },
  };
}

export type Wechat = Awaited<ReturnType<typeof newWechat>>;

/** Gives a workspace the account of the test's WeChat. */
export async function connect(world: World, wechat: Wechat, more: object = {}) {
  const settings = { appId: account.appId, appSecret: account.secret, ...more };
  const { bindings } = wechat;
  const put = await world.call("PUT", "/v1/integrations/wechat", settings, { bindings });
  if (put.status !== 200) throw new Error(JSON.stringify(put.body));
}
