/** Markdown as authors write it here, rendered to HTML that is safe on a page with a strict policy. */
import MarkdownIt from "markdown-it";
import { useSafeAddresses } from "./addresses.ts";
import { useChineseEmphasis } from "./emphasis.ts";

const OUTSIDE = /^https:/i;

/** A parser and renderer. Raw HTML is shown as text; nothing that it renders has an inline style. */
export function createMarkdown(): ReturnType<typeof MarkdownIt> {
  const md = new MarkdownIt({ html: false, linkify: true, breaks: true });
  useSafeAddresses(md);
  useChineseEmphasis(md);

  const { rules } = md.renderer;
  rules.link_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet("rel", "noopener");
    return self.renderToken(tokens, index, options);
  };
  rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (!token) return "";
    token.attrSet("alt", self.renderInlineAsText(token.children ?? [], options, env));
    token.attrSet("loading", "lazy");
    token.attrSet("decoding", "async");
    // Whose page shows a picture is nobody's business, and some hosts refuse it to foreign pages.
    if (OUTSIDE.test(String(token.attrGet("src")))) {
      token.attrSet("referrerpolicy", "no-referrer");
    }
    return self.renderToken(tokens, index, options);
  };
  // A wide table scrolls by itself, so that the page never does; tabindex lets a keyboard reach it.
  rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
  rules.table_close = () => "</table></div>\n";
  rules.th_open = rules.td_open = (tokens, index) => {
    const token = tokens[index];
    const align = /text-align:(left|center|right)/.exec(String(token?.attrGet("style") ?? ""))?.[1];
    return align ? `<${token?.tag} class="${align}">` : `<${token?.tag}>`;
  };
  return md;
}
