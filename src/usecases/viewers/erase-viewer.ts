import type { ViewerId } from "../../domain/ids.ts";
import { between, second, times } from "../../domain/units.ts";
import { visitLife } from "../../domain/visit.ts";
import { eraseHeld } from "../../storage/held.ts";
import { findLinksOfContacts } from "../../storage/links.ts";
import { bury } from "../../storage/tombstones.ts";
import { aliasesAsRead, findViewer, type Viewer } from "../../storage/viewers.ts";
import { found } from "../errors.ts";
import { requireReader, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { newTurn } from "../kernel/turn.ts";
import { write } from "../kernel/write.ts";
import { recount } from "../rollups/recount.ts";
import { rfc3339 } from "../time.ts";
import { personOf } from "./held-of.ts";
import type { ViewerHolder } from "./privacy-token.ts";
import { signReceipt } from "./receipt.ts";
import { tombstonesOf } from "./tombstone.ts";

/**
 * Erases a viewer: every row that is theirs and all that was derived of it, in every table of the manifest; what
 * they read stays in sums that name nobody. A contact that they certainly are goes with them. Answers with a
 * receipt that anybody can check. Throws `not-found`.
 */
export async function eraseViewer(caller: Caller, id: ViewerId) {
  requireScope(caller, "admin");
  return await erase(caller, id);
}

/** The same for the viewer themselves. */
export async function eraseOwn(holder: ViewerHolder) {
  requireReader(holder);
  return await erase(holder, holder.viewer.id);
}

/**
 * Who is erased leaves the sums of what they read, and all who read the same share those: of many in one second each
 * would find them changed by another. So they wait for each other, and race only with what other isolates do.
 */
const turn = newTurn(times(10, second));
const patience = times(20, second);

async function erase(caller: Caller, id: ViewerId) {
  const at = caller.now();
  let of = "";
  await turn({ ...caller, patience, tooLong: () => new Raced() }, () =>
    repeat(async () => {
      const viewer = found(await findViewer(caller.scope, id), "viewer");
      const mark = await eraseAsRead(caller, viewer, of === "");
      of = mark;
    }),
  );
  const receipt = await signReceipt(caller, caller.scope.workspaceId, { kind: "erasure", at, of });
  return { outcome: "done" as const, answer: { erasedAt: rfc3339(at), receipt } };
}

/**
 * Erases a viewer with all that turned out to be them, and gives the mark that stands for them. Throws Raced where
 * somebody else was found to be them meanwhile: what is theirs would stay.
 */
async function eraseAsRead(caller: Caller, viewer: Viewer, isFirst: boolean): Promise<string> {
  const { scope } = caller;
  const { person, visits } = await personOf(caller, viewer);
  const marks = await tombstonesOf(caller, [
    ...person.viewers,
    ...person.visits,
    ...person.contacts,
  ]);
  const markOf = (id: string) => marks.get(id) ?? "";
  // A visit's messages come for a day at most; a viewer's cookie for years.
  const late = visits.filter(({ quarter }) => between(quarter, caller.now()) < times(2, visitLife));
  const links = await findLinksOfContacts(scope, person.contacts);
  const buried = [...person.viewers, ...late.map(({ id }) => id)].map(markOf);
  // First of all nothing may come back; should the rest fail, asking again does it.
  await write(caller, {
    statements: [bury(scope, buried, caller.now())],
    outcome: "done",
    answer: undefined,
    audit: isFirst ? { verb: "viewer.erase", subject: markOf(viewer.id) } : null,
  });
  const d1 = caller.shards.get(scope.shard);
  if (!d1) throw new Error("The scope's own shard is not bound");
  await recount(d1, {
    counted: [],
    uncounted: visits,
    retires: true,
    also: eraseHeld(scope, person, Object.fromEntries(marks)),
    guards: [
      {
        condition: aliasesAsRead(scope, viewer.id, person.viewers),
        error: () => new Raced(),
      },
    ],
  });
  await Promise.all(links.map(({ code }) => caller.links.forget(code)));
  return markOf(viewer.id);
}
