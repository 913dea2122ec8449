/**
 * HTML from Word, a 公众号 article or any page as the Markdown that a post is written in: headings, bold,
 * italics, links, lists, quotes, tables and pictures; colours, fonts and empty boxes are left behind.
 *
 * Word marks a list by a style and writes the bullet as text; articles of 公众号 mark a heading by nothing but
 * large bold letters, and give a picture's address as data-src.
 */

/** Letters from this size on (px) are a heading where they are bold and the line is short. */
const headingPx = 18;
const headingLength = 40;

/** Reads HTML in which no style applies: a page's policy refuses each, and says so once for each. */
export function readHtml(html: string): Element {
  const inert = html
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/<[^>]+>/g, (tag) => tag.replace(/\s(style|on\w+)=/gi, " data-$1="));
  return new DOMParser().parseFromString(inert, "text/html").body;
}

/** Pictures that cannot be shown from where they are: on somebody's own disk, or written out in the page. */
export const lostPictures = (root: Element): number =>
  Array.from(root.querySelectorAll("img")).filter((image) => picture(image) === "").length;

export function htmlToMarkdown(root: Element): string {
  return blocks(root)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .join("\n\n")
    .replace(/\n{3,}/g, "\n\n");
}

const BLOCK = /^(P|DIV|SECTION|ARTICLE|H[1-6]|UL|OL|BLOCKQUOTE|TABLE|PRE|HR|FIGURE|HEADER|MAIN)$/;

function blocks(parent: Element): string[] {
  const out: string[] = [];
  let line = "";
  const flush = () => {
    if (line.trim() !== "") out.push(line.trim());
    line = "";
  };
  for (const node of Array.from(parent.childNodes)) {
    if (node instanceof Element && BLOCK.test(node.tagName)) {
      flush();
      out.push(...blockOf(node));
    } else line += inline(node);
  }
  flush();
  return out;
}

function blockOf(element: Element): string[] {
  const { tagName } = element;
  const level = /^H([1-6])$/.exec(tagName);
  // The post's own title is the first level.
  if (level) return [heading(Number(level[1]) <= 2 ? 2 : 3, inlineOf(element))];
  if (tagName === "UL" || tagName === "OL") return [list(element, tagName === "OL", "")];
  if (tagName === "TABLE") return [table(element)];
  if (tagName === "HR") return ["---"];
  if (tagName === "BLOCKQUOTE") return [quoted(blocks(element).join("\n\n"))];
  if (Array.from(element.children).some((child) => BLOCK.test(child.tagName))) {
    return blocks(element);
  }
  return [paragraph(element)];
}

function paragraph(element: Element): string {
  const bullet = wordBullet(element);
  if (bullet !== null) return bullet;
  const text = inlineOf(element);
  return looksLikeHeading(element, text) ? heading(2, text) : text;
}

const heading = (level: number, text: string): string => {
  const plain = text.replace(/\*\*/g, "").trim();
  return plain === "" ? "" : `${"#".repeat(level)} ${plain}`;
};

const quoted = (text: string): string => text.replace(/^/gm, "> ");

/** A list of Word's, which is a paragraph that begins with a bullet or a number in a span of its own. */
function wordBullet(element: Element): string | null {
  const style = element.getAttribute("data-style") || "";
  if (!/mso-list|MsoListParagraph/.test(`${style} ${element.className}`)) return null;
  const text = inlineOf(element).trim();
  const [, number, rest = text] = /^(?:(\d+)[.、)）]|[·•o§\-–*])\s*([\s\S]*)$/.exec(text) || [];
  return number ? `${number}. ${rest}` : `- ${rest}`;
}

function looksLikeHeading(element: Element, text: string): boolean {
  if (text === "" || text.length > headingLength || /[。，；,;]$/.test(text)) return false;
  const styles = [element, ...Array.from(element.querySelectorAll("*"))].map(
    (each) => each.getAttribute("data-style") || "",
  );
  const isLarge = styles.some((style) => sizePx(style) >= headingPx);
  const isBold =
    element.querySelector("b, strong") !== null ||
    styles.some((style) => /font-weight:\s*(bold|[6-9]00)/.test(style));
  return isLarge && isBold;
}

function sizePx(style: string): number {
  const [, size = "0", unit = "px"] = /font-size:\s*([\d.]+)(px|pt|rem|em)/.exec(style) || [];
  const factor = unit === "pt" ? 4 / 3 : unit === "px" ? 1 : 16;
  return Number(size) * factor;
}

function list(element: Element, isOrdered: boolean, indent: string): string {
  const items = Array.from(element.children).filter(({ tagName }) => tagName === "LI");
  return items
    .map((item, index) => {
      const mark = isOrdered ? `${index + 1}. ` : "- ";
      const nested = Array.from(item.children).filter(({ tagName }) => /^(UL|OL)$/.test(tagName));
      const own = Array.from(item.childNodes)
        .filter((node) => nested.indexOf(node as Element) < 0)
        .map(inline)
        .join("")
        .trim();
      const inner = nested.map(
        (child) => `\n${list(child, child.tagName === "OL", `${indent}   `)}`,
      );
      return indent + mark + own + inner.join("");
    })
    .join("\n");
}

function table(element: Element): string {
  const rows = Array.from(element.querySelectorAll("tr")).map((row) =>
    Array.from(row.children).map((cell) =>
      inlineOf(cell).replace(/\|/g, "\\|").replace(/\n/g, " "),
    ),
  );
  const [head] = rows;
  if (!head) return "";
  // One cell alone is a frame around something, not a table.
  if (rows.length === 1 && head.length === 1) return head[0] || "";
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.slice(1).map(line)].join("\n");
}

const inlineOf = (element: Element): string =>
  Array.from(element.childNodes)
    .map(inline)
    .join("")
    .replace(/[ \t\u00a0]+/g, " ")
    .trim();

function inline(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent || "").replace(/\s+/g, " ");
  if (!(node instanceof Element) || /^(STYLE|SCRIPT|META|LINK|XML)$/i.test(node.tagName)) return "";
  if (node.tagName === "BR") return "\n";
  if (node.tagName === "IMG") return picture(node);
  const text = Array.from(node.childNodes).map(inline).join("");
  if (text.trim() === "") return text;
  if (node.tagName === "A") return link(node, text);
  const style = node.getAttribute("data-style") || "";
  const isBold = /^(B|STRONG)$/.test(node.tagName) || /font-weight:\s*(bold|[6-9]00)/.test(style);
  const isItalic = /^(I|EM)$/.test(node.tagName) || /font-style:\s*italic/.test(style);
  if (isBold && text.indexOf("**") < 0) return around(text, "**");
  return isItalic && text.indexOf("*") < 0 ? around(text, "*") : text;
}

/** Marks touch the words: a space between would make them plain stars. */
function around(text: string, mark: string): string {
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) || [];
  return before + mark + words + mark + after;
}

function link(element: Element, text: string): string {
  const href = element.getAttribute("href") || "";
  return /^(https?:|mailto:|tel:)/.test(href) ? `[${text.trim()}](${href})` : text;
}

function picture(element: Element): string {
  const src = element.getAttribute("data-src") || element.getAttribute("src") || "";
  return /^https:/.test(src) ? `\n\n![${element.getAttribute("alt") || ""}](${src})\n\n` : "";
}
