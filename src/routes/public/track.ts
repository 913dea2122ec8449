/** The page script and what it talks to. No schema library here: this runs for every beat. */

import { type Context, Hono } from "hono";
import { day, inSeconds, times } from "../../domain/units.ts";
import {
  coreScript,
  coreScriptHash,
  fullScript,
  fullScriptHash,
} from "../../generated/page-script.ts";
import { consentHash } from "../../pages/reader/consent-text.ts";
import { dropCookie, keepCookie } from "../../pages/shell/cookies.ts";
import { recordBeat } from "../../usecases/beats/record-beat.ts";
import { recordConsent } from "../../usecases/beats/record-consent.ts";
import { recordOpen } from "../../usecases/beats/record-open.ts";
import { recordOpening } from "../../usecases/beats/record-opening.ts";
import { recordShare } from "../../usecases/beats/record-share.ts";
import { AppError } from "../../usecases/errors.ts";
import { openVisit } from "../../usecases/open/open-visit.ts";
import { problemResponse } from "../problem.ts";
import type { PublicEnv } from "../services.ts";
import { fieldsOf, readBody, readFields } from "./body.ts";
import { addressOf, agentOf, isBurst, signsOf } from "./reading.ts";

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

const forYears = `public, max-age=${year}, immutable`;
const briefly = "public, max-age=300";

track.get("/t.js", (c) => script(c, fullScript, briefly));
track.get("/t/:file{[0-9a-f]+\\.js}", (c) => {
  const hash = c.req.param("file").slice(0, -3);
  if (hash === coreScriptHash) return script(c, coreScript, forYears);
  // An older hash gets the newest script, but not for ever; the full one does what the core does, too.
  return script(c, fullScript, hash === fullScriptHash ? forYears : briefly);
});

function script(c: Context<PublicEnv>, source: string, cacheControl: string): Response {
  return c.body(source, 200, {
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": cacheControl,
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
}

track.post("/t", async (c) => {
  await limit(c, "beats");
  await recordBeat(c.env.ctx, await readBody(c.req.raw, maxBytes), agentOf(c));
  return c.body(null, 204, { "Access-Control-Allow-Origin": "*" });
});

track.post("/t/open", async (c) => {
  await limit(c, "opens");
  const body = await readBody(c.req.raw, maxBytes);
  const { token, ref } = /^\d/.test(body)
    ? await recordOpening(c.env.ctx, body, signsOf(c), agentOf(c), (code) =>
        isBurst(c, "visit", code),
      )
    : await openByFields(c, fieldsOf(body));
  return c.json({ token, ref }, 200, { "Cache-Control": "no-store" });
});

/** For scripts of somebody's own: without totals. */
async function openByFields(c: Context<PublicEnv>, fields: Record<string, unknown>) {
  const { code, ref, parentRef, key, readMs } = fields;
  if (typeof code !== "string") {
    throw new AppError(
      "malformed",
      'Send {"code": "…"}: the code of the link this page belongs to.',
    );
  }
  return await openVisit(c.env.ctx, {
    ...signsOf(c),
    code,
    ref: text(ref),
    parentRef: text(parentRef),
    key: text(key)?.slice(0, 64),
    readMs: typeof readMs === "number" && readMs >= 0 ? Math.trunc(readMs) : undefined,
    isBot: agentOf(c).bot,
    isBurst: () => isBurst(c, "visit", code),
  });
}

track.post("/t/consent", async (c) => {
  await limit(c, "beats");
  const { token, choice, textVersion, language } = await readFields(c.req.raw, maxBytes);
  if (typeof token !== "string" || typeof choice !== "boolean") {
    throw new AppError(
      "malformed",
      'Send {"token": "…", "choice": true or false, "textVersion", "language"}.',
    );
  }
  const { ctx } = c.env;
  const version = (text(textVersion) ?? "unstated").slice(0, 40);
  const spoken = (text(language) ?? "und").slice(0, 20);
  const taken = await recordConsent(ctx, {
    token,
    choice,
    textVersion: version,
    language: spoken,
    textHash: await consentHash(version, spoken),
    ...signsOf(c),
  });
  for (const name of taken?.drop ?? []) dropCookie(c, name);
  for (const { name, value } of taken?.keep ?? []) keepCookie(c, name, value);
  return c.body(null, 204, taken ? { Receipt: taken.receipt } : {});
});

track.post("/t/share", async (c) => {
  await limit(c, "beats");
  await recordShare(c.env.ctx, await readFields(c.req.raw, maxBytes));
  return c.body(null, 204);
});

track.get("/p/:file{[A-Za-z0-9]+\\.gif}", async (c) => {
  const code = c.req.param("file").slice(0, -4);
  if (c.req.method !== "HEAD") {
    const agent = agentOf(c);
    const isMachine = agent.bot || agent.prefetch;
    c.env.waitUntil(recordOpen(c.env.ctx, code, isMachine, () => isBurst(c, "pixel", code)));
  }
  return c.body(pixel, 200, {
    "Content-Type": "image/gif",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
});

track.onError((error, c) => problemResponse(error, c.env.ctx));

/** Lenient, since thousands of phones share one address; the address itself is not kept. */
async function limit(c: Context<PublicEnv>, what: "beats" | "opens"): Promise<void> {
  if (!(await c.env.withinLimit(what, addressOf(c)))) {
    throw new AppError("rate-limited", "Too many messages from this address. Wait a minute.");
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
