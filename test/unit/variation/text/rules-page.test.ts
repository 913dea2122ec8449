import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { rulePages } from "../../../../scripts/rules-page.ts";

test.each(Object.entries(await rulePages()))(
  "docs/%s says what the word files say: npm run rules writes it anew",
  async (name, text) => {
    const page = await readFile(new URL(`../../../../docs/${name}`, import.meta.url), "utf8");
    expect(page === text).toBe(true);
  },
);
