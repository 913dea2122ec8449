import type { TagRuleId } from "../../domain/ids.ts";
import { instant } from "../../domain/units.ts";
import type { Rule } from "../../insight/tags/rule.ts";
import { createJob } from "../../storage/jobs.ts";
import { findTagRule, publishTagRule, tagRuleAsRead } from "../../storage/tag-rules.ts";
import { found } from "../errors.ts";
import { queuedJob } from "../jobs/queued-job.ts";
import { wakeJob } from "../jobs/wake-job.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { write } from "../kernel/write.ts";
import { checkRule } from "./rule-view.ts";

/**
 * Puts a rule's draft in force as its next version. Visits begun from now on are judged by it, and what the
 * version before gave stays; dated back, a job judges all that there is of history by it and takes back what
 * earlier versions gave, so that nothing counts twice.
 */
export function publishRule(caller: Caller, id: TagRuleId, { backDate }: { backDate: boolean }) {
  requireScope(caller, "write");
  const { scope } = caller;
  return repeat(caller, async () => {
    const row = found(await findTagRule(scope, id), "tag rule");
    const rule = row.draft as Rule;
    checkRule(rule);
    const now = caller.now();
    const version = (row.publishedVersion ?? 0) + 1;
    const published = {
      ruleId: id,
      version,
      workspaceId: scope.workspaceId,
      rule,
      since: backDate ? null : now,
      until: null,
      publishedAt: now,
    };
    const task = { kind: "date-back-tags" as const, input: { ruleId: id } };
    const job = backDate ? queuedJob(scope, task, now) : null;
    const done = await write(caller, {
      statements: [
        ...publishTagRule(scope, published, backDate ? instant(0) : now),
        ...(job ? [createJob(scope, job)] : []),
      ],
      guards: [{ condition: tagRuleAsRead(scope, row), error: () => new Raced() }],
      outcome: "accepted",
      answer: { id: id as string, version, jobId: (job?.id ?? null) as string | null },
      audit: { verb: "tag-rule.publish", subject: id },
    });
    if (job) await wakeJob(caller, job);
    return done;
  });
}
