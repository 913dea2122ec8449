/**
 * Tells the Worker's own paths from those that the local runtime answers itself: SQL, buckets, cron and
 * more, for whoever asks. The cloud keeps /cdn-cgi/ to itself, so nothing of Starling's is there.
 */

/** What the runtime serves beside the Worker, as first or any later part of a path. */
const runtimeParts = new Set(["cdn-cgi", "__cf_local", "__scheduled"]);

/**
 * The one spelling in which a request goes on to the Worker, so that what was judged is what is served.
 *
 * @param target - of the request line, each byte a character
 * @returns path and query; undefined where the runtime could take it for its own, or it is no path
 */
export function ownPath(target: string): string | undefined {
  // A full address, "*" or "host:port" is what proxies are asked, which this is to nobody.
  if (!target.startsWith("/")) return undefined;
  // Bytes of UTF-8 that a client left as they are would be encoded a second time.
  const ascii = target.replace(/[\u0080-\u00ff]/g, (byte) => `%${hex(byte)}`);
  const url = URL.parse(`http://localhost${ascii}`);
  if (!url) return undefined;
  const plain = decoded(url.pathname);
  const isRuntimes = plain?.split(/[\\/]/).some((part) => runtimeParts.has(part.toLowerCase()));
  return isRuntimes === false ? url.pathname + url.search : undefined;
}

const hex = (byte: string) => byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");

/** Undefined for what is still encoded after four rounds: no page links to that. */
function decoded(path: string): string | undefined {
  let text = path;
  for (let round = 0; round < 4; round++) {
    const next = text.replace(/%([0-9a-f]{2})/gi, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    if (next === text) return text;
    text = next;
  }
  return undefined;
}
