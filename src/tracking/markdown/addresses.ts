/** Addresses in a text: which are links, where they end, and what is made of those that a page must not have. */
import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { unbrokenParts, untilBreak } from "./chinese.ts";

type Parser = ReturnType<typeof MarkdownIt>;

const LINK = /^(?:https?:\/\/|mailto:|tel:)/i;
const IMAGE = /^https:\/\//i;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** "example.com", "www.example.com:8080/a?b": a host as people write it, without its scheme. */
const BARE_HOST =
  /^(?:[\p{L}\p{N}-]+\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+|中国|公司|网络)(?::\d{1,5})?(?=$|[/?#])/iu;
/** A file by its name alone is no host, though its ending might be one's. */
const FILE =
  /^[^/?#]+\.(?:html?|pdf|jpe?g|png|gif|webp|svg|docx?|xlsx?|pptx?|md|txt|zip|mp[34])(?=$|[?#])/i;
const MAIL = /^[\w.+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;

/** A path, query or fragment on the page's own site; `//host` is another site in disguise. */
const isRelative = (url: string): boolean => !HAS_SCHEME.test(url) && !/^[/\\]{2}/.test(url);
const isSafeLink = (url: string): boolean => LINK.test(url) || isRelative(url);
const isSafeImage = (url: string): boolean => IMAGE.test(url) || isRelative(url);

/** An address with the scheme that its author left out, or typed with a full-width colon. */
export function withScheme(url: string): string {
  const typed = url.replace(/^(https?|mailto|tel)：/i, "$1:");
  if (MAIL.test(typed)) return `mailto:${typed}`;
  return BARE_HOST.test(typed) && !FILE.test(typed) ? `https://${typed}` : typed;
}

/** Lets a parser find addresses so, and leave nothing of the unsafe ones but their words. */
export function useSafeAddresses(md: Parser): void {
  const { linkify } = md;
  // Only addresses written with their scheme become links: "7.5折" and "v2.cn" are words.
  linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

  // In Chinese text an address ends where Chinese begins: no space tells.
  const match = linkify.match.bind(linkify);
  const matchAtStart = linkify.matchAtStart.bind(linkify);
  linkify.matchAtStart = (text) => {
    const found = matchAtStart(text);
    const own = found ? untilBreak(found.raw) : "";
    return found && own.length < found.raw.length ? matchAtStart(own) : found;
  };
  linkify.match = (text) =>
    unbrokenParts(text).flatMap(({ part, start }) =>
      (match(part) ?? []).map((found) =>
        Object.assign(found, { index: found.index + start, lastIndex: found.lastIndex + start }),
      ),
    );

  const normalise = md.normalizeLink.bind(md);
  md.normalizeLink = (url) => normalise(withScheme(url));
  // Unsafe ones are read as what they are, so that their marks vanish; the rule below takes them out.
  md.validateLink = () => true;
  md.core.ruler.push("safe-addresses", ({ tokens }) => {
    for (const token of tokens)
      if (token.children) token.children = withoutUnsafe(md, token.children);
  });
}

/** Links that a page must not have lose their address and keep their words; such images become their description. */
function withoutUnsafe(md: Parser, children: Token[]): Token[] {
  const isKept: boolean[] = [];
  return children.filter((token) => {
    if (token.type === "link_open") {
      const isSafe = isSafeLink(String(token.attrGet("href") ?? ""));
      isKept.push(isSafe);
      return isSafe;
    }
    if (token.type === "link_close") return isKept.pop() ?? false;
    if (token.type === "image" && !isSafeImage(String(token.attrGet("src") ?? ""))) {
      token.content = md.renderer.renderInlineAsText(token.children ?? [], md.options, {});
      token.type = "text";
      token.tag = "";
      token.attrs = null;
      token.children = null;
    }
    return true;
  });
}
