import type { ContactId, ContentId, SenderId } from "../../domain/ids.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { repeat } from "../kernel/repeat.ts";
import { write } from "../kernel/write.ts";
import { viewLink } from "./link-view.ts";
import { forgetChanged, planLinks } from "./plan-links.ts";

export type NewLink = {
  contentId?: ContentId | undefined;
  url?: string | undefined;
  senderId: SenderId;
  channel?: string | undefined;
  contactId?: ContactId | null | undefined;
  expiresAt?: string | null | undefined;
  maxClicks?: number | null | undefined;
  paused?: boolean | undefined;
};

/**
 * Makes a link, or gives the one that the same target, sender, channel and contact have already: the
 * outcome says which. Expiry, cap and pause that the call names hold for an existing link too.
 */
export async function createLink(caller: Caller, input: NewLink) {
  requireScope(caller, "write");
  return await repeat(caller, async () => {
    const {
      planned: [plan],
      statements,
      guards,
    } = await planLinks(caller, [input]);
    if (!plan || "error" in plan) throw plan?.error ?? new Error("No link was planned");
    const done = await write(caller, {
      statements,
      guards,
      outcome: plan.isNew ? "created" : "done",
      answer: viewLink(caller, plan.row),
      audit:
        statements.length > 0
          ? { verb: plan.isNew ? "link.create" : "link.update", subject: plan.row.code }
          : null,
    });
    await forgetChanged(caller, [plan]);
    return done;
  });
}
