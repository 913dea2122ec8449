/** `/s/CODE` and `/s/CODE.REF`: what a shared link opens. */

import { type Context, Hono } from "hono";
import { signInWithin } from "../../domain/account.ts";
import { coreScriptHash } from "../../generated/page-script.ts";
import { consentHash } from "../../pages/reader/consent-text.ts";
import { CONSENT_WORDS } from "../../pages/reader/consent-words.ts";
import { renderLeftName } from "../../pages/reader/leave-name.tsx";
import { renderReader } from "../../pages/reader/page.tsx";
import { dropCookie, keepCookie } from "../../pages/shell/cookies.ts";
import { respond } from "../../pages/shell/respond.ts";
import { leaveName } from "../../usecases/beats/leave-name.ts";
import { AppError } from "../../usecases/errors.ts";
import { type OpenedPage, openLink } from "../../usecases/open/open-link.ts";
import type { PublicEnv } from "../services.ts";
import { readShareAddress } from "./address.ts";
import { readBody } from "./body.ts";
import { faceError, languageOf, messagePage } from "./html.ts";
import { addressOf, agentOf, isBurst, signsOf } from "./reading.ts";

export const share = new Hono<PublicEnv>();

share.get("/s/*", async (c) => {
  const { code, ref, isGlued } = readShareAddress(c.req.path.slice("/s/".length));
  // The address without what is glued to it is the one to pass on, and keeps the ref's parent.
  if (ref && isGlued) return redirect(`/s/${code}.${ref}${new URL(c.req.url).search}`);
  const agent = agentOf(c);
  const opened = await openLink(c.env.ctx, {
    ...signsOf(c),
    code,
    ref,
    isBot: agent.bot,
    query: new URL(c.req.url).search,
    isAhead: c.req.method === "HEAD" || agent.prefetch,
    isHead: c.req.method === "HEAD",
    isBurst: () => isBurst(c, "visit", code, "one"),
  });
  switch (opened.kind) {
    case "redirect":
      return redirect(opened.path);
    case "leave":
      return redirect(opened.url);
    case "page":
      return readerPage(c, opened);
    case "missing":
      return messagePage(c, "unknown-link", 404);
    default:
      return messagePage(c, opened.kind, 410);
  }
});

/** A token, a name, a number and a tick. */
const maxNameBytes = 4096;

share.post("/names", async (c) => {
  const { origin } = new URL(c.req.url);
  if ((c.req.header("Origin") ?? origin) !== origin) {
    throw new AppError("forbidden", "Only the page itself may send this.");
  }
  if (!(await c.env.withinLimit("burst", `name ${addressOf(c)}`))) {
    throw new AppError("rate-limited", "Too many names from here. Wait a minute.");
  }
  const form = new URLSearchParams(await readBody(c.req.raw, maxNameBytes));
  const language = languageOf(c);
  const result = await leaveName(c.env.ctx, {
    ...signsOf(c),
    token: form.get("token") ?? "",
    name: form.get("name") ?? "",
    phone: form.get("phone") ?? "",
    agrees: form.get("agree") === "yes",
    textVersion: CONSENT_WORDS.version,
    language,
    textHash: await consentHash(CONSENT_WORDS.version, language),
  });
  if (result.kind === "kept") {
    for (const name of result.drop) dropCookie(c, name);
    for (const { name, value } of result.keep) keepCookie(c, name, value);
  }
  const page = (nonce: string) => renderLeftName({ language, nonce, result });
  return respond(c, page, { status: result.kind === "kept" ? 200 : 422 });
});

share.onError((error, c) => faceError(error, c));

/** Never 301: a browser would keep it for ever, and with it one reader's ref. */
function redirect(location: string): Response {
  return new Response(null, {
    status: 302,
    headers: { Location: location, "Cache-Control": "no-store", "Referrer-Policy": "origin" },
  });
}

async function readerPage(
  c: Context<PublicEnv>,
  { view, cookies, forgets }: OpenedPage,
): Promise<Response> {
  for (const name of forgets) dropCookie(c, name);
  for (const { name, value } of cookies) keepCookie(c, name, value);
  const { outside, ...page } = view;
  // Nothing of it is loaded by whoever reads elsewhere, or what a workspace without an account shares.
  const isInWechat = outside?.accounts.wechat && agentOf(c).app === "wechat";
  const inWechat = isInWechat
    ? await (await import("./in-wechat.ts")).inWechat(c, outside, page.ownRef)
    : undefined;
  const offersSignIn =
    outside !== undefined &&
    (view.notice === "ask" || view.notice === "noticed" || view.notice === "agreed") &&
    signInWithin(agentOf(c).app, outside.accounts) !== null;
  const frame = {
    offersSignIn,
    language: languageOf(c, view.textLanguage),
    privacyUrl: `/privacy?link=${view.code}`,
    scriptSrc: `/t/${coreScriptHash}.js`,
  };
  return respond(c, (nonce) => renderReader({ ...page, ...frame, ...inWechat?.props, nonce }), {
    scriptOrigin: inWechat?.scriptOrigin,
  });
}
