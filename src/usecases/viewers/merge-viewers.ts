import type { ViewerId } from "../../domain/ids.ts";
import { between } from "../../domain/units.ts";
import { mergeReversibleFor, mergeViewer, unmergeViewer as unmerge } from "../../storage/merges.ts";
import { findViewer, findViewerItself, type Viewer, viewersAsRead } from "../../storage/viewers.ts";
import { AppError, found, invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { write } from "../kernel/write.ts";

/**
 * Says that two viewers are one person. The one who came first stays, with the surer name of either. Throws
 * `not-found`, `invalid` for one and the same, and `conflict` where both are different contacts, as surely or as
 * probably the one as the other.
 */
export function mergeViewers(caller: Caller, id: ViewerId, otherId: ViewerId) {
  requireScope(caller, "write");
  const { scope } = caller;
  return repeat(caller, async () => {
    const one = found(await findViewer(scope, id), "viewer");
    const other = found(await findViewer(scope, otherId), "viewer");
    if (one.id === other.id) throw invalidField("viewerId", "Name another viewer than this one.");
    if (areDifferent(one, other) && one.certainty === other.certainty) {
      throw new AppError(
        "conflict",
        "These two are known to be different contacts. Take the name of one away first.",
      );
    }
    return await write(caller, unite(caller, one, other));
  });
}

/**
 * What makes two viewers one whom WeChat or WeCom says to be the same person: a guess at who either of them is does
 * not stand against it. Null where both are certainly contacts, and different ones: head office has to say which.
 */
export function uniteVouched(caller: Scoped, one: Viewer, other: Viewer) {
  const isCertain = one.certainty === "confirmed" && other.certainty === "confirmed";
  return isCertain && areDifferent(one, other) ? null : unite(caller, one, other);
}

/** What is written where two viewers are one. The one who came first stays, with the surer name of either. */
function unite({ scope, now }: Scoped, one: Viewer, other: Viewer) {
  const [kept, merged] = earliestFirst(one, other);
  return {
    statements: mergeViewer(scope, merged, kept, now(), isSurer(merged, kept)),
    guards: [{ condition: viewersAsRead(scope, [one, other]), error: () => new Raced() }],
    outcome: "done" as const,
    answer: { viewerId: kept.id, merged: [merged.id] },
    audit: { verb: "viewer.merge" as const, subject: merged.id },
  };
}

/** True of two who are said to be contacts, each another one. */
const areDifferent = (one: Viewer, other: Viewer) =>
  one.contactId !== null && other.contactId !== null && one.contactId !== other.contactId;

/** Two viewers in the order in which they came. */
export function earliestFirst(one: Viewer, other: Viewer): [first: Viewer, second: Viewer] {
  const isFirst =
    one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id);
  return isFirst ? [one, other] : [other, one];
}

/** True where the name of the first is worth more: of who has none, anybody's; of a guess, what is certain. */
function isSurer(one: Viewer, other: Viewer): boolean {
  if (one.contactId === null) return false;
  if (other.contactId === null) return true;
  return one.certainty === "confirmed" && other.certainty !== "confirmed";
}

/** Undoes a merge within a day of it, by the id that was merged. Throws `not-found` and `conflict`. */
export function unmergeViewer(caller: Caller, id: ViewerId) {
  requireScope(caller, "write");
  return repeat(caller, async () => {
    const viewer = found(await findViewerItself(caller.scope, id), "viewer");
    const { mergedInto, mergedAt } = viewer;
    if (mergedInto === null || mergedAt === null) {
      throw new AppError("conflict", "This viewer was merged into nobody.");
    }
    if (between(mergedAt, caller.now()) >= mergeReversibleFor) {
      throw new AppError("conflict", "A merge can be undone for a day; this one is older.");
    }
    return await write(caller, {
      statements: unmerge(caller.scope, viewer),
      guards: [{ condition: viewersAsRead(caller.scope, [viewer]), error: () => new Raced() }],
      outcome: "done",
      answer: undefined,
      audit: { verb: "viewer.unmerge", subject: id },
    });
  });
}
