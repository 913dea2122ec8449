/** A post's captions sentence by sentence. */
import type { Hono } from "hono";
import {
  renderWorkshop,
  type SentenceAct,
  sentenceActs,
} from "../../pages/console/screens/workshop.tsx";
import { getContent } from "../../usecases/contents/get-content.ts";
import { listMixes } from "../../usecases/contents/list-mixes.ts";
import { listSentences } from "../../usecases/contents/list-sentences.ts";
import { listOwnLines } from "../../usecases/contents/own-lines.ts";
import { writeSentence } from "../../usecases/contents/write-sentence.ts";
import { ownTeam } from "../../usecases/kernel/actor.ts";
import { sentenceChange } from "../management/sentences.ts";
import type { ConsoleEnv } from "../services.ts";
import { screen } from "./desk.ts";
import { idOf } from "./editor.ts";
import { after, checked, readForm } from "./forms.ts";

export function addWorkshop(app: Hono<ConsoleEnv>): void {
  app.get("/console/posts/:id/words", async (c) => {
    const holder = c.get("holder");
    const id = idOf(c);
    const [{ title }, sentences, { mixes }, own] = await Promise.all([
      getContent(holder, id),
      listSentences(holder, id),
      listMixes(holder, id),
      ownTeam(holder) === null ? listOwnLines(holder, { contentId: id }) : { items: [] },
    ]);
    const ownLines = own.items.filter(({ kind }) => kind === "line");
    const view = { id, title, sentences, mixes, ownLines };
    return await screen(c, ["words"], (desk) => renderWorkshop(desk, view));
  });

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
    return after(c, `/console/posts/${id}/words`, "saved");
  });
}
