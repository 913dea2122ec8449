import type { Sender } from "../../storage/senders.ts";
import { imageUrl } from "../images/image-url.ts";
import { undrawnOfSender } from "../images/undrawn-senders.ts";
import { mayDo } from "../kernel/actor.ts";
import type { Scoped } from "../kernel/context.ts";
import { kitUrl } from "../sessions/kit-token.ts";
import { rfc3339 } from "../time.ts";

/** A sender, with what no picture can show of them; the kit's address only for who may write, since whoever has it has the kit. */
export async function viewSender(ctx: Scoped, row: Sender) {
  const undrawn = await undrawnOfSender(ctx, row);
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
    avatarUrl: row.portraitKey && (await imageUrl(ctx, { mediaKey: row.portraitKey })),
    wechatQrUrl: row.wechatQrKey && (await imageUrl(ctx, { mediaKey: row.wechatQrKey })),
    ...(mayDo(ctx, "write") ? { kitUrl: await kitUrl(ctx, row) } : {}),
    ...(undrawn ? { undrawn } : {}),
    createdAt: rfc3339(row.createdAt),
  };
}

/** A sender as an answer's record keeps it: the kit's address is made again on a replay. */
export function withoutKit<Sender extends object>(sender: Sender) {
  return { ...sender, kitUrl: null };
}
