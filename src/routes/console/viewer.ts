/** One reader: what they did, what it says of them, whom to ask for an introduction, and their erasure. */
import type { Context, Hono } from "hono";
import { parseId, type ViewerId } from "../../domain/ids.ts";
import { tagWords } from "../../insight/tags/explain.ts";
import { renderPaths } from "../../pages/console/screens/nodes.tsx";
import { renderTagHistory } from "../../pages/console/screens/tag-history.tsx";
import { renderViewer, timelineColumns } from "../../pages/console/screens/viewer.tsx";
import { renderErased } from "../../pages/console/screens/viewer-erased.tsx";
import { readerName } from "../../pages/console/ui/reader-name.ts";
import type { Language } from "../../pages/shell/language.ts";
import { spoken } from "../../pages/shell/spoken.ts";
import { showViewer, type ViewerScreen } from "../../usecases/console/show-viewer.ts";
import { AppError } from "../../usecases/errors.ts";
import { findIntroductions } from "../../usecases/spread/find-introductions.ts";
import { getTagHistory } from "../../usecases/tags/viewer-tags.ts";
import { rfc3339 } from "../../usecases/time.ts";
import { eraseViewer } from "../../usecases/viewers/erase-viewer.ts";
import type { ConsoleEnv } from "../services.ts";
import { consoleLanguage, screen } from "./desk.ts";
import { readForm } from "./forms.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

const place = "/console/readers/:id";

export function addViewer(app: Hono<ConsoleEnv>): void {
  app.get(place, async (c) => {
    const view = await viewOf(c);
    if (isCsv(c)) {
      return await csvOf(c, "timeline", view.timeline, (desk) => timelineColumns(desk, view));
    }
    return await screen(c, ["viewer-erase"], (desk) => renderViewer(desk, view, tableQuery(c)));
  });

  app.get(`${place}/tags`, async (c) => {
    const holder = c.get("holder");
    const { viewer, timezone } = await viewOf(c);
    const tag = (c.req.query("tag") ?? "").slice(0, 240);
    const history = await getTagHistory(holder, viewer.id, { tag });
    const language = consoleLanguage(c);
    const name = nameOf(viewer, language);
    const tagName = spoken(tagWords(tag), language);
    const view = { ...history, name, tagName, timezone, now: rfc3339(holder.now()) };
    return await screen(c, [], (desk) => renderTagHistory(desk, view));
  });

  app.get(`${place}/paths`, async (c) => {
    const { viewer } = await viewOf(c);
    const paths = await findIntroductions(c.get("holder"), viewer.id);
    const name = nameOf(viewer, consoleLanguage(c));
    return await screen(c, [], (desk) => renderPaths(desk, { ...paths, name }));
  });

  app.post(`${place}/erase`, async (c) => {
    await readForm(c, "viewer-erase");
    const { answer } = await eraseViewer(c.get("holder"), viewerOf(c));
    const { receipt, jobId } = answer;
    return await screen(c, [], (desk) => renderErased(desk, { receipt, isDone: jobId === null }));
  });
}

const nameOf = ({ contact, certainty }: ViewerScreen["viewer"], language: Language) =>
  readerName({ name: contact?.name ?? null, certainty }, language);

const viewOf = (c: Context<ConsoleEnv>) => showViewer(c.get("holder"), viewerOf(c));

function viewerOf(c: Context<ConsoleEnv>): ViewerId {
  const id = parseId<ViewerId>(c.req.param("id"));
  if (id) return id;
  throw new AppError("not-found", "There is no such reader. Go back to the readers.");
}
