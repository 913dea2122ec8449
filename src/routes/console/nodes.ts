/** Who is heard by many, and who moves people. */
import type { Hono } from "hono";
import { nodeColumns, renderNodes } from "../../pages/console/screens/nodes.tsx";
import { showNodes } from "../../usecases/console/show-nodes.ts";
import type { ConsoleEnv } from "../services.ts";
import { screen } from "./desk.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

export function addNodes(app: Hono<ConsoleEnv>): void {
  app.get("/console/nodes", async (c) => {
    const topic = c.req.query("topic")?.slice(0, 120) || undefined;
    const view = await showNodes(c.get("holder"), topic);
    if (isCsv(c)) return await csvOf(c, "nodes", view.kinds, nodeColumns);
    return await screen(c, [], (desk) => renderNodes(desk, view, tableQuery(c)));
  });
}
