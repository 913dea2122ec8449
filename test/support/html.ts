/** What the page tests look at in a page's HTML, without a browser. */
export interface Tag {
  name: string;
  attributes: Record<string, string>;
  /** Text up to the next tag. */
  text: string;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "");

/** All opening tags in order, attributes decoded; text inside scripts and styles is not parsed. */
export function tagsOf(html: string): Tag[] {
  const found: Tag[] = [];
  const tag = /<([a-z][a-z0-9]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/?>([^<]*)/gi;
  const bare = html.replace(/(<(?:script|style)\b[^>]*>)[\s\S]*?(?=<\/(?:script|style)>)/gi, "$1");
  for (const [, name = "", list = "", text = ""] of bare.matchAll(tag)) {
    const attributes: Record<string, string> = {};
    for (const [, key = "", value = ""] of list.matchAll(/([^\s"'<>/=]+)(?:="([^"]*)")?/g)) {
      attributes[key] = decode(value);
    }
    found.push({ name: name.toLowerCase(), attributes, text: decode(text) });
  }
  return found;
}

/** The content of the meta tag with this name or property. */
export const metaOf = (html: string, name: string): string | undefined =>
  tagsOf(html).find(
    ({ name: tag, attributes }) =>
      tag === "meta" && (attributes.property === name || attributes.name === name),
  )?.attributes.content;
