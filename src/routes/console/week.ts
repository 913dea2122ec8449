import type { Hono } from "hono";
import { renderWeek } from "../../pages/console/screens/week.tsx";
import { listPosts } from "../../usecases/console/list-posts.ts";
import { showWeek } from "../../usecases/console/show-week.ts";
import type { ConsoleEnv } from "../services.ts";
import { screen } from "./desk.ts";

export function addWeek(app: Hono<ConsoleEnv>): void {
  app.get("/console", async (c) => {
    const view = await showWeek(c.get("holder"));
    return await screen(c, [], (desk) => renderWeek(desk, view));
  });

  // What the palette finds besides screens.
  app.get("/console/find", async (c) => {
    const { posts } = await listPosts(c.get("holder"));
    const places = posts.map(({ id, title }) => ({ text: title, href: `/console/posts/${id}` }));
    return c.json({ places }, 200, { "Cache-Control": "no-store" });
  });
}
