/** A sender's own pictures: the portrait that posters and pages show, and the code by which they are added in WeChat. */
import type { SenderId } from "../../domain/ids.ts";
import { findSender, updateSender } from "../../storage/senders.ts";
import { found } from "../errors.ts";
import { portraitPlaceOf, wechatQrPlaceOf } from "../images/media-keys.ts";
import type { Scoped } from "../kernel/context.ts";
import { forgetPages, pagesOf } from "../links/forget-pages.ts";
import { dropPicture, keepPicture, type OwnPicture } from "./own-picture.ts";

/** What of a sender's is meant. */
export type SenderPicture = "portrait" | "wechat-qr";

const places = { portrait: portraitPlaceOf, "wechat-qr": wechatQrPlaceOf };
const columns = { portrait: "portraitKey", "wechat-qr": "wechatQrKey" } as const;

function pictureOf({ scope }: Scoped, id: SenderId, kind: SenderPicture): OwnPicture {
  return {
    kind,
    subject: id,
    owner: "sender",
    place: places[kind](id),
    note: (key) => updateSender(scope, id, { [columns[kind]]: key }),
  };
}

/** Gives a sender a picture in place of the one there was. Throws `not-found`, and as `makePicture` does. */
export async function keepSenderPicture(
  ctx: Scoped,
  id: SenderId,
  kind: SenderPicture,
  read: () => Promise<Uint8Array>,
): Promise<void> {
  found(await findSender(ctx.scope, id), "sender");
  await keepPicture(ctx, pictureOf(ctx, id, kind), read);
  await forgetPages(ctx, await pagesOf(ctx, id));
}

/** Takes a sender's picture away; what was made with it is shown without it from now on. */
export async function dropSenderPicture(
  ctx: Scoped,
  id: SenderId,
  kind: SenderPicture,
): Promise<void> {
  found(await findSender(ctx.scope, id), "sender");
  await dropPicture(ctx, pictureOf(ctx, id, kind));
  await forgetPages(ctx, await pagesOf(ctx, id));
}

/** Deletes what there is of the pictures of a sender who left. */
export async function deleteSenderFiles(
  { media }: Pick<Scoped, "media">,
  id: SenderId,
): Promise<void> {
  await Promise.all(Object.values(places).map((placeOf) => media.deleteUnder(placeOf(id))));
}
