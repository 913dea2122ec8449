/** How a page leaves the house: under a policy that lets nothing run but its own scripts and styles. */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

export interface PageOptions {
  status?: ContentfulStatusCode | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** An origin that scripts are taken from besides this house. */
  scriptOrigin?: string | undefined;
  /** It shows other pages of this house in frames. */
  mayFrameOwn?: boolean | undefined;
}

/** What a page on a phone has no use for, and nobody may use in its name. */
const refusedFeatures = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/**
 * Answers with a page. Each answer has a nonce of its own, which the page puts on every script and style
 * element; nothing of a page is kept by any cache.
 */
export function respond(
  c: Context,
  render: (nonce: string) => string,
  { status = 200, headers = {}, mayFrameOwn = false, scriptOrigin }: PageOptions = {},
): Response {
  const nonce = newNonce();
  return c.html(render(nonce), status, {
    "Content-Security-Policy":
      pagePolicy(nonce, scriptOrigin) + (mayFrameOwn ? "; frame-src 'self'" : ""),
    "Permissions-Policy": refusedFeatures,
    // A browser that came by plain http says in its console that it ignores this one.
    ...(c.req.url.startsWith("https:") ? { "Cross-Origin-Opener-Policy": "same-origin" } : {}),
    "Cache-Control": "no-store",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    ...headers,
  });
}

/** The Content-Security-Policy of every page. */
export function pagePolicy(nonce: string, scriptOrigin?: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'${scriptOrigin ? ` ${scriptOrigin}` : ""}`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' https: data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}

function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}
