import type { TagRuleId } from "../../domain/ids.ts";
import { tagWords } from "../../insight/tags/explain.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { dryRunRule } from "../tags/dry-run.ts";
import { getRule, listRules } from "../tags/manage-rules.ts";
import { rfc3339 } from "../time.ts";

const mostRules = 200;

/** All rules of a workspace, their tags as pages call them. */
export async function showRules(caller: Caller) {
  requireScope(caller, "read", "own-team");
  const { items, builtIn } = await listRules(caller, { limit: mostRules });
  return {
    rules: items.map((rule) => ({ ...rule, name: tagWords(rule.draft.tag) })),
    builtIn,
  };
}

/** One rule, its draft and every version. */
export async function showRule(caller: Caller, id: TagRuleId) {
  requireScope(caller, "read", "own-team");
  const rule = await getRule(caller, id);
  return {
    ...rule,
    timezone: caller.workspace.timezone,
    now: rfc3339(caller.now()),
    name: tagWords(rule.draft.tag),
  };
}

/** What a rule's draft would do, its tags as pages call them. */
export async function tryRule(caller: Caller, id: TagRuleId) {
  requireScope(caller, "read");
  const tried = await dryRunRule(caller, id);
  return {
    ...tried,
    tags: tried.tags.map((one) => ({ ...one, name: tagWords(one.tag) })),
    examples: tried.examples.map((one) => ({ ...one, name: tagWords(one.tag) })),
  };
}
