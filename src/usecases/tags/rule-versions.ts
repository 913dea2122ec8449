import { BUILT_IN_RULES } from "../../insight/tags/built-in.ts";
import type { Rule, RuleVersion } from "../../insight/tags/rule.ts";
import type { Scope } from "../../storage/scope.ts";
import { listAllVersions, type TagRuleVersionRow } from "../../storage/tag-rules.ts";

const builtIn: readonly RuleVersion[] = BUILT_IN_RULES.map((rule) => ({
  ...rule,
  version: 1,
  since: null,
  until: null,
}));

/** Every rule version that may give points in a workspace: its own, and the built-in ones. */
export async function ruleVersions(scope: Scope): Promise<RuleVersion[]> {
  return [...builtIn, ...(await listAllVersions(scope)).map(versionOf)];
}

/** A published rule as the core takes it. */
export function versionOf(row: TagRuleVersionRow): RuleVersion {
  const { ruleId, version, since, until } = row;
  return { ...(row.rule as Rule), ruleId, version, since, until };
}
