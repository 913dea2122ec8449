/** What a public request says about who sends it. */
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { type Agent, classifyAgent } from "../../tracking/user-agent.ts";
import { isRefCookie } from "../../usecases/open/reader-identity.ts";
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
    refCookies: Object.keys(getCookie(c)).filter(isRefCookie),
    gpc: c.req.header("Sec-GPC") === "1",
  };
}

/** Where a request comes from; nothing keeps it. */
export function addressOf(c: Context<PublicEnv>): string {
  return c.req.header("CF-Connecting-IP") ?? "unknown";
}

/**
 * Whether more is done with one link from one place than people do. Behind one address may be thousands of
 * phones, so what is bounded tightly is one kind of browser there, and all of them together loosely. Both
 * counts last a minute and are kept by nobody.
 *
 * @param what what is done, each counted by itself
 * @param by the loose count is left out where a page is opened: of those a link's own bound is enough, and each
 *   count is a call of its own while somebody waits
 */
export async function isBurst(
  c: Context<PublicEnv>,
  what: "visit" | "pixel" | "sign" | "sign-in",
  code: string,
  by: "one and all" | "one" = "one and all",
): Promise<boolean> {
  const place = `${what} ${code.slice(0, 40)} ${addressOf(c)}`;
  const agent = c.req.header("User-Agent") ?? "";
  // A phone names its model in front and its app at the end; no limiter's key may be as long as a header.
  const browser = `${agent.length} ${agent.slice(0, 120)} ${agent.slice(-120)}`;
  const [ofOne, ofAll] = await Promise.all([
    c.env.withinLimit("burst", `${place} ${browser}`),
    by === "one" || c.env.withinLimit("crowd", place),
  ]);
  return !(ofOne && ofAll);
}
