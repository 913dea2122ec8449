/** The console's door: a link that works once, or an API key; then a cookie. */
import type { Context, Hono, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { renderKeptForm } from "../../pages/console/screens/kept-form.tsx";
import { type Door, renderSignIn } from "../../pages/console/screens/sign-in.tsx";
import { dropCookie, keepCookie } from "../../pages/shell/cookies.ts";
import { LANGUAGES } from "../../pages/shell/language.ts";
import { respond } from "../../pages/shell/respond.ts";
import { AppError } from "../../usecases/errors.ts";
import { mayComeIn, signInByLink } from "../../usecases/members/sign-in.ts";
import {
  openConsole,
  sessionSeconds,
  signInByKey,
} from "../../usecases/sessions/console-session.ts";
import { readToken } from "../public/address.ts";
import type { ConsoleEnv, SentForm } from "../services.ts";
import { consoleLanguage, languageCookie, screen } from "./desk.ts";
import { after, readForeignForm, readForm } from "./forms.ts";
import { givenBack } from "./given-back.ts";
import { noteSent, packForm, unpackForm } from "./kept-form.ts";

const sessionCookie = "starling_console";
const linkPath = "/console/sign-in/";
/** Where the door sends the form that it keeps, once somebody has signed in. */
const keptPath = "/console/kept-form";

/** Lets through who is signed in; sends whoever came to look to the door, and back afterwards. */
export const signedIn: MiddlewareHandler<ConsoleEnv> = async (c, next) => {
  const session = getCookie(c, sessionCookie);
  const holder = session ? await openConsole(c.env.ctx, session) : null;
  if (holder) {
    c.set("holder", holder);
    return await next();
  }
  if (c.req.method !== "GET") {
    await noteSent(c);
    throw new AppError("unauthenticated", "Your session has ended. Sign in to the console again.");
  }
  const { pathname, search } = new URL(c.req.url);
  const parameters = new URLSearchParams({ to: pathname + search });
  if (session) parameters.set("door", "expired");
  return c.redirect(`/console/sign-in?${parameters}`);
};

export function addSession(app: Hono<ConsoleEnv>): void {
  app.get("/console/sign-in", (c) =>
    door(c, c.req.query("door") === "expired" ? "expired" : "none", 200),
  );

  app.post("/console/sign-in", async (c) => {
    await withinLimit(c);
    const form = await readForeignForm(c);
    const kept = unpackForm(form.text("kept"));
    try {
      keepSession(c, await signInByKey(c.env.ctx, form.text("key").trim()));
    } catch (error) {
      if (error instanceof AppError && error.code === "unauthenticated") {
        return door(c, "wrong-key", 401, { to: form.text("to"), kept });
      }
      throw error;
    }
    // The browser sends all of it on to there, by the session that it has now.
    if (kept) return c.redirect(keptPath, 307);
    return after(c, form.text("to"), "welcome");
  });

  // Looking at a link uses nothing up, since chats look at what is sent through them.
  app.get(`${linkPath}*`, async (c) => {
    await withinLimit(c);
    const isOpen = await mayComeIn(c.env.ctx, tokenOf(c));
    return door(c, isOpen ? "link" : "over", isOpen ? 200 : 410);
  });

  app.post(`${linkPath}*`, async (c) => {
    await withinLimit(c);
    const form = await readForeignForm(c);
    try {
      keepSession(c, await signInByLink(c.env.ctx, tokenOf(c)));
    } catch (error) {
      if (error instanceof AppError && error.code === "unauthenticated")
        return door(c, "over", 410);
      throw error;
    }
    return after(c, form.text("to"), "welcome");
  });

  // Whoever comes back to it by its address.
  app.get(keptPath, (c) => c.redirect("/console"));
  app.post(keptPath, async (c) => {
    const kept = unpackForm((await readForeignForm(c)).text("kept"));
    const session = getCookie(c, sessionCookie);
    const holder = session ? await openConsole(c.env.ctx, session) : null;
    if (!kept) return c.redirect("/console", 303);
    if (!holder) return doorWith(c, kept, "still-out");
    c.set("holder", holder);
    const refusal = { kind: "kept", detail: "" };
    const back = await givenBack(c, kept, { refusal, status: 200 }, (request) =>
      app.fetch(request, c.env),
    );
    c.set("sent", kept);
    return back ?? (await screen(c, [], (desk) => renderKeptForm(desk, kept.fields)));
  });

  app.post("/console/sign-out", signedIn, async (c) => {
    await readForm(c, "sign-out");
    dropCookie(c, sessionCookie);
    return c.body(null, 303, { Location: "/console/sign-in", "Cache-Control": "no-store" });
  });

  app.post("/console/language", signedIn, async (c) => {
    const form = await readForm(c, "language");
    const chosen = LANGUAGES.find((each) => each === form.text("language"));
    if (chosen) keepCookie(c, languageCookie, chosen);
    return after(c, form.text("to"));
  });
}

const tokenOf = (c: Context<ConsoleEnv>) => readToken(c.req.path.slice(linkPath.length));

function keepSession(c: Context<ConsoleEnv>, session: string): void {
  keepCookie(c, sessionCookie, session, sessionSeconds);
}

function door(
  c: Context<ConsoleEnv>,
  shown: Door,
  status: 200 | 401 | 410,
  {
    to = c.req.query("to") ?? "/console",
    kept = null,
  }: { to?: string | undefined; kept?: SentForm | null } = {},
): Response {
  const language = consoleLanguage(c);
  const held = kept && { action: keptPath, packed: packForm(kept), fields: kept.fields };
  const props = { language, door: shown, action: c.req.path, to, kept: held };
  return respond(c, (nonce) => renderSignIn({ ...props, nonce }), {
    status,
    // Nobody elsewhere sees the link; "no-referrer" would also keep the form from saying where it comes from.
    headers: { "Referrer-Policy": "same-origin" },
  });
}

/** The door for whoever sent a form without being signed in any more, with that form. */
export const doorWith = (
  c: Context<ConsoleEnv>,
  kept: SentForm,
  shown: "kept" | "still-out" = "kept",
): Response => door(c, shown, 401, { to: kept.from, kept });

/** Who tries out keys or links is told to wait, whichever they try. */
async function withinLimit(c: Context<ConsoleEnv>): Promise<void> {
  const address = c.req.header("CF-Connecting-IP") ?? "unknown";
  if (!(await c.env.withinLimit("api", `door ${address}`))) {
    throw new AppError("rate-limited", "Too many tries from this address. Wait a minute.");
  }
}
