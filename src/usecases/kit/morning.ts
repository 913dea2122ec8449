/** A sender's list for the day as their kit shows it. */

import { knownId, type ViewerId } from "../../domain/ids.ts";
import { viewLines } from "../briefing/briefing-view.ts";
import { findList, todayIn } from "../briefing/read-briefing.ts";
import { requireKit } from "../kernel/actor.ts";
import type { KitHolder } from "../sessions/kit-token.ts";
import type { KitTask } from "./kit-view.ts";

/** Today's list as it was made this morning; empty where none was, since opening a kit makes nothing. */
export async function morningList(kit: KitHolder): Promise<(KitTask & { viewerId: ViewerId })[]> {
  const senderId = requireKit(kit);
  const list = await findList(kit, senderId, todayIn(kit));
  const items = list ? await viewLines(kit, list) : [];
  return items.flatMap(({ id, viewerId, contact, why, opener, state }) =>
    id === null
      ? []
      : [
          {
            id,
            viewerId: knownId<ViewerId>(viewerId),
            name: contact?.name ?? null,
            certainty: contact?.certainty ?? null,
            why: why.map(({ sentence }) => sentence),
            opener,
            state,
          },
        ],
  );
}
