import type { Context } from "hono";
import {
  chooseLanguage,
  type Language,
  type MessageKind,
  renderMessage,
} from "../../pages/index.ts";
import { logUnexpected } from "../problem.ts";
import type { PublicEnv } from "../services.ts";

/** A fresh nonce for a page's Content-Security-Policy. */
export function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/** An HTML answer under the pages' policy: nothing but our own scripts and styles, by nonce. */
export function htmlResponse(
  c: Context<PublicEnv>,
  html: string,
  nonce: string,
  status: 200 | 404 | 410 | 429 | 500 = 200,
): Response {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' https: data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ];
  return c.html(html, status, {
    "Content-Security-Policy": policy.join("; "),
    "Cache-Control": "no-store",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
  });
}

/** The reader's language where no content decides it. */
export function languageOf(c: Context<PublicEnv>): Language {
  return chooseLanguage(null, c.req.header("Accept-Language"));
}

/** A kind page in place of what somebody came for. */
export function messagePage(
  c: Context<PublicEnv>,
  kind: MessageKind,
  status: 404 | 410 | 429 | 500,
): Response {
  const nonce = newNonce();
  const { requestId } = c.env;
  return htmlResponse(
    c,
    renderMessage({ language: languageOf(c), nonce, kind, requestId }),
    nonce,
    status,
  );
}

/** A page for whoever came to read and found something broken; the reason is logged, not shown. */
export function errorPage(error: unknown, c: Context<PublicEnv>): Response {
  logUnexpected(error, c.env.requestId);
  return messagePage(c, "error", 500);
}
