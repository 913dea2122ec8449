/** Links and their codes. */
import type { Context, Hono } from "hono";
import { type ContentId, type LinkCode, parseId, type SenderId } from "../../domain/ids.ts";
import { day, later } from "../../domain/units.ts";
import { renderLink } from "../../pages/console/screens/link.tsx";
import { linkColumns, renderLinks } from "../../pages/console/screens/links.tsx";
import { renderSheet } from "../../pages/console/screens/sheet.tsx";
import { listPosts } from "../../usecases/console/list-posts.ts";
import { makePrintLinks } from "../../usecases/console/make-print-links.ts";
import { everyLink, showLink, showLinks } from "../../usecases/console/show-links.ts";
import { allSenders } from "../../usecases/console/show-people.ts";
import { listContacts } from "../../usecases/contacts/list-contacts.ts";
import { AppError } from "../../usecases/errors.ts";
import { mayDo } from "../../usecases/kernel/actor.ts";
import { createLink } from "../../usecases/links/create-link.ts";
import { drawLinkQr, qrSvg } from "../../usecases/links/draw-qr.ts";
import { updateLink } from "../../usecases/links/update-link.ts";
import type { ConsoleHolder } from "../../usecases/sessions/console-session.ts";
import { readTime, rfc3339 } from "../../usecases/time.ts";
import { z } from "../management/define.ts";
import { contentId as idField } from "../management/fields.ts";
import { linkChange, newLink } from "../management/links.ts";
import type { ConsoleEnv } from "../services.ts";
import { screen } from "./desk.ts";
import { after, checked, type Form, readForm } from "./forms.ts";
import { sheetOf } from "./people.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

export function addLinks(app: Hono<ConsoleEnv>): void {
  app.get("/console/links", async (c) => {
    const holder = c.get("holder");
    const contentId = parseId<ContentId>(c.req.query("post"));
    const senderId = parseId<SenderId>(c.req.query("sender"));
    const cursor = c.req.query("cursor");
    const isFile = isCsv(c);
    const view = await showLinks(holder, { contentId, senderId, cursor, isFile });
    if (isFile) return await csvOf(c, "links", view.links, (desk) => linkColumns(desk, view));
    const [{ posts }, people] = await Promise.all([
      listPosts(holder),
      allSenders(holder, undefined),
    ]);
    // Whose contacts are read stands in the audit: only who asks for somebody's sees them.
    const whose = parseId<SenderId>(c.req.query("for"));
    const isAsked = whose !== undefined && mayDo(holder, "write");
    const choices = {
      posts: posts.filter(({ status }) => status === "published"),
      people,
      whose: isAsked ? whose : undefined,
      contacts: isAsked ? (await listContacts(holder, { limit: 200, senderId: whose })).items : [],
    };
    const query = { ...tableQuery(c), post: contentId, sender: senderId, cursor };
    return await screen(c, ["link"], (desk) => renderLinks(desk, view, query, choices));
  });

  app.get("/console/links/sheet", async (c) => {
    const holder = c.get("holder");
    const contentId = parseId<ContentId>(c.req.query("post"));
    const channel = c.req.query("channel") || undefined;
    const all = await everyLink(holder, { contentId, channel });
    const { items, page, pages } = sheetOf(c, all);
    const codes = items.map(({ sender, title, url }) => ({
      name: sender,
      more: title,
      qrSvg: qrSvg(url),
    }));
    const at = { path: "/console/links/sheet", keep: { post: contentId, channel } };
    const makes = codes.length > 0 ? null : await printable(holder);
    return await screen(c, ["print-links"], (desk) =>
      renderSheet(desk, { of: "links", codes, page, pages, makes, ...at }),
    );
  });

  app.post("/console/links/print", async (c) => {
    const form = await readForm(c, "print-links");
    const fields = { contentId: form.text("contentId") };
    const { contentId } = checked(printed, fields);
    await makePrintLinks(c.get("holder"), contentId);
    return after(c, `/console/links/sheet?channel=print&post=${contentId}`, "created");
  });

  app.post("/console/links", async (c) => {
    const form = await readForm(c, "link");
    const group = form.text("group").trim();
    const channel = form.text("channel");
    const fields = {
      contentId: form.text("contentId"),
      senderId: form.text("senderId"),
      channel: channel === "group" && group !== "" ? `group:${group}` : channel,
      contactId: form.text("contactId") || undefined,
      maxClicks: numberOf(form, "maxClicks"),
    };
    const { answer } = await createLink(c.get("holder"), checked(newLink, fields));
    return after(c, `/console/links/${answer.code}`, "created");
  });

  app.get("/console/links/:code", async (c) => {
    const holder = c.get("holder");
    const code = codeOf(c);
    const [link, svg] = await Promise.all([
      showLink(holder, code),
      drawLinkQr(holder, code, "svg"),
    ]);
    const now = rfc3339(holder.now());
    return await screen(c, ["link-pause", "link-expiry", "link-cap"], (desk) =>
      renderLink(desk, link, String(svg), now),
    );
  });

  for (const format of ["svg", "png"] as const) {
    app.get(`/console/links/:code/qr.${format}`, async (c) => {
      const code = codeOf(c);
      const picture = await drawLinkQr(c.get("holder"), code, format);
      return new Response(typeof picture === "string" ? picture : new Uint8Array(picture), {
        headers: {
          "Content-Type": format === "svg" ? "image/svg+xml" : "image/png",
          "Content-Disposition": `attachment; filename="${code}.${format}"`,
          "Content-Security-Policy": "default-src 'none'",
          "Cache-Control": "no-store",
        },
      });
    });
  }

  app.post("/console/links/:code/pause", async (c) => {
    const form = await readForm(c, "link-pause");
    const code = codeOf(c);
    await updateLink(c.get("holder"), code, { paused: form.text("paused") === "yes" });
    return after(c, `/console/links/${code}`, "saved");
  });

  app.post("/console/links/:code/cap", async (c) => {
    const form = await readForm(c, "link-cap");
    const code = codeOf(c);
    const change = checked(linkChange, { maxClicks: numberOf(form, "maxClicks") });
    await updateLink(c.get("holder"), code, change);
    return after(c, `/console/links/${code}`, "saved");
  });

  app.post("/console/links/:code/expiry", async (c) => {
    const form = await readForm(c, "link-expiry");
    const holder = c.get("holder");
    const code = codeOf(c);
    const until = form.text("expiresAt").trim();
    const start = until ? readTime("expiresAt", until, holder.workspace.timezone) : undefined;
    // The day that is named is the last on which it opens.
    const expiresAt = start === undefined ? null : rfc3339(later(start, day));
    await updateLink(holder, code, { expiresAt });
    return after(c, `/console/links/${code}`, "saved");
  });
}

const printed = z.object({ contentId: idField });

/** What links to print can be made of. */
async function printable(holder: ConsoleHolder) {
  const { posts, senders } = await listPosts(holder);
  return { posts: posts.filter(({ status }) => status === "published"), senders };
}

/** A whole number of a field, or what was written there, for the schema to refuse; null for nothing. */
function numberOf(form: Form, name: string): number | string | null {
  const text = form.text(name).trim();
  if (text === "") return null;
  return /^\d+$/.test(text) ? Number(text) : text;
}

function codeOf(c: Context<ConsoleEnv>): LinkCode {
  const code = parseId<LinkCode>(c.req.param("code"));
  if (code) return code;
  throw new AppError("not-found", "There is no such link. Go back to the list of links.");
}
