/** What a public request says about who sends it. */
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { type Agent, classifyAgent } from "../../tracking/user-agent.ts";
import type { PublicEnv } from "../services.ts";

export function agentOf(c: Context<PublicEnv>): Agent {
  return classifyAgent({
    userAgent: c.req.header("User-Agent") ?? "",
    secPurpose: c.req.header("Sec-Purpose"),
    purpose: c.req.header("Purpose") ?? c.req.header("X-Purpose") ?? c.req.header("X-Moz"),
  });
}

/** The signs by which a reader may be known: cookies, and the wish not to be. */
export function signsOf(c: Context<PublicEnv>) {
  return {
    cookie: (name: string) => getCookie(c, name),
    gpc: c.req.header("Sec-GPC") === "1",
  };
}
