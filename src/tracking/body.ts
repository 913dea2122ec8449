import MarkdownIt, { type Token } from "markdown-it";

/**
 * One part of a body, under one heading.
 * `heading` and `text` are plain text, not HTML; `text` leaves the heading out. `html` is safe to
 * put into a page as it stands and leaves the heading out too, so that a page chooses its own tag.
 * The part before the first heading is a section with heading "" and level 0.
 */
export interface BodySection {
  /** 0, 1, 2 … in reading order. */
  ordinal: number;
  heading: string;
  level: 0 | 1 | 2 | 3;
  html: string;
  text: string;
}

const LINK = /^(?:https?:\/\/|mailto:|tel:)/i;
const IMAGE = /^https:\/\//i;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** A path, query or fragment on the page's own site; `//host` is another site in disguise. */
const isRelative = (url: string): boolean => !HAS_SCHEME.test(url) && !/^[/\\]{2}/.test(url);
const isSafeLink = (url: string): boolean => LINK.test(url) || isRelative(url);
const isSafeImage = (url: string): boolean => IMAGE.test(url) || isRelative(url);

const markdown = createMarkdown();

/**
 * Renders a Markdown body as sections.
 *
 * A heading of level 1 to 3 starts a section, wherever it stands outside quotes and lists; levels 4
 * to 6 are details inside one. A line break stays a line break, as authors expect from a chat.
 * Raw HTML is shown as text. Links may be http, https, mailto, tel or relative; images https or
 * relative; anything else becomes plain text. Needs no inline style, so a strict CSP holds.
 */
export function renderBody(source: string): { sections: BodySection[] } {
  const env = {};
  const tokens = markdown.parse(source, env);
  const sections: BodySection[] = [];

  const add = (head: Pick<BodySection, "heading" | "level">, body: Token[]): void => {
    const html = markdown.renderer.render(body, markdown.options, env).trim();
    if (head.level === 0 && html === "") return;
    sections.push({ ordinal: sections.length, ...head, html, text: plainText(body) });
  };

  let heading = "";
  let level: BodySection["level"] = 0;
  let start = 0;
  for (const [index, token] of tokens.entries()) {
    const next = sectionLevel(token);
    if (next === 0) continue;
    add({ heading, level }, tokens.slice(start, index));
    // A heading is always three tokens: open, inline, close.
    const inline = tokens[index + 1];
    heading = inline ? inlineText(inline).replace(/\s+/g, " ").trim() : "";
    level = next;
    start = index + 3;
  }
  add({ heading, level }, tokens.slice(start));
  return { sections };
}

function createMarkdown(): ReturnType<typeof MarkdownIt> {
  const md = new MarkdownIt({ html: false, linkify: true, breaks: true });
  // Only addresses written with their scheme become links: "7.5折" and "v2.cn" are words.
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  md.validateLink = isSafeLink;

  const { rules } = md.renderer;
  rules.link_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet("rel", "noopener");
    return self.renderToken(tokens, index, options);
  };
  rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (!token) return "";
    const alt = self.renderInlineAsText(token.children ?? [], options, env);
    if (!isSafeImage(String(token.attrGet("src") ?? ""))) return md.utils.escapeHtml(alt);
    token.attrSet("alt", alt);
    token.attrSet("loading", "lazy");
    token.attrSet("decoding", "async");
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

function sectionLevel(token: Token): BodySection["level"] {
  if (token.type !== "heading_open" || token.level !== 0) return 0;
  if (token.tag === "h1") return 1;
  if (token.tag === "h2") return 2;
  return token.tag === "h3" ? 3 : 0;
}

/** What a person reads: one line per block, without marks, addresses or descriptions of images. */
function plainText(tokens: Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "inline") return inlineText(token);
      return token.type === "fence" || token.type === "code_block" ? token.content : "";
    })
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

function inlineText(token: Token): string {
  return (token.children ?? [])
    .map((child) => {
      if (child.type === "softbreak" || child.type === "hardbreak") return "\n";
      return child.type === "image" ? "" : child.content;
    })
    .join("");
}
