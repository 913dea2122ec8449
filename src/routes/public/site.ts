/** What a deployment says of itself: home, privacy, health, docs, images. */

import { Hono } from "hono";
import { day, inSeconds, times } from "../../domain/units.ts";
import { renderDocs, renderHome, renderPrivacy } from "../../pages/index.ts";
import { checkHealth } from "../../usecases/check-health.ts";
import { getImage, resolveImage } from "../../usecases/images/get-image.ts";
import { problemResponse } from "../problem.ts";
import type { PublicEnv } from "../services.ts";
import { htmlResponse, languageOf, newNonce } from "./html.ts";

const year = inSeconds(times(365, day));

export const site = new Hono<PublicEnv>();

site.get("/", (c) => {
  const nonce = newNonce();
  return htmlResponse(c, renderHome({ language: languageOf(c), nonce }), nonce);
});

// A link says whose readers are asking: each workspace has a name and a retention period of its own.
site.get("/privacy", async (c) => {
  const code = c.req.query("link");
  const landing = code ? await c.env.ctx.links.landing(code) : null;
  const nonce = newNonce();
  const html = renderPrivacy({
    language: languageOf(c),
    nonce,
    workspaceName: landing?.workspaceName,
    retentionDays: landing?.retentionDays,
  });
  return htmlResponse(c, html, nonce);
});

site.get("/docs", (c) => {
  const nonce = newNonce();
  const html = renderDocs({ nonce, specUrl: "/openapi.json", assetBase: "/docs-ui/" });
  return htmlResponse(c, html, nonce);
});

// Until there is a console, the API reference does its work.
site.get("/console", (c) => c.redirect("/docs", 302));

site.get("/docs-ui/*", (c) => c.env.asset(c.req.path));

site.get("/healthz", async (c) => {
  const health = await checkHealth(c.env.ctx);
  return c.json(health, health.ok ? 200 : 503, { "Cache-Control": "no-store" });
});

site.get("/i/:path", async (c) => {
  const path = c.req.param("path");
  const etag = `"${path.slice(-22)}"`;
  const headers = {
    "Cache-Control": `public, max-age=${year}, immutable`,
    ETag: etag,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
  const named = await resolveImage(c.env.ctx, path);
  if (c.req.header("If-None-Match") === etag) return c.body(null, 304, headers);
  const address = new URL(c.req.path, c.req.url).href;
  const cached = await c.env.cache.match(address);
  if (cached) return cached;
  const image = await getImage(c.env.ctx, named);
  const size = image.size === null ? {} : { "Content-Length": String(image.size) };
  const response = new Response(image.body, {
    headers: { ...headers, ...size, "Content-Type": image.contentType },
  });
  if (c.req.method === "HEAD") await image.body.cancel();
  else if (image.mayBeKept) c.env.waitUntil(c.env.cache.put(address, response.clone()));
  return response;
});

site.onError((error, c) => problemResponse(error, c.env.requestId));
