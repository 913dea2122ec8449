/** A post's captions sentence by sentence. */
import type { Context, Hono } from "hono";
import { type JobId, parseId } from "../../domain/ids.ts";
import { renderOptionWeighed, type Trial } from "../../pages/console/screens/capacity.tsx";
import { fieldOf, type SentenceAct, sentenceActs } from "../../pages/console/screens/sentence.tsx";
import { renderWorkshop } from "../../pages/console/screens/workshop.tsx";
import { showWorkshop } from "../../usecases/console/show-workshop.ts";
import { weighOption } from "../../usecases/console/weigh-option.ts";
import { reportMixes } from "../../usecases/contents/list-mixes.ts";
import { writeSentence } from "../../usecases/contents/write-sentence.ts";
import { mixesReported, sentenceChange } from "../management/sentences.ts";
import type { ConsoleEnv } from "../services.ts";
import { consoleLanguage, postScreen } from "./desk.ts";
import { idOf, piece, spoken } from "./editor.ts";
import { after, checked, readForm } from "./forms.ts";

export function addWorkshop(app: Hono<ConsoleEnv>): void {
  app.get("/console/posts/:id/words", (c) => shown(c, null));

  app.post("/console/posts/:id/words", async (c) => {
    const form = await readForm(c, "words");
    const id = idOf(c);
    const act: SentenceAct = sentenceActs.find((each) => each === form.text("act")) ?? "write";
    const fields = {
      [act]: [form.text("text").trim()],
      revision: form.text("revision"),
      // The button that approves says what is in doubt.
      ...(act === "approve" ? { confirm: true } : {}),
    };
    await writeSentence(
      c.get("holder"),
      id,
      form.text("sentence"),
      checked(sentenceChange, fields),
    );
    // The field of that sentence: a browser puts the next key there.
    const place = fieldOf(form.text("draft"), form.text("sentence"));
    return after(c, `/console/posts/${id}/words#${place}`, "saved");
  });

  // What the meter asks while somebody types, and without a script a button that shows the page again.
  app.post("/console/posts/:id/weigh", async (c) => {
    const form = await readForm(c, "words");
    const sentenceId = form.text("sentence");
    const tried = { sentenceId, text: form.text("text") };
    const language = consoleLanguage(c);
    const weighed = await weighOption(c.get("holder"), idOf(c), tried, spoken[language]);
    return form.text("piece") === "yes"
      ? piece(c, renderOptionWeighed(language, weighed))
      : await shown(c, { ...weighed, sentenceId });
  });

  app.post("/console/posts/:id/mixes", async (c) => {
    const form = await readForm(c, "words");
    const id = idOf(c);
    const pair = [form.text("first"), form.text("second")];
    const fields = {
      [form.text("act") === "together" ? "together" : "apart"]: [pair],
      revision: form.text("revision"),
    };
    await reportMixes(c.get("holder"), id, checked(mixesReported, fields));
    return after(c, `/console/posts/${id}/words#mixes`, "saved");
  });
}

async function shown(c: Context<ConsoleEnv>, trial: Trial | null): Promise<Response> {
  const job = parseId<JobId>(c.req.query("job")) ?? null;
  const view = await showWorkshop(c.get("holder"), idOf(c), job);
  const forms = ["words", "proposals"];
  return await postScreen(c, view.id, forms, (desk) => renderWorkshop(desk, view, trial));
}
