import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { classifyAgent } from "../../../src/tracking/user-agent.ts";

const lines = (name: string) =>
  readFileSync(new URL(`../../fixtures/agents/${name}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

describe("a person's browser is known for what it is", () => {
  test.each(lines("people").map((line) => line.split(" | ")))(
    "%s, %s: %s",
    (device, app, userAgent = "") => {
      expect(classifyAgent({ userAgent })).toEqual({ bot: false, prefetch: false, device, app });
    },
  );
});

describe("a machine is flagged", () => {
  test.each(["", ...lines("machines")])("%s", (userAgent) => {
    expect(classifyAgent({ userAgent }).bot).toBe(true);
  });
});

describe("a browser that fetches ahead is flagged", () => {
  const userAgent =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
  test.each(["prefetch", "prefetch;prerender", "prefetch;anonymous-client-ip"])(
    "Sec-Purpose: %s",
    (secPurpose) => {
      expect(classifyAgent({ userAgent, secPurpose })).toMatchObject({
        prefetch: true,
        bot: false,
      });
    },
  );
  test.each(["prefetch", "preview"])("Purpose: %s", (purpose) => {
    expect(classifyAgent({ userAgent, purpose }).prefetch).toBe(true);
  });
  test("and one that does not is not", () => {
    expect(classifyAgent({ userAgent, secPurpose: null, purpose: null }).prefetch).toBe(false);
  });
});

test("a monstrous user agent costs no more than its beginning", () => {
  const userAgent = `Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 ${"x ".repeat(500_000)} Googlebot`;
  expect(classifyAgent({ userAgent }).bot).toBe(false);
});
