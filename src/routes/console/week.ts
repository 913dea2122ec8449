import type { Hono } from "hono";
import { renderWeek } from "../../pages/console/screens/week.tsx";
import { wordsOf } from "../../pages/console/words/index.ts";
import type { Language } from "../../pages/shell/language.ts";
import { listNames } from "../../usecases/console/list-names.ts";
import { listPosts } from "../../usecases/console/list-posts.ts";
import { showWeek } from "../../usecases/console/show-week.ts";
import { mayDo } from "../../usecases/kernel/actor.ts";
import type { Caller } from "../../usecases/kernel/context.ts";
import type { ConsoleEnv } from "../services.ts";
import { consoleLanguage, screen } from "./desk.ts";

/** Screens that are no entries of the menu, and parts of long ones. */
function subPages(holder: Caller, language: Language) {
  const people = wordsOf("people", language);
  const manage = wordsOf("manage", language);
  const { sheet } = wordsOf("links", language);
  const settings = (
    ["general", "words", "privacy", "writing", "share", "look", "logo"] as const
  ).map((part) => ({
    text: `${manage.settings} · ${manage[part]}`,
    href: `/console/settings#${part}`,
  }));
  return [
    ...(mayDo(holder, "write")
      ? [
          { text: wordsOf("editor", language).new, href: "/console/posts/new" },
          { text: people.importTitle, href: "/console/people/import" },
          { text: people.sheetTitle, href: "/console/people/sheet" },
          { text: sheet, href: "/console/links/sheet?channel=print" },
        ]
      : []),
    ...(mayDo(holder, "admin") ? settings : []),
  ];
}

export function addWeek(app: Hono<ConsoleEnv>): void {
  app.get("/console", async (c) => {
    const view = await showWeek(c.get("holder"));
    return await screen(c, [], (desk) => renderWeek(desk, view));
  });

  // What the palette finds besides screens.
  app.get("/console/find", async (c) => {
    const holder = c.get("holder");
    const [{ posts }, people] = await Promise.all([listPosts(holder), listNames(holder)]);
    const places = [
      ...posts.map(({ id, title }) => ({ text: title, href: `/console/posts/${id}` })),
      ...people.map(({ id, name, team }) => ({
        text: team ? `${name} · ${team}` : name,
        href: `/console/people/${id}`,
      })),
      ...subPages(holder, consoleLanguage(c)),
    ];
    return c.json({ places }, 200, { "Cache-Control": "no-store" });
  });
}
