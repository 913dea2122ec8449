/** Writing a post: the form, the preview beside it and the count of wordings below it. */
import type { Context, Hono } from "hono";
import { type ContentId, parseId } from "../../domain/ids.ts";
import { emptyPost, type PostDraft, renderEditor } from "../../pages/console/screens/editor.tsx";
import { renderUnweighed, renderWeighed } from "../../pages/console/screens/weigh.tsx";
import type { Desk } from "../../pages/console/ui/frame.tsx";
import { wordsOf } from "../../pages/console/words/index.ts";
import { renderReader } from "../../pages/reader/page.tsx";
import { LOOKS, withLook } from "../../pages/shell/look.ts";
import { respond } from "../../pages/shell/respond.ts";
import { previewPost } from "../../usecases/console/preview-post.ts";
import { weighCaptions } from "../../usecases/console/weigh-captions.ts";
import { createContent } from "../../usecases/contents/create-content.ts";
import { deleteContent } from "../../usecases/contents/delete-content.ts";
import { getContent } from "../../usecases/contents/get-content.ts";
import { updateContent } from "../../usecases/contents/update-content.ts";
import { AppError, type FieldError } from "../../usecases/errors.ts";
import { contentChange, newContent } from "../management/content-fields.ts";
import type { ConsoleEnv } from "../services.ts";
import { consoleLanguage, postScreen, screen } from "./desk.ts";
import { after, checked, type Form, readForm } from "./forms.ts";

const forms = ["post", "post-delete"];

export function addEditor(app: Hono<ConsoleEnv>): void {
  app.get("/console/posts/new", (c) =>
    screen(c, forms, (desk) =>
      renderEditor(desk, { post: emptyPost, errors: [], isPublished: false }),
    ),
  );

  app.post("/console/posts/new", async (c) => {
    const form = await readForm(c, "post");
    const post = draftOf(form);
    return await kept(c, post, async () => {
      const { answer } = await createContent(c.get("holder"), checked(newContent, fieldsOf(post)));
      return after(c, `/console/posts/${answer.id}`, "saved");
    });
  });

  app.get("/console/posts/:id", async (c) => {
    const content = await getContent(c.get("holder"), idOf(c));
    const { id, revision, title, body, drafts, topics, purpose, kindGuessed } = content;
    const kind = kindGuessed ? "" : content.kind;
    const post = { id, revision, title, body, drafts, topics, purpose: purpose ?? "", kind };
    const isPublished = content.status === "published";
    return await postScreen(c, id, forms, (desk) =>
      renderEditor(desk, { post, errors: [], isPublished }),
    );
  });

  app.post("/console/posts/:id", async (c) => {
    const form = await readForm(c, "post");
    const post = { ...draftOf(form), id: idOf(c) };
    return await kept(c, post, async () => {
      const change = checked(contentChange, { ...fieldsOf(post), revision: post.revision });
      await updateContent(c.get("holder"), post.id, change);
      return after(c, `/console/posts/${post.id}`, "saved");
    });
  });

  app.post("/console/posts/:id/delete", async (c) => {
    await readForm(c, "post-delete");
    await deleteContent(c.get("holder"), idOf(c));
    return after(c, "/console/posts", "removed");
  });

  app.post("/console/preview", async (c) => {
    const form = await readForm(c, "post");
    const language = consoleLanguage(c);
    const words = wordsOf("editor", language);
    const view = await previewPost(c.get("holder"), {
      id: parseId<ContentId>(form.text("id")),
      title: form.text("title").trim() || words.title,
      body: form.text("body"),
      sampleSender: words.sampleSender,
    });
    const look = LOOKS.find((each) => each === form.text("look")) ?? "light";
    const frame = { language, privacyUrl: "/privacy", scriptSrc: "", preview: true };
    return respond(c, (nonce) => withLook(renderReader({ ...view, ...frame, nonce }), look));
  });

  // What readers are told by this workspace, on a page with nothing else on it.
  app.get("/console/notice", async (c) => {
    const language = consoleLanguage(c);
    const { sampleSender } = wordsOf("editor", language);
    const title = wordsOf("manage", language).seeNotice;
    const page = { id: undefined, title, body: "", sampleSender };
    const view = await previewPost(c.get("holder"), page);
    const frame = {
      language,
      privacyUrl: "/privacy",
      scriptSrc: "",
      preview: true,
      showsNotice: true,
    };
    return respond(c, (nonce) => renderReader({ ...view, ...frame, nonce }));
  });

  app.post("/console/captions", async (c) => {
    const form = await readForm(c, "post");
    const drafts = draftsOf(form);
    const language = consoleLanguage(c);
    if (drafts.length === 0) return piece(c, "");
    try {
      return piece(
        c,
        renderWeighed(language, await weighCaptions(c.get("holder"), { drafts }, spoken[language])),
      );
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "invalid") throw error;
      const messages = (error.errors ?? []).map(({ message }) => message);
      return piece(c, renderUnweighed(language, messages));
    }
  });
}

/** The id that an address names. Throws `not-found` where it cannot be one. */
export function idOf(c: Context<ConsoleEnv>): ContentId {
  const id = parseId<ContentId>(c.req.param("id"));
  if (id) return id;
  throw new AppError("not-found", "There is no such post. Go back to the list of posts.");
}

/** The languages of the console, as advice knows them. */
export const spoken = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", en: "en" } as const;

/** A part of a page, which its script puts in place. */
export function piece(c: Context<ConsoleEnv>, html: string): Response {
  return c.html(html, 200, { "Cache-Control": "no-store" });
}

const draftsOf = (form: Form) => form.all("draft").filter((text) => text.trim() !== "");

function draftOf(form: Form): PostDraft {
  const topics = form.text("topics").split(/[,，、;；\n]/);
  return {
    id: undefined,
    revision: form.text("revision"),
    title: form.text("title"),
    body: form.text("body"),
    drafts: draftsOf(form),
    topics: topics.map((topic) => topic.trim()).filter((topic) => topic !== ""),
    purpose: form.text("purpose"),
    kind: form.text("kind"),
  };
}

const fieldsOf = ({ title, body, drafts, topics, purpose, kind }: PostDraft) => ({
  title,
  body,
  drafts,
  topics,
  purpose: purpose === "" ? null : purpose,
  kind: kind === "" ? null : kind,
});

/** Keeps a post, or shows the form again with what is wrong and nothing of it lost. */
async function kept(
  c: Context<ConsoleEnv>,
  post: PostDraft,
  keep: () => Promise<Response>,
): Promise<Response> {
  try {
    return await keep();
  } catch (error) {
    if (!(error instanceof AppError) || !["invalid", "conflict"].includes(error.code)) throw error;
    const errors: FieldError[] = error.errors ?? [{ path: "", message: error.detail }];
    const hasChanged = error.code === "conflict";
    const status = error.code === "invalid" ? 422 : 409;
    const shown = { ...post, drafts: post.drafts.length > 0 ? post.drafts : [""] };
    const render = (desk: Desk) =>
      renderEditor(desk, { post: shown, errors, hasChanged, isPublished: false });
    const id = parseId<ContentId>(post.id);
    return id
      ? await postScreen(c, id, forms, render, status)
      : await screen(c, forms, render, status);
  }
}
