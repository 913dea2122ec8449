/** Asking a model for other ways of saying a post's sentences, and taking all that passed. */
import type { Hono } from "hono";
import { proposeSentences } from "../../usecases/contents/propose-sentences.ts";
import { settleSuggestions } from "../../usecases/contents/settle-suggestions.ts";
import type { ConsoleEnv } from "../services.ts";
import { idOf } from "./editor.ts";
import { after, readForm } from "./forms.ts";

export function addProposals(app: Hono<ConsoleEnv>): void {
  app.post("/console/posts/:id/proposals", async (c) => {
    const form = await readForm(c, "proposals");
    const id = idOf(c);
    const holder = c.get("holder");
    if (form.text("act") === "approve-all") {
      const revision = form.text("revision");
      await settleSuggestions(holder, id, { approveAll: true, revision });
      return after(c, `/console/posts/${id}/words`, "saved");
    }
    const { answer } = await proposeSentences(holder, id, {});
    return after(c, `/console/posts/${id}/words?job=${answer.jobId}`);
  });
}
