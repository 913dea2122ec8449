/** A sender's portrait and code, by the sender: through their kit. */
import { requireKit } from "../kernel/actor.ts";
import {
  dropSenderPicture,
  keepSenderPicture,
  type SenderPicture,
} from "../portraits/sender-pictures.ts";
import type { KitHolder } from "../sessions/kit-token.ts";

/** Throws as `makePicture` does for a file that cannot be taken. */
export async function setOwnPicture(
  kit: KitHolder,
  kind: SenderPicture,
  read: () => Promise<Uint8Array>,
): Promise<void> {
  const senderId = requireKit(kit);
  await keepSenderPicture(kit, senderId, kind, read);
}

export async function removeOwnPicture(kit: KitHolder, kind: SenderPicture): Promise<void> {
  const senderId = requireKit(kit);
  await dropSenderPicture(kit, senderId, kind);
}
