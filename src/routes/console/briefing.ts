/** Any sender's list for a day, as head office sees it. */
import type { Hono } from "hono";
import { parseId, type SenderId } from "../../domain/ids.ts";
import { precisionColumns, renderBriefing } from "../../pages/console/screens/briefing.tsx";
import { showBriefing } from "../../usecases/console/show-briefing.ts";
import type { ConsoleEnv } from "../services.ts";
import { screen } from "./desk.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

export function addBriefing(app: Hono<ConsoleEnv>): void {
  app.get("/console/briefing", async (c) => {
    const holder = c.get("holder");
    const senderId = parseId<SenderId>(c.req.query("sender"));
    const date = c.req.query("date") || undefined;
    const view = await showBriefing(holder, { senderId, date });
    if (isCsv(c)) {
      return await csvOf(c, "precision", view.briefing?.precision ?? [], precisionColumns);
    }
    return await screen(c, [], (desk) => renderBriefing(desk, { ...view, query: tableQuery(c) }));
  });
}
