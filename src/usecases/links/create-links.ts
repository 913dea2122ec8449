import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { repeat } from "../kernel/repeat.ts";
import { write } from "../kernel/write.ts";
import type { NewLink } from "./create-link.ts";
import { viewLink } from "./link-view.ts";
import { forgetChanged, type Planned, planLinks } from "./plan-links.ts";

/**
 * Makes many links; each succeeds or fails by itself, and a repeated call gives the same links. As many
 * queries for two hundred as for one.
 */
export async function createLinks(caller: Caller, inputs: readonly NewLink[]) {
  requireScope(caller, "write");
  return await repeat(caller, async () => {
    const { planned, statements, guards } = await planLinks(caller, inputs);
    const done = await write(caller, {
      statements,
      guards,
      outcome: "done",
      answer: { results: planned.map((plan, index) => ({ index, ...viewPlan(caller, plan) })) },
      audit:
        statements.length > 0 ? { verb: "link.bulk", subject: caller.scope.workspaceId } : null,
    });
    await forgetChanged(caller, planned);
    return done;
  });
}

function viewPlan(caller: Caller, plan: Planned) {
  if ("error" in plan) {
    const { code, detail } = plan.error;
    return { status: "failed" as const, error: { code, detail } };
  }
  const status = plan.isNew ? ("created" as const) : ("existing" as const);
  return { status, link: viewLink(caller, plan.row) };
}
