import { readHeadings } from "../../storage/content-names.ts";
import { listContents } from "../../storage/contents.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { conditionKinds } from "./rule-input.ts";

/** So many fit into a form without making it heavy. */
const newest = 30;
const mostParts = 60;

export type RuleChoices = Awaited<ReturnType<typeof ruleChoices>>;

/** What a rule may be about: topics, posts, and parts of the newest of them. */
export async function ruleChoices(caller: Caller) {
  requireScope(caller, "read", "own-team");
  const { items } = await listContents(caller.scope, { limit: newest });
  const headings = await readHeadings(
    caller.scope,
    items.map(({ id }) => id),
  );
  const titles = new Map(items.map(({ id, title }): [string, string] => [id, title]));
  const parts = [...headings].flatMap(([key, heading]) => {
    const [contentId = "", sectionId = ""] = key.split(" ");
    return heading ? [{ contentId, sectionId, heading, title: titles.get(contentId) ?? "" }] : [];
  });
  return {
    kinds: conditionKinds,
    topics: [...new Set(items.flatMap(({ topics }) => topics))].sort(),
    posts: items.map(({ id, title }) => ({ id: id as string, title })),
    parts: parts.slice(0, mostParts),
  };
}
