import { invalidField } from "../errors.ts";

/** An http(s) URL without credentials, in its normal form. Throws `invalid`. */
export function checkOutsideUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
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
