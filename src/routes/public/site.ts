/** What a deployment says of itself: home, privacy. */

import { type Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import type { WorkspaceId } from "../../domain/ids.ts";
import { respond } from "../../pages/shell/respond.ts";
import { renderHome } from "../../pages/site/home.tsx";
import { renderPrivacy } from "../../pages/site/privacy.tsx";
import { readViewerCookie, viewerCookie } from "../../usecases/open/reader-identity.ts";
import { whoseLink } from "../../usecases/open/whose-link.ts";
import { keptFields } from "../../usecases/viewers/kept-records.ts";
import { openPrivacy, privacyUrl } from "../../usecases/viewers/privacy-token.ts";

import type { PublicEnv } from "../services.ts";
import { readCode } from "./address.ts";
import { faceError, languageOf } from "./html.ts";

export const site = new Hono<PublicEnv>();

site.get("/", (c) => {
  const language = languageOf(c);
  return respond(c, (nonce) => renderHome({ language, nonce }));
});

// A link says whose readers are asking: each workspace has a name and a retention period of its own.
site.get("/privacy", async (c) => {
  const code = readCode(c.req.query("link"));
  const owner = code ? await whoseLink(c.env.ctx, code) : null;
  const language = languageOf(c);
  const ownUrl = owner ? await ownPage(c, owner.workspaceId) : undefined;
  return respond(c, (nonce) =>
    renderPrivacy({
      ownUrl,
      kept: keptFields(),
      language,
      nonce,
      workspaceName: owner?.workspaceName,
      retentionDays: owner?.retentionDays,
      backUrl: owner ? pageBefore(c, owner.code) : undefined,
    }),
  );
});

/** The page of a link that led here, with the reader's ref in its address, else the link itself. */
function pageBefore(c: Context<PublicEnv>, code: string): string {
  const own = new URL(`/s/${code}`, c.req.url).href;
  const before = c.req.header("Referer") ?? "";
  return before.startsWith(`${own}.`) || before === own ? before : own;
}

/** Where the reader that a browser remembers sees what is held of them. */
async function ownPage(c: Context<PublicEnv>, workspaceId: WorkspaceId) {
  const { ctx } = c.env;
  const known = await readViewerCookie(ctx, workspaceId, getCookie(c, viewerCookie(workspaceId)));
  const url = known && (await privacyUrl(ctx, { id: known.id, workspaceId }));
  // Of whoever was erased elsewhere nothing is held, and their page is gone.
  return url && (await openPrivacy(ctx, url.split("/").at(-1) ?? "")) ? url : undefined;
}

site.onError((error, c) => faceError(error, c));
