/** A rule's points for what viewers did before it was published. */
import { knownId, type TagRuleId } from "../../../domain/ids.ts";
import { dateBackTags } from "../../tags/date-back.ts";
import { defineJob } from "../job-work.ts";

export const job = defineJob("date-back-tags", {
  parse: ({ ruleId }) => ({ ruleId: knownId<TagRuleId>(String(ruleId)) }),
  mustWait: async () => false,
  run: (ctx, id) => dateBackTags(ctx, id),
  again: "Publish the rule again with backDate",
});
