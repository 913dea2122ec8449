/** The people who share: who did what, their kits, and how they come in and leave. */
import type { Context, Hono } from "hono";
import { parseId, type SenderId } from "../../domain/ids.ts";
import { renderImport } from "../../pages/console/screens/import.tsx";
import { peopleColumns, renderPeople } from "../../pages/console/screens/people.tsx";
import { renderPerson } from "../../pages/console/screens/person.tsx";
import { codesOfSheet, renderSheet } from "../../pages/console/screens/sheet.tsx";
import { readPeopleTable } from "../../usecases/console/read-people-table.ts";
import { allSenders, showPeople } from "../../usecases/console/show-people.ts";
import { isImported, tryImport } from "../../usecases/console/try-import.ts";
import { AppError, invalidField } from "../../usecases/errors.ts";
import { requireScope } from "../../usecases/kernel/actor.ts";
import { qrSvg } from "../../usecases/links/draw-qr.ts";
import { getSenderActivity } from "../../usecases/reports/sender-activity.ts";
import { createSender } from "../../usecases/senders/create-sender.ts";
import { createSenders } from "../../usecases/senders/create-senders.ts";
import { deleteSender } from "../../usecases/senders/delete-sender.ts";
import { getSender } from "../../usecases/senders/get-sender.ts";
import { handOver } from "../../usecases/senders/hand-over.ts";
import { updateSender } from "../../usecases/senders/update-sender.ts";
import { newSender, readSender, senderChange } from "../management/senders.ts";
import type { ConsoleEnv } from "../services.ts";
import { screen } from "./desk.ts";
import { after, checked, type Form, readForm } from "./forms.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

/** As many as one call of the API takes. */
const mostRows = 500;
const list = "/console/people";
const fields = [
  "name",
  "team",
  "title",
  "phone",
  "externalId",
  "signature",
  "opener",
  "closer",
] as const;

export function addPeople(app: Hono<ConsoleEnv>): void {
  app.get(list, async (c) => {
    const team = teamOf(c);
    const view = await showPeople(c.get("holder"), team);
    if (isCsv(c)) return await csvOf(c, "people", view.people, (desk) => peopleColumns(desk, view));
    return await screen(c, ["person"], (desk) => renderPeople(desk, view, tableQuery(c), team));
  });

  app.post(list, async (c) => {
    const form = await readForm(c, "person");
    await createSender(c.get("holder"), checked(newSender, personOf(form)));
    return after(c, list, "created");
  });

  app.get(`${list}/import`, (c) =>
    screen(c, ["import"], (desk) => renderImport(desk, { text: "", trials: null, unknown: [] })),
  );

  app.post(`${list}/import`, async (c) => {
    const form = await readForm(c, "import");
    const holder = c.get("holder");
    const text = form.text("table");
    const { rows, unknown } = readPeopleTable(text);
    if (rows.length > mostRows) {
      throw new AppError("invalid", `Import at most ${mostRows} rows at a time.`);
    }
    const people = rows.map((row, index) => readSender(row.fields, index));
    const trials = await tryImport(holder, people);
    if (form.text("confirm") !== "yes") {
      const shown = trials.map((trial, index) => ({
        ...trial,
        line: rows[index]?.line ?? 0,
        given: rows[index]?.fields ?? {},
      }));
      return await screen(c, ["import"], (desk) =>
        renderImport(desk, { text, trials: shown, unknown }),
      );
    }
    await createSenders(
      holder,
      people.filter((_, index) => trials[index] && isImported(trials[index])),
    );
    return after(c, list, "imported");
  });

  app.get(`${list}/sheet`, async (c) => {
    const holder = c.get("holder");
    // A kit's code opens it.
    requireScope(holder, "write");
    const people = await allSenders(holder, teamOf(c));
    const sheet = sheetOf(c, people);
    const codes = sheet.items.map(({ name, team, kitUrl }) => ({
      name,
      more: team,
      qrSvg: qrSvg(kitUrl ?? ""),
    }));
    const { page, pages } = sheet;
    const at = { path: `${list}/sheet`, keep: { team: c.req.query("team") } };
    return await screen(c, [], (desk) =>
      renderSheet(desk, { of: "people", codes, page, pages, makes: null, ...at }),
    );
  });

  app.get(`${list}/:id`, async (c) => {
    const holder = c.get("holder");
    const [{ id, kitUrl, ...person }, activity] = await Promise.all([
      getSender(holder, senderOf(c)),
      getSenderActivity(holder, senderOf(c)),
    ]);
    const kit = kitUrl ? { url: kitUrl, qrSvg: qrSvg(kitUrl) } : null;
    const others = kit ? await allSenders(holder, undefined) : [];
    const heirs = others.filter((other) => other.id !== id);
    const forms = ["person", "end-kit", "hand-over", "remove-person"];
    return await screen(c, forms, (desk) =>
      renderPerson(desk, { id, person, kit, activity, heirs }),
    );
  });

  app.post(`${list}/:id`, async (c) => {
    const form = await readForm(c, "person");
    const id = senderOf(c);
    await updateSender(c.get("holder"), id, checked(senderChange, personOf(form)));
    return after(c, `${list}/${id}`, "saved");
  });

  app.post(`${list}/:id/end-kit`, async (c) => {
    await readForm(c, "end-kit");
    const id = senderOf(c);
    await updateSender(c.get("holder"), id, { endKit: true });
    return after(c, `${list}/${id}`, "saved");
  });

  app.post(`${list}/:id/hand-over`, async (c) => {
    const form = await readForm(c, "hand-over");
    const to = parseId<SenderId>(form.text("to"));
    if (!to) throw invalidField("to", "Choose who takes over.");
    await handOver(c.get("holder"), senderOf(c), to);
    return after(c, `${list}/${to}`, "handedOver");
  });

  app.post(`${list}/:id/remove`, async (c) => {
    await readForm(c, "remove-person");
    await deleteSender(c.get("holder"), senderOf(c));
    return after(c, list, "removed");
  });
}

/** The page of a sheet that the address asks for. */
export function sheetOf<Item>(c: Context<ConsoleEnv>, all: readonly Item[]) {
  const pages = Math.max(1, Math.ceil(all.length / codesOfSheet));
  const page = Math.min(pages, Math.max(1, Math.floor(Number(c.req.query("page")) || 1)));
  return { items: all.slice((page - 1) * codesOfSheet, page * codesOfSheet), page, pages };
}

/** The team that the address asks for; a lead sees their own. */
function teamOf(c: Context<ConsoleEnv>): string | undefined {
  return c.get("holder").team ?? (c.req.query("team") || undefined);
}

function senderOf(c: Context<ConsoleEnv>): SenderId {
  const id = parseId<SenderId>(c.req.param("id"));
  if (id) return id;
  throw new AppError("not-found", "There is no such colleague. Go back to the list of people.");
}

const personOf = (form: Form) =>
  Object.fromEntries(fields.map((field) => [field, form.text(field).trim() || null]));
