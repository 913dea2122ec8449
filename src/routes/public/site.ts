/** What a deployment says of itself: home, privacy, health, docs, images. */

import { Hono } from "hono";
import { day, inSeconds, times } from "../../domain/units.ts";
import { respond } from "../../pages/shell/respond.ts";
import { renderDocs } from "../../pages/site/docs.tsx";
import { renderHome } from "../../pages/site/home.tsx";
import { renderPrivacy } from "../../pages/site/privacy.tsx";
import { checkHealth } from "../../usecases/deployment/check-health.ts";
import { getImage, resolveImage } from "../../usecases/images/get-image.ts";
import { problemResponse } from "../problem.ts";
import type { PublicEnv } from "../services.ts";
import { languageOf } from "./html.ts";

const year = inSeconds(times(365, day));

export const site = new Hono<PublicEnv>();

site.get("/", (c) => {
  const language = languageOf(c);
  return respond(c, (nonce) => renderHome({ language, nonce }));
});

// A link says whose readers are asking: each workspace has a name and a retention period of its own.
site.get("/privacy", async (c) => {
  const code = c.req.query("link");
  const landing = code ? await c.env.ctx.links.landing(code) : null;
  const language = languageOf(c);
  return respond(c, (nonce) =>
    renderPrivacy({
      language,
      nonce,
      workspaceName: landing?.workspaceName,
      retentionDays: landing?.retentionDays,
    }),
  );
});

site.get("/docs", (c) => {
  return respond(c, (nonce) =>
    renderDocs({ nonce, specUrl: "/openapi.json", assetBase: "/docs-ui/" }),
  );
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

site.onError((error, c) => problemResponse(error, c.env.ctx));
