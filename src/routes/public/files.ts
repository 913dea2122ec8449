/** What programs and pages load: pictures, the interface of the API reference, the state of health. */

import { Hono } from "hono";
import { inlineAs } from "../../domain/file-name.ts";
import { day, inSeconds, times } from "../../domain/units.ts";
import { checkHealth } from "../../usecases/deployment/check-health.ts";
import { checkTakenBack } from "../../usecases/images/check-taken-back.ts";
import { getImage, resolveImage } from "../../usecases/images/get-image.ts";
import { problemResponse } from "../problem.ts";
import type { PublicEnv, Services } from "../services.ts";

/** How long a picture is shown without asking whether it was taken back. */
const imageSeconds = 300;

export const files = new Hono<PublicEnv>();

// Named by what they hold.
files.get("/console-ui/*", async (c) => {
  const asset = await c.env.asset(c.req.path);
  if (!asset.ok) return await newestOf(c.req.path, c.env);
  const kept = new Response(asset.body, asset);
  kept.headers.set("Cache-Control", `public, max-age=${inSeconds(times(365, day))}, immutable`);
  return kept;
});

/** A page that was open while a new version was put up asks by an old name: it gets the newest, but not for ever. */
async function newestOf(path: string, { asset }: Services): Promise<Response> {
  const { consoleScript, consoleStyle } = await import("../../generated/console.ts");
  const newest = await asset(path.endsWith(".css") ? consoleStyle : consoleScript);
  const briefly = new Response(newest.body, newest);
  briefly.headers.set("Cache-Control", "no-cache");
  return briefly;
}

files.get("/healthz", async (c) => {
  const health = await checkHealth(c.env.ctx);
  return c.json(health, health.ok ? 200 : 503, { "Cache-Control": "no-store" });
});

files.get("/i/:path", async (c) => {
  const path = c.req.param("path");
  const named = await resolveImage(c.env.ctx, path);
  const etag = `"${named.tag}"`;
  const headers = {
    // The bytes never change, but a picture may be taken back: who keeps it asks again after minutes.
    "Cache-Control": `public, max-age=${imageSeconds}, must-revalidate`,
    ETag: etag,
    "Content-Security-Policy": "default-src 'none'",
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
  await checkTakenBack(c.env.ctx, named);
  if (c.req.header("If-None-Match") === etag) return c.body(null, 304, headers);
  const address = new URL(c.req.path, c.req.url).href;
  const cached = await c.env.cache.match(address);
  if (cached) {
    const called = new Response(cached.body, cached);
    const type = cached.headers.get("Content-Type") ?? "";
    called.headers.set("Content-Disposition", inlineAs(c.req.query("as") ?? "", type));
    return called;
  }
  const image = await getImage(c.env.ctx, named);
  const size = image.size === null ? {} : { "Content-Length": String(image.size) };
  const response = new Response(image.body, {
    headers: { ...headers, ...size, "Content-Type": image.contentType },
  });
  if (c.req.method === "HEAD") await image.body.cancel();
  else if (!image.isLarge) c.env.waitUntil(c.env.cache.put(address, response.clone()));
  else {
    // Two readers of one body hold all of it that only one has taken: the cache gets one of its own.
    const again = async () => {
      const { body } = await getImage(c.env.ctx, named);
      await c.env.cache.put(address, new Response(body, { headers: response.headers }));
    };
    c.env.waitUntil(again());
  }
  response.headers.set("Content-Disposition", inlineAs(c.req.query("as") ?? "", image.contentType));
  return response;
});

files.onError((error, c) => problemResponse(error, c.env.ctx));
