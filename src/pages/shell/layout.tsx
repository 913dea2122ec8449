import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Accents } from "../../domain/accent.ts";
import { hanStyle } from "../../generated/faces.ts";

/** What every page needs around its body. */
export interface DocumentProps {
  /** The `lang` attribute: a language tag. */
  lang: string;
  dir?: "ltr" | "rtl" | undefined;
  /** The Content-Security-Policy's nonce; on every script and style of the page. */
  nonce: string;
  title: string;
  description?: string | undefined;
  /** All CSS of the page; "" where the head links it. */
  style: string;
  /** The workspace's own colours, in place of Starling's. */
  accents?: Accents | null | undefined;
  /** More for the head: Open Graph tags, scripts. */
  head?: Child;
  bodyClass?: string | undefined;
  children?: Child;
}

/** A whole HTML document as text, for the policy in respond.ts. */
export function renderDocument(props: DocumentProps): string {
  const { lang, dir, nonce, title, description, style, accents, head, bodyClass, children } = props;
  const body = String(<body class={bodyClass}>{children}</body>);
  const css = style + (hasOtherHan(lang, body) ? hanStyle : "");
  const page = (
    <html lang={lang} dir={dir === "rtl" ? dir : undefined}>
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
        {css === "" ? null : (
          <style nonce={nonce}>{raw(css + (accents ? accentStyle(accents) : ""))}</style>
        )}
      </head>
      {raw(body)}
    </html>
  );
  return `<!DOCTYPE html>${page}`;
}

/** Whether a page holds Chinese as Taipei writes it, Japanese or Korean, which have fonts of their own. */
const hasOtherHan = (lang: string, body: string): boolean =>
  otherHan.test(` lang="${lang}"${body}`);

const otherHan = / lang="(?:zh-(?:Hant|TW|HK|MO)|ja|ko)\b/i;

/** On a filled button stands white in the light scheme, and shell/base.css's dark in the dark one. */
const accentStyle = ({ light, dark }: Accents): string =>
  `:root{--accent:${light.accent};--soft:${light.soft}}` +
  `@media (prefers-color-scheme: dark){:root{--accent:${dark.accent};--soft:${dark.soft}}}`;

/** A script element whose text is the project's own; `</script` in it would be a bug, so it throws. */
export function InlineScript(props: { nonce: string; code: string }) {
  if (/<\/script/i.test(props.code)) throw new Error("An inline script must not contain </script");
  return <script nonce={props.nonce}>{raw(props.code)}</script>;
}
