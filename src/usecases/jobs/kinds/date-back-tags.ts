/** A rule's points for what viewers did before it was published. */
import { knownId, type TagRuleId } from "../../../domain/ids.ts";
import { updateJob } from "../../../storage/jobs.ts";
import { failureOf } from "../../errors.ts";
import { keep } from "../../kernel/write.ts";
import { dateBackTags } from "../../tags/date-back.ts";
import { defineJob } from "../job-work.ts";

export const job = defineJob("date-back-tags", {
  parse: ({ ruleId }) => ({ ruleId: knownId<TagRuleId>(String(ruleId)) }),
  mustWait: async () => false,
  run: (ctx, id) => dateBackTags(ctx, id),
  async fail({ scope, now }, id, _input, error) {
    const ended = { status: "failed" as const, error: failureOf(error), updatedAt: now() };
    await keep(scope, [updateJob(scope, id, ended)]);
  },
  again: "Publish the rule again with backDate",
});
