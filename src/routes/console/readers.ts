/** Who reads, as it happens, and what a post's reading comes to. */
import type { Context, Hono } from "hono";
import { type ContentId, parseId, type SenderId, type VisitId } from "../../domain/ids.ts";
import {
  readColumns,
  readLines,
  renderRead,
  renderReaders,
} from "../../pages/console/screens/readers.tsx";
import {
  type ReportBy,
  renderReport,
  reportColumns,
  reportDays,
  reportLines,
  viewsOf,
} from "../../pages/console/screens/report.tsx";
import { showReaders } from "../../usecases/console/show-readers.ts";
import { showReport } from "../../usecases/console/show-report.ts";
import { getContent } from "../../usecases/contents/get-content.ts";
import { AppError } from "../../usecases/errors.ts";
import { readTime } from "../../usecases/time.ts";
import { explainVisit } from "../../usecases/visits/explain-visit.ts";
import type { ConsoleEnv } from "../services.ts";
import { deskOf, postScreen, screen } from "./desk.ts";
import { idOf } from "./editor.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

export function addReaders(app: Hono<ConsoleEnv>): void {
  app.get("/console/readers", async (c) => {
    const holder = c.get("holder");
    const contentId = parseId<ContentId>(c.req.query("post"));
    const post = contentId ? await getContent(holder, contentId) : null;
    const senderId = parseId<SenderId>(c.req.query("sender"));
    const view = await showReaders(holder, { contentId, senderId });
    if (isCsv(c))
      return await csvOf(c, "reads", readLines(view), (desk) => readColumns(desk, view));
    const asked = { post, sender: senderId, isList: c.req.query("view") === "list" };
    return await screen(c, [], (desk) => renderReaders(desk, view, asked, tableQuery(c)));
  });

  app.get("/console/reads/:id", async (c) => {
    const holder = c.get("holder");
    const id = parseId<VisitId>(c.req.param("id"));
    if (!id) throw new AppError("not-found", "There is no such read. Go back to the readers.");
    const at = readTime("at", c.req.query("at"), holder.workspace.timezone);
    const read = await explainVisit(holder, id, at);
    return await screen(c, [], (desk) => renderRead(desk, read));
  });

  app.get("/console/posts/:id/report", async (c) => {
    const days = reportDays.find((each) => String(each) === c.req.query("days")) ?? null;
    const view = await showReport(c.get("holder"), idOf(c), days);
    const by = byOf(c, viewsOf(c.get("holder")));
    if (isCsv(c)) {
      const lines = reportLines(await deskOf(c, []), view, by);
      return await csvOf(c, `report-${by}`, lines, (desk) => reportColumns(desk, by));
    }
    return await postScreen(c, view.id, [], (desk) => renderReport(desk, view, by, tableQuery(c)));
  });
}

function byOf(c: Context<ConsoleEnv>, views: readonly ReportBy[]): ReportBy {
  return views.find((each) => each === c.req.query("by")) ?? views[0] ?? "article";
}
