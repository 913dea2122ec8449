import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { LANG_TAG, type Language } from "./language.ts";
import { BASE_CSS } from "./styles/base.ts";

/** What every page needs around its body. */
export interface DocumentProps {
  language: Language;
  /** The Content-Security-Policy's nonce; on every script and style of the page. */
  nonce: string;
  title: string;
  description?: string | undefined;
  /** CSS of this page, after the base. */
  css: string;
  /** More for the head: Open Graph tags, scripts. */
  head?: Child;
  bodyClass?: string | undefined;
  children?: Child;
}

/**
 * A whole HTML document as text. Pages need no more than this Content-Security-Policy:
 * `default-src 'none'; script-src 'nonce-N'; style-src 'nonce-N'; img-src 'self' https: data:;
 * connect-src 'self'; form-action 'self'; base-uri 'none'`.
 */
export function renderDocument(props: DocumentProps): string {
  const { language, nonce, title, description, css, head, bodyClass, children } = props;
  const page = (
    <html lang={LANG_TAG[language]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf8f4" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#16181a" media="(prefers-color-scheme: dark)" />
        <title>{title}</title>
        {description ? <meta name="description" content={description} /> : null}
        <link rel="icon" href="data:," />
        {head}
        <style nonce={nonce}>{raw(BASE_CSS + css)}</style>
      </head>
      <body class={bodyClass}>{children}</body>
    </html>
  );
  return `<!DOCTYPE html>${page}`;
}

/** A script element whose text is the project's own; `</script` in it would be a bug, so it throws. */
export function InlineScript(props: { nonce: string; code: string }) {
  if (/<\/script/i.test(props.code)) throw new Error("An inline script must not contain </script");
  return <script nonce={props.nonce}>{raw(props.code)}</script>;
}
