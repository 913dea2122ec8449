/** A workspace's own rules: written as drafts, which give nobody a tag. */
import type { TagRuleId } from "../../domain/ids.ts";
import { BUILT_IN_RULES } from "../../insight/tags/built-in.ts";
import { ruleWords } from "../../insight/tags/describe.ts";
import type { Rule } from "../../insight/tags/rule.ts";
import { newId } from "../../storage/new-id.ts";
import {
  createTagRule,
  findTagRule,
  listAllVersions,
  listTagRules,
  listTagRuleVersions,
  type TagRuleRow,
  tagRuleAsRead,
  updateTagRule,
} from "../../storage/tag-rules.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { write } from "../kernel/write.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { rfc3339, rfc3339OrNull } from "../time.ts";
import { namesInRules } from "./names-in-rules.ts";
import { checkRule, viewRule } from "./rule-view.ts";

/** Writes a rule down. Throws `invalid` where it could never work. */
export async function createRule(caller: Caller, rule: Rule) {
  requireScope(caller, "write");
  checkRule(rule);
  const { scope } = caller;
  const now = caller.now();
  const row: TagRuleRow = {
    id: newId<TagRuleId>(scope.shard),
    workspaceId: scope.workspaceId,
    draft: rule,
    publishedVersion: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  return await write(caller, {
    statements: [createTagRule(scope, row)],
    outcome: "created",
    answer: viewRule(row, null),
    audit: { verb: "tag-rule.create", subject: row.id },
  });
}

/** Changes a rule's draft; fields that are not given stay. What is in force stays so until it is published. */
export function changeRule(caller: Caller, id: TagRuleId, change: Partial<Rule>) {
  requireScope(caller, "write");
  const { scope } = caller;
  return repeat(caller, async () => {
    const before = found(await findTagRule(scope, id), "tag rule");
    const draft = { ...(before.draft as Rule), ...change };
    checkRule(draft);
    const updatedAt = caller.now();
    return await write(caller, {
      statements: [updateTagRule(scope, id, { draft, updatedAt })],
      guards: [{ condition: tagRuleAsRead(scope, before), error: () => new Raced() }],
      outcome: "done",
      answer: viewRule({ ...before, draft, updatedAt }, await publishedOf(caller, before)),
      audit: { verb: "tag-rule.update", subject: id },
    });
  });
}

/** Takes a rule away, with the tags that it gave: they are read no more. */
export async function deleteRule(caller: Caller, id: TagRuleId) {
  requireScope(caller, "write");
  const { scope } = caller;
  found(await findTagRule(scope, id), "tag rule");
  return await write(caller, {
    statements: [updateTagRule(scope, id, { deletedAt: caller.now() })],
    outcome: "done",
    answer: undefined,
    audit: { verb: "tag-rule.delete", subject: id },
  });
}

export async function getRule(caller: Caller, id: TagRuleId) {
  requireScope(caller, "read", "own-team");
  const row = found(await findTagRule(caller.scope, id), "tag rule");
  const versions = await listTagRuleVersions(caller.scope, id);
  const published = versions.find(({ version }) => version === row.publishedVersion);
  const draft = row.draft as Rule;
  const written = versions.map(({ rule }) => rule as Rule);
  const names = await namesInRules(caller.scope, [draft, ...written]);
  return {
    ...viewRule(row, (published?.rule as Rule | undefined) ?? null),
    sentence: ruleWords(draft, names),
    versions: versions.map(({ version, rule, since, until, publishedAt }) => ({
      version,
      rule: rule as Rule,
      sentence: ruleWords(rule as Rule, names),
      since: rfc3339OrNull(since),
      until: rfc3339OrNull(until),
      publishedAt: rfc3339(publishedAt),
    })),
  };
}

/** The workspace's own rules, each in words, the newest first, and those that hold in every workspace. */
export async function listRules(caller: Caller, query: PageQuery) {
  requireScope(caller, "read", "own-team");
  const inForce = new Map(
    (await listAllVersions(caller.scope)).map((row) => [`${row.ruleId} ${row.version}`, row.rule]),
  );
  const page = await viewPage(listTagRules(caller.scope, query), (row) =>
    viewRule(row, (inForce.get(`${row.id} ${row.publishedVersion}`) as Rule | undefined) ?? null),
  );
  const drafts = page.items.map(({ draft }) => draft);
  const names = await namesInRules(caller.scope, drafts);
  const builtIn = BUILT_IN_RULES.map(({ ruleId, ...rule }) => ({
    ruleId,
    rule: rule as Rule,
    sentence: ruleWords(rule, names),
  }));
  const items = page.items.map((rule) => ({ ...rule, sentence: ruleWords(rule.draft, names) }));
  return { ...page, items, builtIn };
}

async function publishedOf({ scope }: Caller, row: TagRuleRow): Promise<Rule | null> {
  const versions = await listTagRuleVersions(scope, row.id);
  const published = versions.find(({ version }) => version === row.publishedVersion);
  return (published?.rule as Rule | undefined) ?? null;
}
