/**
 * Finds the resources in wrangler.toml whose id is still all zeros, as in a fresh clone.
 *
 * @param toml - the text of wrangler.toml
 * @returns their binding names, in the order of the file
 */
export function placeholders(toml: string): string[] {
  return toml
    .split(/^\[/m)
    .filter((table) => /^(?:database_)?id\s*=\s*"[0-]+"/m.test(table))
    .map((table) => /^binding\s*=\s*"([^"]+)"/m.exec(table)?.[1] ?? "a resource without a binding");
}
