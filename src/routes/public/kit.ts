/** A sender's kit: opened by a signed address, which is swapped for a cookie and a clean URL. */

import { type Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import { inlineAs } from "../../domain/file-name.ts";
import {
  type BriefingItemId,
  type ContactId,
  type ContentId,
  type LinkCode,
  parseId,
  type ViewerId,
} from "../../domain/ids.ts";
import { invisible, isBlank } from "../../domain/invisible.ts";
import { day, inSeconds, times } from "../../domain/units.ts";
import { briefingOutcomes } from "../../domain/vocabulary.ts";
import { renderKit } from "../../pages/kit/page.tsx";
import { keepCookie } from "../../pages/shell/cookies.ts";
import { respond } from "../../pages/shell/respond.ts";
import { settleOwnItem } from "../../usecases/briefing/settle-item.ts";
import { AppError } from "../../usecases/errors.ts";
import { drawOwnQr } from "../../usecases/kit/draw-own-qr.ts";
import { linkForContact } from "../../usecases/kit/link-for-contact.ts";
import { setOwnLine } from "../../usecases/kit/own-line.ts";
import { removeOwnPicture, setOwnPicture } from "../../usecases/kit/own-picture.ts";
import { setOwnWords } from "../../usecases/kit/own-words.ts";
import { recordCopied } from "../../usecases/kit/record-copied.ts";
import { recordOpened } from "../../usecases/kit/record-opened.ts";
import { showKit } from "../../usecases/kit/show-kit.ts";
import { kitCookie, ownLooksCookie } from "../../usecases/open/reader-identity.ts";
import { enterKit, type KitHolder, openKit } from "../../usecases/sessions/kit-token.ts";
import { readOwnLook } from "../../usecases/sessions/own-look.ts";
import { confirmReader, nameReader, unnameReader } from "../../usecases/viewers/identify-viewer.ts";
import { methodsOf } from "../methods.ts";
import type { PublicEnv } from "../services.ts";
import { readToken } from "./address.ts";
import { readBody, readFields, readFile } from "./body.ts";
import { faceError, languageOf, messagePage } from "./html.ts";
import { nothingHere } from "./nothing-here.ts";

/** Three fields; nobody's are longer. */
const maxCopyBytes = 1024;
/** A whole caption, each sign of which may be four bytes and more. */
const maxCaptionBytes = 24_576;
const maxCaption = 5000;
const maxOwnWords = 60;
const maxPictureBytes = 20_000_000;
/** Pictures of the sender, each a path. */
const ownPictures = ["portrait", "wechat-qr"] as const;
const sessionSeconds = inSeconds(times(90, day));

export const kit = new Hono<PublicEnv>();

kit.get("/kit", async (c) => {
  const holder = await holderOf(c);
  if (!holder) return messagePage(c, "kit-expired", 404);
  const view = await showKit(holder, parseId<ContentId>(c.req.query("content")));
  const language = languageOf(c, view.current?.textLanguage);
  return respond(c, (nonce) => renderKit({ view, language, nonce }));
});

/** The sender's own look at a page, in a browser that shall know them. */
kit.get("/kit/look/*", async (c) => {
  const look = await readOwnLook(c.env.ctx, readToken(c.req.path.slice("/kit/look/".length)));
  if (!look) return messagePage(c, "unknown-link", 404);
  if (look.cookie !== null) keepCookie(c, ownLooksCookie, look.cookie, sessionSeconds);
  return c.body(null, 302, { Location: `/s/${look.code}`, "Cache-Control": "no-store" });
});

kit.get("/kit/qr/:name", async (c) => {
  const code = parseId<LinkCode>(/^(\w+)\.png$/.exec(c.req.param("name"))?.[1]);
  const holder = await holderOf(c);
  if (!holder) return messagePage(c, "kit-expired", 404);
  if (!code) return messagePage(c, "not-found", 404);
  const png = await drawOwnQr(holder, code);
  return c.body(Uint8Array.from(png), 200, {
    "Content-Type": "image/png",
    "Content-Disposition": inlineAs(`qr-${code}`, "image/png"),
    "Cache-Control": "private, max-age=86400",
  });
});

// After the kit itself, which its pattern also fits.
kit.get("/kit/*", async (c) => {
  const token = readToken(c.req.path.slice("/kit/".length));
  if (token === "") return c.redirect("/kit");
  // What the kit's own calls are named is nobody's token.
  const calls = methodsAt(c.req.path).filter((method) => method !== "GET" && method !== "HEAD");
  if (calls.length > 0) return messagePage(c, "wrong-method", 405, { Allow: calls.join(", ") });
  const session = await enterKit(c.env.ctx, token);
  if (session === null) return messagePage(c, "kit-expired", 404);
  keepCookie(c, kitCookie, session, sessionSeconds);
  return c.body(null, 302, { Location: "/kit", "Cache-Control": "no-store" });
});

kit.post("/kit/copies", async (c) => {
  const holder = await actingHolder(c);
  await recordCopied(holder, readCopied(await readFields(c.req.raw, maxCaptionBytes)));
  return c.body(null, 204);
});

kit.post("/kit/opens", async (c) => {
  const holder = await actingHolder(c);
  const { contentId } = await readFields(c.req.raw, maxCopyBytes);
  const content = typeof contentId === "string" ? parseId<ContentId>(contentId) : undefined;
  if (!content) throw new AppError("malformed", "Send {contentId}.");
  await recordOpened(holder, content);
  return c.body(null, 204);
});

kit.post("/kit/links", async (c) => {
  const holder = await actingHolder(c);
  const { contentId, contactId } = await readFields(c.req.raw, maxCopyBytes);
  const content = typeof contentId === "string" ? parseId<ContentId>(contentId) : undefined;
  const contact = typeof contactId === "string" ? parseId<ContactId>(contactId) : undefined;
  if (!content || !contact) throw new AppError("malformed", "Send {contentId, contactId}.");
  const wanted = { contentId: content, contactId: contact };
  return c.json({ url: await linkForContact(holder, wanted) });
});

kit.put("/kit/tasks/:id", async (c) => {
  const holder = await actingHolder(c);
  const id = parseId<BriefingItemId>(c.req.param("id"));
  const { state, outcome } = await readFields(c.req.raw, maxCopyBytes);
  const isDone = state === "done";
  const known = briefingOutcomes.find((one) => one === outcome);
  if (!id || (isDone ? !known : state !== "snoozed")) {
    throw new AppError("malformed", "Send {state, outcome}: done with an outcome, or snoozed.");
  }
  await settleOwnItem(holder, id, isDone ? { state, outcome: known } : { state: "snoozed" });
  return c.body(null, 204);
});

kit.put("/kit/words", async (c) => {
  const holder = await actingHolder(c);
  const { opener, closer } = await readFields(c.req.raw, maxCopyBytes);
  await setOwnWords(holder, { opener: readWords(opener), closer: readWords(closer) });
  return c.body(null, 204);
});

kit.put("/kit/lines", async (c) => {
  const holder = await actingHolder(c);
  const { contentId, line, shared } = await readFields(c.req.raw, maxCopyBytes);
  const id = typeof contentId === "string" ? parseId<ContentId>(contentId) : undefined;
  if (!id || typeof shared !== "boolean") {
    throw new AppError("malformed", "Send {contentId, line, shared}.");
  }
  await setOwnLine(holder, { contentId: id, line: readWords(line), shared });
  return c.body(null, 204);
});

for (const kind of ownPictures) {
  kit.put(`/kit/${kind}`, async (c) => {
    const holder = await actingHolder(c);
    if (!(await c.env.withinLimit("heavy", holder.sender.id))) {
      throw new AppError(
        "rate-limited",
        "Too many pictures from this kit. Wait a minute and go on.",
      );
    }
    await setOwnPicture(holder, kind, () => readFile(c.req.raw, maxPictureBytes));
    return c.body(null, 204);
  });

  kit.delete(`/kit/${kind}`, async (c) => {
    await removeOwnPicture(await actingHolder(c), kind);
    return c.body(null, 204);
  });
}

/** A viewer, a content, a contact and a name. */
const maxNameBytes = 2048;

kit.post("/kit/names", async (c) => {
  const holder = await actingHolder(c);
  const form = new URLSearchParams(await readBody(c.req.raw, maxNameBytes));
  const viewer = parseId<ViewerId>(form.get("viewer"));
  if (!viewer) throw new AppError("malformed", "Name the reader whom this is about.");
  const contactId = parseId<ContactId>(form.get("contact"));
  const name = (form.get("name") ?? "").trim().slice(0, 120);
  if (form.get("act") === "unname") await unnameReader(holder, viewer);
  else if (form.get("act") === "confirm") await confirmReader(holder, viewer);
  else if (contactId) await nameReader(holder, viewer, { contactId });
  else if (!isBlank(name) && !invisible.test(name)) await nameReader(holder, viewer, { name });
  const content = parseId<ContentId>(form.get("content"));
  // Back at the list that this was pressed in, far below the top.
  return c.redirect(`/kit${content ? `?content=${content}` : ""}#readers-title`, 303);
});

const methodsAt = methodsOf(kit);
kit.notFound((c) => nothingHere(c, methodsAt));
kit.onError((error, c) => faceError(error, c));

/** Who changes something by their kit; a foreign page can send it with the cookie's browser, but not with our Origin. */
async function actingHolder(c: Context<PublicEnv>): Promise<KitHolder> {
  if (c.req.header("Origin") !== new URL(c.req.url).origin) {
    throw new AppError("forbidden", "Only the kit itself may do this.");
  }
  const holder = await holderOf(c);
  if (!holder) throw new AppError("unauthenticated", "Open the kit again from its address.");
  return holder;
}

async function holderOf(c: Context<PublicEnv>): Promise<KitHolder | null> {
  const session = getCookie(c, kitCookie);
  return session ? await openKit(c.env.ctx, "kit-session", session) : null;
}

/** A sender's own words, null for none; as long as the API lets them be. */
function readWords(value: unknown): string | null {
  if (typeof value !== "string" || [...value].length > maxOwnWords || /[\r\n]/.test(value)) {
    throw new AppError("malformed", `Send one line of at most ${maxOwnWords} characters.`);
  }
  return value.trim() || null;
}

function readCopied({ contentId, version, edited, text }: Record<string, unknown>) {
  const id = typeof contentId === "string" ? parseId<ContentId>(contentId) : undefined;
  if (!id || !Number.isInteger(version) || typeof edited !== "boolean") {
    throw new AppError("malformed", "Send {contentId, version, edited}.");
  }
  const shown = typeof text === "string" ? text.slice(0, maxCaption) : undefined;
  return { contentId: id, version: Number(version), edited, text: shown };
}
