/** A lock file made where only one platform's packages were served fails on everybody else's machine. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Entry = { version: string; optionalDependencies?: Record<string, string>; resolved?: string };
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Entry>;
};
const at = (name: string) => packages[`node_modules/${name}`];

describe("the lock file", () => {
  test.each(["workerd", "@biomejs/biome", "rolldown", "esbuild", "sharp", "typescript"])(
    "lists what every platform needs of %s",
    (name) => {
      const wanted = Object.keys(at(name)?.optionalDependencies ?? {});
      expect(wanted.length).toBeGreaterThan(3);
      expect(wanted.filter((each) => at(each) === undefined)).toEqual([]);
    },
  );

  test.each(["@cloudflare/workerd-darwin-arm64", "@cloudflare/workerd-windows-64"])(
    "has an entry for %s",
    (name) => expect(at(name)?.version).toMatch(/^\d/),
  );

  test("names no registry, so that it installs through any", () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});
