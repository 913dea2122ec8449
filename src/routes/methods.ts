/** The methods that an address answers to. */
import { TrieRouter } from "hono/router/trie-router";
import type { RouterRoute } from "hono/types";

const ANY = "any";

/** Looks up the methods of a path in an app's own table of routes; none where the app has no such path. */
export function methodsOf(app: { routes: readonly RouterRoute[] }): (path: string) => string[] {
  let table: TrieRouter<string> | undefined;
  return (path) => {
    table ??= tableOf(app.routes);
    const [found] = table.match(ANY, path);
    const methods = new Set(found.map(([method]) => method));
    // Hono answers HEAD wherever it answers GET.
    if (methods.has("GET")) methods.add("HEAD");
    return [...methods].sort();
  };
}

function tableOf(routes: readonly RouterRoute[]): TrieRouter<string> {
  const table = new TrieRouter<string>();
  // What answers to every method is middleware, or hands the request on.
  for (const { method, path } of routes) if (method !== "ALL") table.add(ANY, path, method);
  return table;
}
