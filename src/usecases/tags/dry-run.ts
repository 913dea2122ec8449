import type { TagRuleId } from "../../domain/ids.ts";
import { dryRunOn, dryRunWords, NO_DRY_RUN } from "../../insight/tags/dry-run.ts";
import { explainMatch } from "../../insight/tags/evidence.ts";
import type { Rule } from "../../insight/tags/rule.ts";
import { listViewerIds, retainedSince } from "../../storage/tag-awards.ts";
import { findTagRule } from "../../storage/tag-rules.ts";
import { noteLook } from "../audit/note-look.ts";
import { found } from "../errors.ts";
import { namesInSight } from "../in-sight.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { clockIn } from "../readers/clock.ts";
import { readHistories } from "../readers/history.ts";
import { namesOf } from "../readers/names.ts";
import { rfc3339 } from "../time.ts";
import { contentsOf, viewerView } from "./tag-view.ts";

const atOnce = 500;
/** Ten slices of four queries: a call may ask fifty. */
const mostViewers = 10 * atOnce;

/** What a rule's draft would do to the viewers that there are, the longest known first. Writes nothing. */
export async function dryRunRule(caller: Caller, id: TagRuleId) {
  requireScope(caller, "read");
  const { scope, workspace } = caller;
  const rule = found(await findTagRule(scope, id), "tag rule").draft as Rule;
  const now = { at: caller.now(), clock: clockIn(workspace.timezone) };
  const since = retainedSince(workspace.retentionDays, now.at);
  let run = NO_DRY_RUN;
  let last = "";
  let isComplete = false;
  while (!isComplete && run.looked < mostViewers) {
    const viewerIds = await listViewerIds(scope, last, atOnce);
    const histories = await readHistories(scope, viewerIds, since);
    for (const viewerId of viewerIds) {
      const history = histories.get(viewerId)?.moments ?? [];
      run = dryRunOn(run, rule, { viewerId, history }, now);
    }
    last = viewerIds.at(-1) ?? "";
    isComplete = viewerIds.length < atOnce;
  }
  const ids = run.examples.map((example) => viewerView(example.viewerId));
  const [contacts, names] = await Promise.all([
    namesInSight(caller, ids),
    namesOf(scope, contentsOf(run.examples.flatMap(({ match }) => match.evidence))),
  ]);
  await noteLook(caller, { verb: "tag-rule.try", subject: id }, ids);
  return {
    looked: run.looked,
    isComplete,
    viewers: run.viewers,
    tags: Object.entries(run.tags)
      .map(([tag, viewers]) => ({ tag, viewers }))
      .sort((a, b) => b.viewers - a.viewers || (a.tag < b.tag ? -1 : 1)),
    summary: dryRunWords(run),
    examples: run.examples.map(({ viewerId, tag, score, match }) => ({
      viewerId,
      contact: contacts.get(viewerView(viewerId)) ?? null,
      tag,
      score,
      at: rfc3339(match.at as typeof now.at),
      why: explainMatch(match.evidence, names, now),
    })),
  };
}
