import type { LinkCode } from "../../domain/ids.ts";
import { findLink } from "../../storage/links.ts";
import { found } from "../errors.ts";
import { requireKit } from "../kernel/actor.ts";
import { qrPng } from "../links/draw-qr.ts";
import { linkUrl } from "../links/link-view.ts";
import type { KitHolder } from "../sessions/kit-token.ts";

/** A PNG of the QR code of one of the sender's own links. Throws `not-found` for anybody else's. */
export async function drawOwnQr(kit: KitHolder, code: LinkCode): Promise<Uint8Array> {
  const senderId = requireKit(kit);
  const link = await findLink(kit.scope, code);
  const own = found(link?.senderId === senderId ? link : null, "link");
  return qrPng(linkUrl(kit, own.code));
}
