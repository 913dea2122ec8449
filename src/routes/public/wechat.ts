/** What WeChat and WeCom ask of the host that pages are shared on, and what pages inside them ask. */
import { Hono } from "hono";
import { day, inSeconds, times } from "../../domain/units.ts";
import { wechatScript, wechatScriptHash } from "../../generated/wechat-script.ts";
import { findProof } from "../../usecases/accounts/find-proof.ts";
import { signReaderPage } from "../../usecases/accounts/page-config.ts";
import { AppError } from "../../usecases/errors.ts";
import { methodsOf } from "../methods.ts";
import type { PublicEnv } from "../services.ts";
import { readFields } from "./body.ts";
import { faceError, messagePage } from "./html.ts";
import { nothingHere } from "./nothing-here.ts";
import { addressOf, isBurst } from "./reading.ts";

/** An address of a page, with what apps add to it. */
const maxBytes = 4096;

export const wechat = new Hono<PublicEnv>();

wechat.get("/:file{(?:MP|WW)_verify_[A-Za-z0-9]+\\.txt}", async (c) => {
  const { origin } = new URL(c.req.url);
  const content = await findProof(c.env.ctx, c.req.param("file"), origin);
  if (content === null) return messagePage(c, "not-found", 404);
  return c.text(content, 200, { "Cache-Control": "public, max-age=60" });
});

wechat.get("/t/:file{wechat-[0-9a-f]+\\.js}", (c) => {
  const isNewest = c.req.param("file") === `wechat-${wechatScriptHash}.js`;
  // A page of an older version gets the newest script, but not for ever.
  const kept = isNewest ? `max-age=${inSeconds(times(365, day))}, immutable` : "max-age=300";
  return c.body(wechatScript, 200, {
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": `public, ${kept}`,
  });
});

wechat.post("/t/wechat", async (c) => {
  if (!(await c.env.withinLimit("opens", addressOf(c)))) {
    throw new AppError("rate-limited", "Too many messages from this address. Wait a minute.");
  }
  const { url } = await readFields(c.req.raw, maxBytes);
  if (typeof url !== "string") {
    throw new AppError("malformed", 'Send {"url": "…"}: the address of the page that is open.');
  }
  const config = await signReaderPage(c.env.ctx, url, (code) => isBurst(c, "sign", code));
  return c.json(config, 200, { "Cache-Control": "no-store" });
});

const methodsAt = methodsOf(wechat);
wechat.notFound((c) => nothingHere(c, methodsAt));
wechat.onError((error, c) => faceError(error, c));
