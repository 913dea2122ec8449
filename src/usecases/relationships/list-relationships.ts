import { knownId, type SenderId, type ViewerId } from "../../domain/ids.ts";
import { noteLook } from "../audit/note-look.ts";
import { namesInSight } from "../in-sight.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewRelationship } from "./relationship-view.ts";
import { readRelationships } from "./relationships.ts";

type Query = {
  senderId?: SenderId | undefined;
  level?: "strong" | "middle" | "weak" | undefined;
  limit: number;
};

/**
 * Ties to viewers, those of the middle whose interest rises first. Levels are thirds of all who read something
 * lately, so they need the whole workspace even where one sender's are asked for.
 */
export async function listRelationships(caller: Caller, { senderId, level, limit }: Query) {
  requireScope(caller, "read");
  const at = caller.now();
  const { ties, histories, isComplete } = await readRelationships(caller, at);
  const lastOf = (viewerId: string) => {
    const reads = histories.get(knownId<ViewerId>(viewerId))?.reads ?? [];
    return reads.reduce(
      (last, read) => (read.row.at > last.row.at ? read : last),
      reads[0] as (typeof reads)[number],
    );
  };
  const wanted = ties.filter(
    (tie) =>
      (level === undefined || tie.level === level) &&
      (senderId === undefined || lastOf(tie.viewerId).row.senderId === senderId),
  );
  const shown = wanted.slice(0, limit);
  const viewers = shown.map(({ viewerId }) => knownId<ViewerId>(viewerId));
  const contacts = await namesInSight(caller, viewers);
  const subject = senderId ?? caller.scope.workspaceId;
  await noteLook(caller, { verb: "tie.list", subject }, viewers);
  return {
    total: wanted.length,
    isComplete,
    items: shown.map((tie) => ({
      viewerId: tie.viewerId,
      contact: contacts.get(knownId<ViewerId>(tie.viewerId)) ?? null,
      senderId: lastOf(tie.viewerId).row.senderId as string,
      ...viewRelationship(tie, at, caller.workspace.timezone),
    })),
  };
}
