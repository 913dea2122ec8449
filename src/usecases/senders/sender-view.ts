import type { Sender } from "../../storage/senders.ts";
import type { Context } from "../context.ts";
import { kitUrl } from "../kit/kit-token.ts";
import { rfc3339 } from "../time.ts";

export async function viewSender(ctx: Context, row: Sender) {
  return {
    id: row.id,
    seat: row.seat,
    name: row.name,
    externalId: row.externalId,
    team: row.team,
    title: row.title,
    phone: row.phone,
    signature: row.signature,
    opener: row.opener,
    closer: row.closer,
    kitUrl: await kitUrl(ctx, row),
    createdAt: rfc3339(row.createdAt),
  };
}
