import fc from "fast-check";
import { expect, test } from "vitest";
import { ownPath } from "../../../scripts/local/own-path.ts";

test.each([
  ["/", "/"],
  ["/s/aB3.x_Y-z?utm=1&sl=%2F..%2Fcdn-cgi%2F", "/s/aB3.x_Y-z?utm=1&sl=%2F..%2Fcdn-cgi%2F"],
  ["/kit/a~1~b/", "/kit/a~1~b/"],
  ["/v1/contacts?name=%E7%8E%8B", "/v1/contacts?name=%E7%8E%8B"],
  ["/s/../docs", "/docs"],
  ["/cdn-cgi-notes", "/cdn-cgi-notes"],
  ["/v1/x?next=/cdn-cgi/", "/v1/x?next=/cdn-cgi/"],
])("%s goes on as %s", (target, path) => {
  expect(ownPath(target)).toBe(path);
});

test("bytes of UTF-8 that a client did not encode are encoded once", () => {
  const target = Buffer.from("/s/王?q=é").toString("latin1");
  expect(ownPath(target)).toBe("/s/%E7%8E%8B?q=%C3%A9");
});

test.each([
  "/cdn-cgi",
  "/cdn-cgi/",
  "/cdn-cgi/local/explorer/api/d1",
  "/CDN-cgi/local/scheduled",
  "//cdn-cgi/local/scheduled",
  "/\\cdn-cgi\\local\\scheduled",
  "\\cdn-cgi/local/scheduled",
  "/./cdn-cgi/local/scheduled",
  "/%2e/cdn-cgi/local/scheduled",
  "/s/%2E%2e/cdn-cgi/local/scheduled",
  "/s/..\\cdn-cgi/local/scheduled",
  "/%63dn-cgi/local/scheduled",
  "/%2563dn%252dcgi/local/scheduled",
  "/%252525252563dn-cgi/local/scheduled",
  "/s/%2fcdn-cgi%2flocal",
  "/s%5c..%5ccdn-cgi%5clocal",
  "/cdn\t-cgi/local/scheduled",
  "/cdn-cgi/../cdn-cgi/local/scheduled",
  "/cdn-cgi?format=json",
  "/cdn-cgi#x",
  "/__cf_local/stream/x",
  "/__scheduled?cron=*",
  "http://localhost/cdn-cgi/local/scheduled",
  "http://localhost/",
  "*",
  "localhost:80",
  "",
])("%j is refused", (target) => {
  expect(ownPath(target)).toBeUndefined();
});

test("whatever spelling goes on means no path of the runtime's, and is already in its last form", () => {
  const part = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "%2e",
    "%2F",
    "%5c",
    "%25",
    "cdn-cgi",
    "CDN-CGI",
    "%63dn-cgi",
    "cdn",
    "-cgi",
    "%2dcgi",
    "local",
    "__cf_local",
    "s",
    "?",
    "#",
    "@",
    ":",
    "\t",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const path = ownPath(`/${parts.join("")}`);
      if (path === undefined) return;
      const url = new URL(`http://localhost${path}`);
      expect(url.host).toBe("localhost");
      expect(url.pathname + url.search).toBe(path);
      expect(decodeURIComponent(url.pathname)).not.toMatch(
        /(^|[\\/])(cdn-cgi|__cf_local)([\\/]|$)/i,
      );
    }),
    { numRuns: 2_000 },
  );
});
