/** What each colleague did with a post. */
import type { Hono } from "hono";
import { activityColumns, renderActivity } from "../../pages/console/screens/activity.tsx";
import { getContent } from "../../usecases/contents/get-content.ts";
import { getContentSenders } from "../../usecases/reports/content-senders.ts";
import { rfc3339 } from "../../usecases/time.ts";
import type { ConsoleEnv } from "../services.ts";
import { postScreen } from "./desk.ts";
import { idOf } from "./editor.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

export function addActivity(app: Hono<ConsoleEnv>): void {
  app.get("/console/posts/:id/activity", async (c) => {
    const holder = c.get("holder");
    const id = idOf(c);
    const [{ title }, senders] = await Promise.all([
      getContent(holder, id),
      getContentSenders(holder, id),
    ]);
    const now = rfc3339(holder.now());
    const view = { ...senders, title, now, timezone: holder.workspace.timezone };
    if (isCsv(c)) {
      return await csvOf(c, "activity", view.items, (desk) => activityColumns(desk, view));
    }
    return await postScreen(c, id, [], (desk) => renderActivity(desk, id, view, tableQuery(c)));
  });
}
