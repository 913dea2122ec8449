/** Where a reader says who they are with WeChat: the way there, the question on it, the way back. */
import { type Context, Hono } from "hono";
import { coversSignIn } from "../../domain/consent-version.ts";
import { inSeconds } from "../../domain/units.ts";
import { consentHash } from "../../pages/reader/consent-text.ts";
import {
  renderSignedIn,
  renderSignInAgreed,
  renderSignInQuestion,
} from "../../pages/reader/sign-in.tsx";
import { dropCookie, keepCookie } from "../../pages/shell/cookies.ts";
import { respond } from "../../pages/shell/respond.ts";
import { AppError } from "../../usecases/errors.ts";
import { agreeToSignIn } from "../../usecases/sign-in/agree-to-sign-in.ts";
import { backPath, beginSignIn } from "../../usecases/sign-in/begin-sign-in.ts";
import { finishSignIn } from "../../usecases/sign-in/finish-sign-in.ts";
import { codeOfState, signInCookie, signInLife } from "../../usecases/sign-in/sign-in-state.ts";
import type { SignInResult } from "../../usecases/sign-in/sign-in-view.ts";
import { methodsOf } from "../methods.ts";
import type { PublicEnv } from "../services.ts";
import { readBody } from "./body.ts";
import { faceError, languageOf, messagePage } from "./html.ts";
import { nothingHere } from "./nothing-here.ts";
import { agentOf, isBurst, signsOf } from "./reading.ts";

/** A visit token. */
const maxFormBytes = 2048;

export const signIn = new Hono<PublicEnv>();

signIn.get("/t/wechat/sign-in", async (c) => {
  const token = c.req.query("token") ?? "";
  const { app } = agentOf(c);
  const way = { isTapped: isTapped(c), hasAgreed: c.req.query("agreed") !== undefined };
  const begun = await beginSignIn(c.env.ctx, { ...signsOf(c), token, app, ...way });
  if (!begun) return messagePage(c, "stale", 403);
  if (begun.kind === "not-kept") return told(c, begun);
  if (begun.kind === "ask") {
    const language = languageOf(c);
    return respond(c, (nonce) => renderSignInQuestion({ ...begun, language, nonce, token }));
  }
  keepCookie(c, signInCookie, begun.cookie, inSeconds(signInLife));
  // Neither WeChat nor the page after it is told the address, which has the visit's token in it.
  c.header("Referrer-Policy", "no-referrer");
  c.header("Cache-Control", "no-store");
  return c.redirect(begun.url, 302);
});

signIn.post("/t/wechat/agree", async (c) => {
  const { origin } = new URL(c.req.url);
  if ((c.req.header("Origin") ?? origin) !== origin) {
    throw new AppError("forbidden", "Only the page itself may send this.");
  }
  const form = new URLSearchParams(await readBody(c.req.raw, maxFormBytes));
  const token = form.get("token") ?? "";
  const language = languageOf(c);
  const textVersion = (form.get("version") ?? "").slice(0, 40);
  const textHash = await consentHash(textVersion, language);
  if (textHash === "" || !coversSignIn(textVersion)) {
    throw new AppError("malformed", "The words that were agreed to are no longer the page's own.");
  }
  const answer = { ...signsOf(c), token, textVersion, language, textHash };
  const agreed = await agreeToSignIn(c.env.ctx, answer);
  if (!agreed) return messagePage(c, "stale", 403);
  if (agreed.kind === "not-kept") return told(c, agreed);
  const { code, taken } = agreed;
  for (const name of taken.drop) dropCookie(c, name);
  for (const { name, value } of taken.keep) keepCookie(c, name, value);
  const { receipt } = taken;
  return respond(c, (nonce) => renderSignInAgreed({ language, nonce, code, token, receipt }));
});

// A GET that writes, as no other does: this is how WeChat brings a reader back. What it writes hangs on a code that is
// good once, and on a cookie that nobody has who looks ahead.
signIn.get(backPath, async (c) => {
  // Whoever looks ahead would use up the code.
  if (c.req.method === "HEAD" || agentOf(c).prefetch) {
    return c.body(null, 503, { "Cache-Control": "no-store" });
  }
  const { state = "", code } = c.req.query();
  if (await isBurst(c, "sign-in", codeOfState(state))) return messagePage(c, "too-many", 429);
  const result = await finishSignIn(c.env.ctx, { ...signsOf(c), state, code });
  dropCookie(c, signInCookie);
  return result ? told(c, result) : messagePage(c, "stale", 403);
});

/** True of a link that was followed on a page of this house; older browsers tell by the referrer alone. */
function isTapped(c: Context<PublicEnv>): boolean {
  const site = c.req.header("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin";
  return URL.parse(c.req.header("Referer") ?? "")?.origin === new URL(c.req.url).origin;
}

/** A page that leads back to the text, whatever came of it. */
function told(c: Context<PublicEnv>, result: SignInResult): Response {
  const language = languageOf(c);
  return respond(c, (nonce) => renderSignedIn({ language, nonce, result }), {
    // Its address has a code in it.
    headers: { "Referrer-Policy": "no-referrer" },
  });
}

const methodsAt = methodsOf(signIn);
signIn.notFound((c) => nothingHere(c, methodsAt));
signIn.onError((error, c) => faceError(error, c));
