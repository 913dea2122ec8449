import type { Hono } from "hono";
import { postColumns, renderPosts } from "../../pages/console/screens/posts.tsx";
import { listPosts } from "../../usecases/console/list-posts.ts";
import { rfc3339 } from "../../usecases/time.ts";
import type { ConsoleEnv } from "../services.ts";
import { screen } from "./desk.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

export function addPosts(app: Hono<ConsoleEnv>): void {
  app.get("/console/posts", async (c) => {
    const holder = c.get("holder");
    const now = rfc3339(holder.now());
    const view = { ...(await listPosts(holder)), timezone: holder.workspace.timezone, now };
    const query = tableQuery(c);
    if (isCsv(c)) return await csvOf(c, "posts", view.posts, (desk) => postColumns(desk, view));
    return await screen(c, [], (desk) => renderPosts(desk, view, query));
  });
}
