/** What somebody may know and end of what is held of them: their own page, and receipts. */
import { type Context, Hono } from "hono";
import type { WorkspaceId } from "../../domain/ids.ts";
import { consentHash } from "../../pages/reader/consent-text.ts";
import { dropCookie, keepCookie } from "../../pages/shell/cookies.ts";
import { respond } from "../../pages/shell/respond.ts";
import { renderErased, renderHeld } from "../../pages/site/held.tsx";
import { renderVerify, type Verified } from "../../pages/site/verify.tsx";
import { refusalCookie, viewerCookie } from "../../usecases/open/reader-identity.ts";
import { rfc3339 } from "../../usecases/time.ts";
import { eraseOwn } from "../../usecases/viewers/erase-viewer.ts";
import { exportOwn } from "../../usecases/viewers/export-viewer.ts";
import { openPrivacy } from "../../usecases/viewers/privacy-token.ts";
import { type CheckedReceipt, readReceipt } from "../../usecases/viewers/receipt.ts";
import { showHeld } from "../../usecases/viewers/show-held.ts";
import { withdrawOwn } from "../../usecases/viewers/withdraw-viewer.ts";
import { methodsOf } from "../methods.ts";
import type { PublicEnv } from "../services.ts";
import { readToken } from "./address.ts";
import { readBody } from "./body.ts";
import { faceError, languageOf, messagePage } from "./html.ts";
import { nothingHere } from "./nothing-here.ts";
import { signsOf } from "./reading.ts";

/** A ticked box. */
const maxFormBytes = 256;
/** No receipt of ours is longer. */
const maxReceipt = 600;

export const privacy = new Hono<PublicEnv>();

privacy.get("/privacy/verify", async (c) => {
  const receipt = (c.req.query("receipt") ?? "").trim().slice(0, maxReceipt);
  const { ctx } = c.env;
  const read = receipt === "" ? null : await readReceipt(ctx, receipt);
  const verified = read && (await verifiedOf(read));
  const language = languageOf(c);
  return respond(c, (nonce) => renderVerify({ language, nonce, receipt, verified }));
});

async function verifiedOf(receipt: CheckedReceipt): Promise<Verified> {
  const at = rfc3339(receipt.at);
  if (receipt.kind === "erasure") return { kind: "erasure", at, mark: receipt.of };
  const { choice, textVersion, language, textHash } = receipt;
  const now = await consentHash(textVersion, language);
  return { kind: "consent", at, choice, textVersion, language, textHash, isSame: now === textHash };
}

privacy.get("/privacy/:token", async (c) => {
  const token = readToken(c.req.param("token"));
  const holder = await openPrivacy(c.env.ctx, token);
  if (!holder) return messagePage(c, "not-found", 404);
  const view = await showHeld(holder);
  const language = languageOf(c);
  const path = `/privacy/${token}`;
  return respond(c, (nonce) => renderHeld({ language, nonce, view, path }));
});

privacy.post("/privacy/:token/export", async (c) => {
  const holder = await openPrivacy(c.env.ctx, c.req.param("token"));
  if (!holder) return messagePage(c, "not-found", 404);
  return c.json(await exportOwn(holder), 200, {
    "Cache-Control": "no-store",
    "Content-Disposition": 'attachment; filename="starling-export.json"',
  });
});

privacy.post("/privacy/:token/withdraw", async (c) => {
  const token = c.req.param("token");
  const holder = await openPrivacy(c.env.ctx, token);
  if (!holder) return messagePage(c, "not-found", 404);
  await withdrawOwn(holder);
  const { workspaceId } = holder.viewer;
  forget(c, workspaceId);
  keepCookie(c, refusalCookie(workspaceId), "1");
  return c.redirect(`/privacy/${token}`, 303);
});

privacy.post("/privacy/:token/erase", async (c) => {
  const token = c.req.param("token");
  const form = new URLSearchParams(await readBody(c.req.raw, maxFormBytes));
  const holder = await openPrivacy(c.env.ctx, token);
  if (!holder) return messagePage(c, "not-found", 404);
  // A browser does not send the form without the tick; whatever else did is shown it again.
  if (form.get("sure") !== "yes") return c.redirect(`/privacy/${token}`, 303);
  const { answer } = await eraseOwn(holder);
  forget(c, holder.viewer.workspaceId);
  const language = languageOf(c);
  const { receipt, jobId } = answer;
  const isDone = jobId === null;
  return respond(c, (nonce) => renderErased({ language, nonce, receipt, isDone }));
});

/** Takes from the browser what tells it from others. Of which workspace a link's is cannot be seen: all of them go. */
function forget(c: Context<PublicEnv>, workspaceId: WorkspaceId): void {
  dropCookie(c, viewerCookie(workspaceId));
  for (const name of signsOf(c).refCookies) dropCookie(c, name);
}

const methodsAt = methodsOf(privacy);
privacy.notFound((c) => nothingHere(c, methodsAt));
privacy.onError((error, c) => faceError(error, c));
