import type { TagRuleId } from "../../domain/ids.ts";
import { ruleWords } from "../../insight/tags/describe.ts";
import { tagWords } from "../../insight/tags/explain.ts";
import { conditionsOf, type Rule } from "../../insight/tags/rule.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { namesOf } from "../readers/names.ts";
import { dryRunRule } from "../tags/dry-run.ts";
import { getRule, listRules } from "../tags/manage-rules.ts";
import { rfc3339 } from "../time.ts";

const mostRules = 200;

/** All rules of a workspace, each in plain words. */
export async function showRules(caller: Caller) {
  requireScope(caller, "read", "own-team");
  const { items, builtIn } = await listRules(caller, { limit: mostRules });
  const names = await namesOf(caller.scope, contentsOf(items.map(({ draft }) => draft)));
  return {
    rules: items.map((rule) => ({
      ...rule,
      name: tagWords(rule.draft.tag),
      sentence: ruleWords(rule.draft, names),
    })),
    builtIn: builtIn.map(({ ruleId, rule }) => ({ ruleId, sentence: ruleWords(rule, names) })),
  };
}

/** One rule, its draft and every version in plain words. */
export async function showRule(caller: Caller, id: TagRuleId) {
  requireScope(caller, "read", "own-team");
  const rule = await getRule(caller, id);
  const written = rule.versions.map((version) => version.rule);
  const names = await namesOf(caller.scope, contentsOf([rule.draft, ...written]));
  return {
    ...rule,
    timezone: caller.workspace.timezone,
    now: rfc3339(caller.now()),
    name: tagWords(rule.draft.tag),
    sentence: ruleWords(rule.draft, names),
    versions: rule.versions.map((version) => ({
      ...version,
      sentence: ruleWords(version.rule, names),
    })),
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

function contentsOf(rules: readonly Rule[]): string[] {
  return rules.flatMap(({ when }) =>
    conditionsOf(when).flatMap((condition) => {
      if (condition.kind === "section") return [condition.contentId];
      const { on } = condition;
      return on && "contentId" in on ? [on.contentId] : [];
    }),
  );
}
