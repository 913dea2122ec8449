import type { ContactId, ContentId } from "../../domain/ids.ts";
import { requireKit } from "../kernel/actor.ts";
import { repeat } from "../kernel/repeat.ts";
import { write } from "../kernel/write.ts";
import { linkUrl } from "../links/link-view.ts";
import { planLinks } from "../links/plan-links.ts";
import type { KitHolder } from "../sessions/kit-token.ts";

/**
 * The address of the sender's link to a content for one person they know: the one that there is, else a new one.
 * Throws `not-found` for what is not the sender's to share, `invalid` for another sender's contact.
 */
export async function linkForContact(
  kit: KitHolder,
  { contentId, contactId }: { contentId: ContentId; contactId: ContactId },
): Promise<string> {
  const senderId = requireKit(kit);
  return await repeat(kit, async () => {
    const {
      planned: [plan],
      statements,
      guards,
    } = await planLinks(kit, [{ contentId, contactId, senderId, channel: "chat" }]);
    if (!plan || "error" in plan) throw plan?.error ?? new Error("No link was planned");
    const { answer } = await write(kit, {
      statements,
      guards,
      outcome: plan.isNew ? "created" : "done",
      answer: linkUrl(kit, plan.row.code),
      audit: plan.isNew ? { verb: "link.create", subject: plan.row.code } : null,
    });
    return answer;
  });
}
