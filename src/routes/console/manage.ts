/** What head office alone does: who may sign in, keys and the audit. */
import type { Context, Hono } from "hono";
import { type ApiKeyId, type MemberId, parseId } from "../../domain/ids.ts";
import { auditColumns, renderAudit } from "../../pages/console/screens/audit.tsx";
import { renderComponents } from "../../pages/console/screens/components.tsx";
import { keyColumns, renderKeys } from "../../pages/console/screens/keys.tsx";
import { memberColumns, renderMembers } from "../../pages/console/screens/members.tsx";
import { createApiKey } from "../../usecases/api-keys/create-api-key.ts";
import { listApiKeys } from "../../usecases/api-keys/list-api-keys.ts";
import { revokeApiKey } from "../../usecases/api-keys/revoke-api-key.ts";
import { showAudit } from "../../usecases/console/show-audit.ts";
import { AppError } from "../../usecases/errors.ts";
import { createMember } from "../../usecases/members/create-member.ts";
import { endMember } from "../../usecases/members/end-member.ts";
import { listMembers } from "../../usecases/members/list-members.ts";
import { renewLink } from "../../usecases/members/renew-link.ts";
import { rfc3339 } from "../../usecases/time.ts";
import { newApiKey } from "../management/api-keys.ts";
import { newMember } from "../management/members.ts";
import type { ConsoleEnv } from "../services.ts";
import { screen } from "./desk.ts";
import { after, checked, readForm } from "./forms.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

/** As many as one page lists. */
const limit = 200;
const nowOf = (c: Context<ConsoleEnv>) => rfc3339(c.get("holder").now());

export function addManage(app: Hono<ConsoleEnv>): void {
  addMembers(app);
  addKeys(app);

  // What a screen is made of, for whoever builds one.
  app.get("/console/components", (c) =>
    screen(c, [], (desk) => renderComponents(desk, tableQuery(c))),
  );

  app.get("/console/audit", async (c) => {
    const holder = c.get("holder");
    const cursor = c.req.query("cursor");
    const { acts, nextCursor } = await showAudit(holder, { limit, cursor });
    const { timezone } = holder.workspace;
    const view = { acts, nextCursor, cursor, timezone, now: nowOf(c) };
    if (isCsv(c)) return await csvOf(c, "audit", acts, (desk) => auditColumns(desk, view));
    return await screen(c, [], (desk) => renderAudit(desk, view, tableQuery(c)));
  });
}

function addMembers(app: Hono<ConsoleEnv>): void {
  /** The list, with a link that was just made: it is in no address, so that nobody finds it in a history. */
  const shown = async (c: Context<ConsoleEnv>, fresh: { name: string; url: string } | null) => {
    const { items: members } = await listMembers(c.get("holder"), { limit });
    if (isCsv(c)) return await csvOf(c, "members", members, memberColumns);
    const forms = ["member", "member-link", "member-end"];
    return await screen(c, forms, (desk) => renderMembers(desk, { members, fresh }, tableQuery(c)));
  };

  app.get("/console/members", (c) => shown(c, null));

  app.post("/console/members", async (c) => {
    const form = await readForm(c, "member");
    const fields = { name: form.text("name"), role: form.text("role"), team: form.text("team") };
    const { answer } = await createMember(c.get("holder"), checked(newMember, fields));
    return await shown(c, { name: answer.name, url: answer.signInUrl });
  });

  app.post("/console/members/:id/link", async (c) => {
    const form = await readForm(c, "member-link");
    const { answer } = await renewLink(c.get("holder"), memberOf(c));
    return await shown(c, { name: form.text("name").slice(0, 120), url: answer.signInUrl });
  });

  app.post("/console/members/:id/end", async (c) => {
    await readForm(c, "member-end");
    await endMember(c.get("holder"), memberOf(c));
    return after(c, "/console/members", "removed");
  });
}

function memberOf(c: Context<ConsoleEnv>): MemberId {
  const id = parseId<MemberId>(c.req.param("id"));
  if (id) return id;
  throw new AppError("not-found", "There is no such member. Go back to the list.");
}

function addKeys(app: Hono<ConsoleEnv>): void {
  const shown = async (c: Context<ConsoleEnv>, fresh: string | null) => {
    const { items: keys } = await listApiKeys(c.get("holder"), { limit });
    const view = { keys, now: nowOf(c), fresh };
    if (isCsv(c)) return await csvOf(c, "keys", keys, (desk) => keyColumns(desk, view.now));
    return await screen(c, ["key", "key-revoke"], (desk) => renderKeys(desk, view, tableQuery(c)));
  };

  app.get("/console/keys", (c) => shown(c, null));

  app.post("/console/keys", async (c) => {
    const form = await readForm(c, "key");
    const fields = { name: form.text("name"), scopes: form.all("scopes") };
    const { answer } = await createApiKey(c.get("holder"), checked(newApiKey, fields));
    return await shown(c, answer.key);
  });

  app.post("/console/keys/:id/revoke", async (c) => {
    await readForm(c, "key-revoke");
    const id = parseId<ApiKeyId>(c.req.param("id"));
    if (!id) throw new AppError("not-found", "There is no such key. Go back to the list.");
    await revokeApiKey(c.get("holder"), id);
    return after(c, "/console/keys", "saved");
  });
}
