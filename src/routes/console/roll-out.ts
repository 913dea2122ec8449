/** Publishing a post, what everybody gets of it, and taking it back. */
import type { Hono } from "hono";
import { type JobId, parseId } from "../../domain/ids.ts";
import { renderRollOut } from "../../pages/console/screens/roll-out.tsx";
import { wallColumns } from "../../pages/console/screens/wall.tsx";
import { showRollOut } from "../../usecases/console/show-roll-out.ts";
import { cancelPublish } from "../../usecases/contents/cancel-publish.ts";
import { publishContent } from "../../usecases/contents/publish-content.ts";
import { withdrawContent } from "../../usecases/contents/withdraw-content.ts";
import { AppError } from "../../usecases/errors.ts";
import { getJob } from "../../usecases/jobs/get-job.ts";
import { readShown, rfc3339 } from "../../usecases/time.ts";
import type { ConsoleEnv } from "../services.ts";
import { postScreen } from "./desk.ts";
import { idOf } from "./editor.ts";
import { after, readForm } from "./forms.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

export function addRollOut(app: Hono<ConsoleEnv>): void {
  app.get("/console/posts/:id/roll-out", async (c) => {
    const holder = c.get("holder");
    const cursor = c.req.query("cursor");
    const view = await showRollOut(holder, idOf(c), cursor);
    if (isCsv(c)) return await csvOf(c, "captions", view.wall, wallColumns);
    const jobId = view.compilingJobId ?? parseId<JobId>(c.req.query("job"));
    const job = jobId ? await getJob(holder, jobId) : null;
    const isList = c.req.query("view") === "list";
    const query = { ...tableQuery(c), cursor, isList, at: c.req.query("at") ?? "" };
    return await postScreen(c, view.id, ["publish", "withdraw", "cancel-publish"], (desk) =>
      renderRollOut(desk, view, job, query),
    );
  });

  app.post("/console/posts/:id/publish", async (c) => {
    const form = await readForm(c, "publish");
    const id = idOf(c);
    const acceptAchieved = form.text("accept") === "yes";
    const holder = c.get("holder");
    const shown = form.text("at");
    const at = shown && rfc3339(readShown("at", shown, holder.workspace.timezone));
    const asked = { acceptAchieved, ...(at ? { at } : {}) };
    const { answer } = await publishContent(holder, id, asked);
    const query = new URLSearchParams({ job: answer.jobId, ...(at ? { at: shown } : {}) });
    return after(c, `/console/posts/${id}/roll-out?${query}`);
  });

  app.post("/console/posts/:id/cancel-publish", async (c) => {
    await readForm(c, "cancel-publish");
    const id = idOf(c);
    await cancelPublish(c.get("holder"), id);
    return after(c, `/console/posts/${id}/roll-out`, "cancelled");
  });

  app.post("/console/posts/:id/withdraw", async (c) => {
    await readForm(c, "withdraw");
    const id = idOf(c);
    await withdrawContent(c.get("holder"), id);
    return after(c, `/console/posts/${id}/roll-out`, "withdrawn");
  });

  // What the progress bar asks.
  app.get("/console/jobs/:id", async (c) => {
    const id = parseId<JobId>(c.req.param("id"));
    if (!id) throw new AppError("not-found", "There is no such job.");
    const { status, progress, waitsUntil } = await getJob(c.get("holder"), id);
    // One that waits for its time is nothing to look at a bar for.
    const told = { status: waitsUntil === undefined ? status : "waiting", progress };
    return c.json(told, 200, { "Cache-Control": "no-store" });
  });
}
