import type { ContentId } from "../../domain/ids.ts";
import { findContent } from "../../storage/contents.ts";
import { teamSizes } from "../../storage/senders.ts";
import type { CapacityReport } from "../../variation/text/index.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { adviceLanguage, tellCapacity } from "./capacity-view.ts";
import { checkDrafts } from "./check-drafts.ts";
import { compileCodebook } from "./compile-content.ts";

/**
 * How many senders a content's draft serves at which distance, and what would raise it most. The last
 * compile's report where it still speaks of this draft and these seats, else counted now.
 */
export async function getCapacity(caller: Caller, id: ContentId) {
  requireScope(caller, "read");
  const content = found(await findContent(caller.scope, id), "content");
  const seats = (await teamSizes(caller.scope)).reduce((sum, { size }) => sum + size, 0);
  const { capacity } = content;
  const language = adviceLanguage(content.language);
  if (capacity && capacity.updatedAt === content.updatedAt && capacity.seats === seats) {
    const report = capacity.report as Partial<CapacityReport>;
    // One that an earlier release counted tells other things.
    if (report.holds !== undefined) return tellCapacity(report as CapacityReport, language);
  }
  const plan = checkDrafts(caller, content);
  return tellCapacity((await compileCodebook(caller, content, plan)).report, language);
}
