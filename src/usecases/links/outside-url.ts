import { invalidField } from "../errors.ts";

/**
 * An http(s) URL without credentials, in its normal form: one that was copied where a link of ours had led is the page's
 * own address again. Throws `invalid`.
 */
export function checkOutsideUrl(text: string): string {
  const address = text.trim();
  if (/[\p{Cc}\p{Cf}\s]/u.test(address) || /[\u3000-\u303f\uff00-\uffef]/.test(address)) {
    throw invalidField(
      "url",
      "Take out the spaces, line breaks, invisible characters and Chinese punctuation: what comes after them is not part of the address.",
    );
  }
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw invalidField("url", "Use a complete URL that begins with http:// or https://.");
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw invalidField("url", "Use a URL that begins with http:// or https://.");
  }
  if (url.username !== "" || url.password !== "") {
    throw invalidField("url", "Take the user name and password out of the URL.");
  }
  if (parametersOf(url.search).some(isSl)) url.search = withoutSl(url.search).join("&");
  return url.toString();
}

/** A query's parameters as they are written: URLSearchParams would write them anew, and they may be signed. */
function parametersOf(query: string): string[] {
  return query
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part !== "");
}

/** What a parameter is called. */
export const nameOf = (part: string) => part.split("=", 1)[0] ?? "";

/** By this an outside page is told through which link somebody came; it is put anew whenever somebody comes. */
const isSl = (part: string) => nameOf(part) === "sl";

/** A query's parameters but for the link through which somebody came. */
export const withoutSl = (query: string) => parametersOf(query).filter((part) => !isSl(part));
