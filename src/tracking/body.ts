import type { Token } from "markdown-it";
import { createMarkdown } from "./markdown/dialect.ts";
import { withPlainMarks } from "./markdown/source.ts";

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
  /** The heading as safe HTML, where it holds a link or a picture. */
  headingHtml?: string;
  level: 0 | 1 | 2 | 3;
  html: string;
  text: string;
}

const markdown = createMarkdown();

/**
 * Renders a Markdown body as sections.
 *
 * A heading of level 1 to 3 starts a section, wherever it stands outside quotes and lists; levels 4
 * to 6 are details inside one. A line break stays a line break, as authors expect from a chat.
 * Raw HTML is shown as text. Links may be http, https, mailto, tel or relative; images https or
 * relative; of anything else the words remain. Needs no inline style, so a strict CSP holds.
 */
export function renderBody(source: string): { sections: BodySection[] } {
  const env = {};
  const tokens = markdown.parse(withPlainMarks(source), env);
  const sections: BodySection[] = [];

  const add = (under: Head, body: Token[]): void => {
    const rendered = markdown.renderer.render(body, markdown.options, env);
    // A paragraph whose only picture was none leaves nothing to be read.
    const html = rendered.replaceAll("<p></p>\n", "").trim();
    if (under.level === 0 && html === "") return;
    sections.push({ ordinal: sections.length, ...under, html, text: plainText(body) });
  };

  let head: Head = { heading: "", level: 0 };
  let start = 0;
  for (const [index, token] of tokens.entries()) {
    const level = sectionLevel(token);
    if (level === 0) continue;
    add(head, tokens.slice(start, index));
    // A heading is always three tokens: open, inline, close.
    head = { ...readHeading(tokens[index + 1], env), level };
    start = index + 3;
  }
  add(head, tokens.slice(start));
  return { sections };
}

type Head = Pick<BodySection, "heading" | "headingHtml" | "level">;

/** A heading's words, and its HTML where words alone would lose something. */
function readHeading(
  inline: Token | undefined,
  env: Record<string, unknown>,
): Pick<Head, "heading" | "headingHtml"> {
  const children = inline?.children ?? [];
  const words = inline ? inlineText(inline) : "";
  // Of a heading that is a picture, its description is the name.
  const named = words.trim() === "" ? children.map(({ content }) => content).join(" ") : words;
  const heading = named.replace(/\s+/g, " ").trim();
  const isPlain = !children.some(({ type }) => type === "link_open" || type === "image");
  if (isPlain) return { heading };
  return { heading, headingHtml: markdown.renderer.renderInline(children, markdown.options, env) };
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
