/** What WeChat and WeCom ask of the host that pages are shared on. */
import { Hono } from "hono";
import { findProof } from "../../usecases/accounts/find-proof.ts";
import { methodsOf } from "../methods.ts";
import type { PublicEnv } from "../services.ts";
import { faceError, messagePage } from "./html.ts";
import { nothingHere } from "./nothing-here.ts";

export const wechat = new Hono<PublicEnv>();

wechat.get("/:file{(?:MP|WW)_verify_[A-Za-z0-9]+\\.txt}", async (c) => {
  const { origin } = new URL(c.req.url);
  const content = await findProof(c.env.ctx, c.req.param("file"), origin);
  if (content === null) return messagePage(c, "not-found", 404);
  return c.text(content, 200, { "Cache-Control": "public, max-age=60" });
});

const methodsAt = methodsOf(wechat);
wechat.notFound((c) => nothingHere(c, methodsAt));
wechat.onError((error, c) => faceError(error, c));
