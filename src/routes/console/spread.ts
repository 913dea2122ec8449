/** Who opened a post through whom. */
import type { Hono } from "hono";
import { renderSpread, spreadColumns } from "../../pages/console/screens/spread.tsx";
import { drawSpread } from "../../usecases/spread/draw-spread.ts";
import { getSpread } from "../../usecases/spread/get-spread.ts";
import type { ConsoleEnv } from "../services.ts";
import { consoleLanguage, postScreen } from "./desk.ts";
import { idOf } from "./editor.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

/** Nodes that one screen lists, those with most people below them first. */
const limit = 200;

export function addSpread(app: Hono<ConsoleEnv>): void {
  app.get("/console/posts/:id/spread", async (c) => {
    const id = idOf(c);
    const view = await getSpread(c.get("holder"), id, { limit });
    if (isCsv(c)) return await csvOf(c, "spread", view.nodes, spreadColumns);
    return await postScreen(c, id, [], (desk) => renderSpread(desk, id, view, tableQuery(c)));
  });

  app.get("/console/posts/:id/spread.svg", async (c) => {
    const spoken = consoleLanguage(c);
    const language = spoken === "zh-Hans" ? "zh" : spoken;
    const svg = await drawSpread(c.get("holder"), idOf(c), { language, followsScheme: true });
    return c.body(svg, 200, {
      "Content-Type": "image/svg+xml",
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
      "Cache-Control": "no-store",
    });
  });
}
