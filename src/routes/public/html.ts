/** What a person meets on the faces where there is no page to show. */
import type { Context } from "hono";
import { chooseLanguage, type Language } from "../../pages/shell/language.ts";
import { renderMessage } from "../../pages/shell/message.tsx";
import type { MessageKind } from "../../pages/shell/message-words.ts";
import { respond } from "../../pages/shell/respond.ts";
import type { PublicEnv } from "../services.ts";

/** The frame's language: the browser's, else that of the text it is around. */
export function languageOf(c: Context<PublicEnv>, text?: string): Language {
  return chooseLanguage(c.req.header("Accept-Language"), text);
}

/** A kind page in place of what somebody came for. */
export function messagePage(
  c: Context<PublicEnv>,
  kind: MessageKind,
  status: 404 | 410 | 429 | 500,
): Response {
  const { requestId } = c.env;
  const language = languageOf(c);
  return respond(c, (nonce) => renderMessage({ language, nonce, kind, requestId }), { status });
}

/** A page for whoever came to read and found something broken; the reason is logged, not shown. */
export function errorPage(error: unknown, c: Context<PublicEnv>): Response {
  c.env.ctx.log.error("unexpected-error", error);
  return messagePage(c, "error", 500);
}
