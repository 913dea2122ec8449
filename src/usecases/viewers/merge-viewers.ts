import type { ViewerId } from "../../domain/ids.ts";
import { between } from "../../domain/units.ts";
import {
  findViewer,
  findViewerItself,
  mergeReversibleFor,
  mergeViewer,
  nameViewer,
} from "../../storage/viewers.ts";
import { AppError, found, invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";

/**
 * Says that two viewers are one person. The one who came first stays, with the name of either. Throws `not-found`,
 * `invalid` for one and the same, and `conflict` where both are known to be different contacts.
 */
export async function mergeViewers(caller: Caller, id: ViewerId, otherId: ViewerId) {
  requireScope(caller, "write");
  const { scope } = caller;
  const one = found(await findViewer(scope, id), "viewer");
  const other = found(await findViewer(scope, otherId), "viewer");
  if (one.id === other.id) throw invalidField("viewerId", "Name another viewer than this one.");
  if (one.contactId && other.contactId && one.contactId !== other.contactId) {
    throw new AppError(
      "conflict",
      "These two are known to be different contacts. Take the name of one away first.",
    );
  }
  const isFirst =
    one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id);
  const [kept, merged] = isFirst ? [one, other] : [other, one];
  const { contactId, certainty, namedBy } = merged;
  const inherited =
    kept.contactId === null && contactId !== null && certainty !== null && namedBy !== null
      ? [nameOf(caller, kept.id, { contactId, certainty }, namedBy)]
      : [];
  return await write(caller, {
    statements: [mergeViewer(scope, merged.id, kept.id, caller.now()), ...inherited],
    outcome: "done",
    answer: { viewerId: kept.id, merged: [merged.id] },
    audit: { verb: "viewer.merge", subject: merged.id },
  });
}

const nameOf = (
  caller: Caller,
  id: ViewerId,
  name: Parameters<typeof nameViewer>[2],
  by: Parameters<typeof nameViewer>[3],
) => nameViewer(caller.scope, id, name, by, caller.now());

/** Undoes a merge within a day of it, by the id that was merged. Throws `not-found` and `conflict`. */
export async function unmergeViewer(caller: Caller, id: ViewerId) {
  requireScope(caller, "write");
  const viewer = found(await findViewerItself(caller.scope, id), "viewer");
  const { mergedInto, mergedAt } = viewer;
  if (mergedInto === null || mergedAt === null) {
    throw new AppError("conflict", "This viewer was merged into nobody.");
  }
  if (between(mergedAt, caller.now()) >= mergeReversibleFor) {
    throw new AppError("conflict", "A merge can be undone for a day; this one is older.");
  }
  return await write(caller, {
    statements: [mergeViewer(caller.scope, id, null, caller.now())],
    outcome: "done",
    answer: undefined,
    audit: { verb: "viewer.unmerge", subject: id },
  });
}
