/** What every screen of the console is given, and how it leaves the house. */
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { ContentId } from "../../domain/ids.ts";
import type { Desk } from "../../pages/console/ui/frame.tsx";
import { LANGUAGES, type Language } from "../../pages/shell/language.ts";
import { respond } from "../../pages/shell/respond.ts";
import { postStanding } from "../../usecases/console/post-standing.ts";
import { mayDo } from "../../usecases/kernel/actor.ts";
import { formToken } from "../../usecases/sessions/console-session.ts";
import { languageOf } from "../public/html.ts";
import type { ConsoleEnv } from "../services.ts";
import { asPublic } from "./context.ts";
import { provedFrom } from "./proof.ts";
import { saidOf } from "./said.ts";

export const languageCookie = "starling_language";

/** The language that somebody chose at the console, else their browser's. */
export function consoleLanguage(c: Context<ConsoleEnv>): Language {
  const chosen = getCookie(c, languageCookie);
  return LANGUAGES.find((each) => each === chosen) ?? languageOf(asPublic(c));
}

/** Forms that are on every screen. */
const everywhere = ["language", "sign-out"];

type Status = 200 | 400 | 403 | 404 | 409 | 413 | 415 | 422 | 500;

/** Answers with a screen. @param forms - the actions of the forms on it */
export async function screen(
  c: Context<ConsoleEnv>,
  forms: readonly string[],
  render: (desk: Desk) => string,
  status: Status = 200,
): Promise<Response> {
  const desk = await deskOf(c, forms);
  return respond(c, (nonce) => render({ ...desk, nonce }), { status, mayFrameOwn: true });
}

/** The same of a screen that is of a post, which says where that stands. */
export async function postScreen(
  c: Context<ConsoleEnv>,
  id: ContentId,
  forms: readonly string[],
  render: (desk: Desk) => string,
  status: Status = 200,
): Promise<Response> {
  const standing = await postStanding(c.get("holder"), id);
  return await screen(c, forms, (desk) => render({ ...desk, standing }), status);
}

/** Where a screen is: for one that answers a form, where that form stood, since nobody can go where it went. */
function screenPath(c: Context<ConsoleEnv>): string {
  const { pathname, search } = new URL(c.req.url);
  return c.get("sent")?.from || pathname + search;
}

/** What a screen is told besides what it shows; its nonce comes with the answer. */
export async function deskOf(c: Context<ConsoleEnv>, forms: readonly string[]): Promise<Desk> {
  const holder = c.get("holder");
  const actions = [...everywhere, ...forms];
  const path = screenPath(c);
  const tokens = await Promise.all(
    actions.map(
      async (action) => [action, provedFrom(await formToken(holder, action), path)] as const,
    ),
  );
  const language = consoleLanguage(c);
  return {
    language,
    nonce: "",
    path,
    workspaceName: holder.workspace.name,
    timeZone: holder.workspace.timezone,
    name: holder.name,
    team: holder.team,
    mayWrite: mayDo(holder, "write"),
    mayAdmin: mayDo(holder, "admin"),
    tokens: Object.fromEntries(tokens),
    said: saidOf(c.req.query("done"), language),
  };
}
