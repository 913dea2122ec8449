/** A sender's portrait, by the sender: through their kit. */
import { requireKit } from "../kernel/actor.ts";
import { dropPortrait, keepPortrait } from "../portraits/keep-portrait.ts";
import type { KitHolder } from "../sessions/kit-token.ts";

/** Throws as `makePortrait` does for a file that cannot be taken. */
export async function setOwnPortrait(
  kit: KitHolder,
  read: () => Promise<Uint8Array>,
): Promise<void> {
  const senderId = requireKit(kit);
  await keepPortrait(kit, senderId, read);
}

export async function removeOwnPortrait(kit: KitHolder): Promise<void> {
  const senderId = requireKit(kit);
  await dropPortrait(kit, senderId);
}
