import type { SenderId } from "../../domain/ids.ts";
import { listShared } from "../../storage/contents.ts";
import { findSenders } from "../../storage/senders.ts";
import { findPublished } from "../../storage/versions.ts";
import { decodeCodebook } from "../../variation/text/index.ts";
import type { Scoped } from "../kernel/context.ts";
import { defaultChannel } from "../links/plan-links.ts";
import { dealRows } from "./deal.ts";
import { ensureLinks } from "./ensure-links.ts";

/** Of how many contents, the newest, a new sender gets everything at once; of older ones when they open them. */
const dealtAhead = 10;

/** Gives senders their wording and their link of what is shared now. Safe to be repeated. */
export async function dealShared(ctx: Scoped, senderIds: readonly SenderId[]): Promise<void> {
  const senders = await findSenders(ctx.scope, senderIds);
  for (const { id } of await listShared(ctx.scope, dealtAhead)) {
    const { version } = await findPublished(ctx.scope, id);
    if (!version) continue;
    await dealRows(ctx, version, decodeCodebook(version.codebook), senders);
    await ensureLinks(ctx, id, [defaultChannel], senders);
  }
}
