import { invalidField } from "../errors.ts";

/** An http(s) URL without credentials, in its normal form. Throws `invalid`. */
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
  return url.toString();
}
