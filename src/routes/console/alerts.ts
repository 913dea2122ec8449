/** What senders were told at once of their readers. */
import type { Hono } from "hono";
import { alertColumns, renderAlerts } from "../../pages/console/screens/alerts.tsx";
import { readAlerts } from "../../usecases/alerts/list-alerts.ts";
import { rfc3339 } from "../../usecases/time.ts";
import type { ConsoleEnv } from "../services.ts";
import { screen } from "./desk.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

/** As many as one page lists. */
const limit = 100;

export function addAlerts(app: Hono<ConsoleEnv>): void {
  app.get("/console/alerts", async (c) => {
    const holder = c.get("holder");
    const cursor = c.req.query("cursor");
    const page = await readAlerts(holder, { limit, cursor });
    const { timezone } = holder.workspace;
    const view = { ...page, cursor, timezone, now: rfc3339(holder.now()) };
    if (isCsv(c)) return await csvOf(c, "alerts", view.items, (desk) => alertColumns(desk, view));
    return await screen(c, [], (desk) => renderAlerts(desk, view, tableQuery(c)));
  });
}
