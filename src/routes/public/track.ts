/** The page script and what it talks to. No schema library here: this runs for every beat. */

import { type Context, Hono } from "hono";
import { day, inSeconds, times } from "../../domain/units.ts";
import { fullScript, fullScriptHash } from "../../generated/page-script.ts";
import { dropCookie, keepCookie } from "../../pages/shell/cookies.ts";
import { recordBeat } from "../../usecases/beats/record-beat.ts";
import { recordConsent } from "../../usecases/beats/record-consent.ts";
import { recordOpen } from "../../usecases/beats/record-open.ts";
import { AppError } from "../../usecases/errors.ts";
import { openVisit } from "../../usecases/open/open-visit.ts";
import {
  refCookie,
  refusalCookie,
  signOwn,
  signViewer,
  viewerCookie,
} from "../../usecases/open/reader-identity.ts";
import { problemResponse } from "../problem.ts";
import type { PublicEnv } from "../services.ts";
import { readBody, readFields } from "./body.ts";
import { agentOf, signsOf } from "./reading.ts";

const maxBytes = 4096;
const year = inSeconds(times(365, day));

/** A transparent 1 × 1 GIF, 43 bytes. */
const pixel = Uint8Array.from(
  atob("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="),
  (char) => char.charCodeAt(0),
);

export const track = new Hono<PublicEnv>();

// Other people's pages call these; they carry no cookie there, so any origin may.
track.use("/t/*", async (c, next) => {
  if (c.req.method === "OPTIONS") {
    return c.body(null, 204, {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "POST",
      "Access-Control-Allow-Headers": "content-type",
      "Access-Control-Max-Age": "86400",
    });
  }
  await next();
  c.res.headers.set("Access-Control-Allow-Origin", "*");
  return undefined;
});

track.get("/t.js", (c) => script(c, "public, max-age=300"));
track.get("/t/:file{[0-9a-f]+\\.js}", (c) => {
  // An older hash gets the newest script, but not for ever.
  const isNewest = c.req.param("file") === `${fullScriptHash}.js`;
  return script(c, isNewest ? `public, max-age=${year}, immutable` : "public, max-age=300");
});

function script(c: Context<PublicEnv>, cacheControl: string): Response {
  return c.body(fullScript, 200, {
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": cacheControl,
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
}

track.post("/t", async (c) => {
  await limit(c);
  await recordBeat(c.env.ctx, await readBody(c.req.raw, maxBytes), agentOf(c));
  return c.body(null, 204, { "Access-Control-Allow-Origin": "*" });
});

track.post("/t/open", async (c) => {
  await limit(c);
  const { code, ref, parentRef } = await readFields(c.req.raw, maxBytes);
  if (typeof code !== "string") {
    throw new AppError(
      "malformed",
      'Send {"code": "…"}: the code of the link this page belongs to.',
    );
  }
  const visit = await openVisit(c.env.ctx, {
    ...signsOf(c),
    code,
    ref: text(ref),
    parentRef: text(parentRef),
    isBot: agentOf(c).bot,
  });
  return c.json(visit, 200, { "Cache-Control": "no-store" });
});

track.post("/t/consent", async (c) => {
  await limit(c);
  const { token, choice, textVersion, language } = await readFields(c.req.raw, maxBytes);
  if (typeof token !== "string" || typeof choice !== "boolean") {
    throw new AppError(
      "malformed",
      'Send {"token": "…", "choice": true or false, "textVersion", "language"}.',
    );
  }
  const { ctx } = c.env;
  const taken = await recordConsent(ctx, {
    token,
    choice,
    textVersion: (text(textVersion) ?? "unstated").slice(0, 40),
    language: (text(language) ?? "und").slice(0, 20),
    ...signsOf(c),
  });
  if (!taken) return c.body(null, 204);
  const { workspaceId, code, viewerId, own } = taken;
  if (viewerId) {
    dropCookie(c, refusalCookie(workspaceId));
    keepCookie(c, viewerCookie(workspaceId), await signViewer(ctx, workspaceId, viewerId));
    if (own) keepCookie(c, refCookie(code), await signOwn(ctx, code, own));
  } else {
    // Remembered without an identifier: the same value for everybody.
    dropCookie(c, viewerCookie(workspaceId));
    dropCookie(c, refCookie(code));
    keepCookie(c, refusalCookie(workspaceId), "1");
  }
  return c.body(null, 204);
});

track.get("/p/:file{[A-Za-z0-9]+\\.gif}", async (c) => {
  const code = c.req.param("file").slice(0, -4);
  if (c.req.method !== "HEAD") {
    const agent = agentOf(c);
    c.env.waitUntil(recordOpen(c.env.ctx, code, agent.bot || agent.prefetch));
  }
  return c.body(pixel, 200, {
    "Content-Type": "image/gif",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
});

track.onError((error, c) => problemResponse(error, c.env.ctx));

/** Lenient, since thousands of phones share one address; the address itself is not kept. */
async function limit(c: Context<PublicEnv>): Promise<void> {
  const address = c.req.header("CF-Connecting-IP") ?? "unknown";
  if (!(await c.env.withinLimit("beats", address))) {
    throw new AppError("rate-limited", "Too many messages from this address. Wait a minute.");
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
