/** Keeps what an outside system knows a viewer by, as hashes, and finds whom it has known by the same before. */
import { toBase64Url } from "../../domain/encoding.ts";
import type { ViewerId } from "../../domain/ids.ts";
import type { OutsideSystem } from "../../domain/vocabulary.ts";
import { findByOutsideIds, keepOutsideIds, outsideIdsAsRead } from "../../storage/outside-ids.ts";
import { stillRemembered } from "../../storage/tombstones.ts";
import { addViewer, findViewer, type Viewer } from "../../storage/viewers.ts";
import { AppError } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { type Guard, keep, write } from "../kernel/write.ts";
import { uniteVouched } from "../viewers/merge-viewers.ts";
import { tombstonesOf } from "../viewers/tombstone.ts";

/** 144 bits as 24 characters. */
const hashBytes = 18;

/** By what account an id is somebody's: the same person has another id with each. */
export type KnownTo = { system: OutsideSystem; appId: string };

/** The keyed hash of an outside id, of one workspace and account alone. */
async function hashOf(
  { keys, scope }: Scoped,
  { system, appId }: KnownTo,
  id: string,
): Promise<string> {
  const named = [scope.workspaceId, system, appId, id].join("\n");
  const mac = await keys.lastingMac("outside-id", named);
  return toBase64Url(mac.subarray(0, hashBytes));
}

/**
 * A viewer is from now on known by some outside ids. Whoever was known by one of them in this workspace is the same
 * person: the two become one, which can be undone for a day. Gives the viewer that they are now. Throws `forbidden`
 * where they were erased or withdrew meanwhile.
 */
export async function knowAgain(
  caller: Scoped,
  viewerId: ViewerId,
  { ids, ...knownTo }: KnownTo & { ids: readonly string[] },
): Promise<Viewer> {
  const { scope } = caller;
  const hashes = await Promise.all(ids.map((id) => hashOf(caller, knownTo, id)));
  const guard = await rememberedGuard(caller, viewerId);
  // The answer to the notice may still be on its way to the table.
  await keep(scope, [addViewer(scope, viewerId, caller.now())], [guard]);
  return await repeat(async () => {
    const { viewer, apart } = await united(caller, viewerId, hashes);
    await write(caller, {
      statements: [keepOutsideIds(scope, viewer.id, { ...knownTo, hashes, at: caller.now() })],
      guards: [
        guard,
        {
          condition: outsideIdsAsRead(scope, hashes, [viewer.id, ...apart]),
          error: () => new Raced(),
        },
      ],
      outcome: "done",
      answer: undefined,
      audit: { verb: "viewer.sign-in", subject: viewer.id },
    });
    return viewer;
  });
}

/** A viewer, once all are one with them who are known by some hashes; apart from who is certainly somebody else. */
async function united(caller: Scoped, viewerId: ViewerId, hashes: readonly string[]) {
  const apart: ViewerId[] = [];
  let viewer = await readViewer(caller, viewerId);
  for (const id of await findByOutsideIds(caller.scope, hashes)) {
    if (id === viewer.id) continue;
    const intent = uniteVouched(caller, viewer, await readViewer(caller, id));
    if (intent) await write(caller, intent);
    else apart.push(id);
    viewer = await readViewer(caller, viewerId);
  }
  return { viewer, apart };
}

async function readViewer({ scope }: Scoped, id: ViewerId): Promise<Viewer> {
  const viewer = await findViewer(scope, id);
  if (!viewer) throw new Raced();
  return viewer;
}

async function rememberedGuard(ctx: Scoped, id: ViewerId): Promise<Guard> {
  const mark = (await tombstonesOf(ctx, [id])).get(id) ?? "";
  return {
    condition: stillRemembered(ctx.scope, id, mark),
    error: () => new AppError("forbidden", "This reader is not remembered any more."),
  };
}
