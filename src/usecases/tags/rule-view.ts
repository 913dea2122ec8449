import { ruleFaults } from "../../insight/tags/faults.ts";
import type { Rule } from "../../insight/tags/rule.ts";
import type { TagRuleRow } from "../../storage/tag-rules.ts";
import { AppError } from "../errors.ts";
import { rfc3339 } from "../time.ts";

/** A rule as its author sees it. `isChanged`: the draft is not what is in force. */
export function viewRule(row: TagRuleRow, published: Rule | null) {
  const draft = row.draft as Rule;
  return {
    id: row.id as string,
    draft,
    publishedVersion: row.publishedVersion,
    isChanged: published === null || JSON.stringify(published) !== JSON.stringify(draft),
    createdAt: rfc3339(row.createdAt),
    updatedAt: rfc3339(row.updatedAt),
  };
}

/** Throws `invalid` naming every fault of a rule, by its path in the call's body. */
export function checkRule(rule: Rule): void {
  const faults = ruleFaults(rule);
  if (faults.length === 0) return;
  throw new AppError(
    "invalid",
    "The rule cannot work as it is; errors says where and why.",
    faults,
  );
}
