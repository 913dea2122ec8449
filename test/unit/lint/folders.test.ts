/** Folders of use cases lean on each other one way, so that each can be understood by itself. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { expect, test } from "vitest";

const room = "src/usecases";

/** Which folder imports which; a file that stands in no folder is one of its own. */
function leanings(): Map<string, Set<string>> {
  const folderOf = (file: string) => relative(room, dirname(file)) || relative(room, file);
  const found = new Map<string, Set<string>>();
  for (const file of globSync(`${room}/**/*.ts`)) {
    const from = folderOf(file);
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)) {
      const target = normalize(join(dirname(file), path));
      const to = folderOf(target);
      if (!target.startsWith(room) || to === from) continue;
      found.set(from, (found.get(from) ?? new Set()).add(to));
    }
  }
  return found;
}

/** A way back to where it began, or undefined. */
function cycle(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const done = new Set<string>();
  const walk = (at: string, path: string[]): string[] | undefined => {
    if (path.includes(at)) return [...path.slice(path.indexOf(at)), at];
    if (done.has(at)) return undefined;
    for (const next of graph.get(at) ?? []) {
      const found = walk(next, [...path, at]);
      if (found) return found;
    }
    done.add(at);
    return undefined;
  };
  for (const folder of graph.keys()) {
    const found = walk(folder, []);
    if (found) return found;
  }
  return undefined;
}

test("no folder of use cases leads back to itself", () => {
  expect(cycle(leanings())?.join(" → ")).toBeUndefined();
});

test("a way round would be found", () => {
  const round = new Map([
    ["a", new Set(["b"])],
    ["b", new Set(["c"])],
    ["c", new Set(["b"])],
  ]);
  expect(cycle(round)).toEqual(["b", "c", "b"]);
});
