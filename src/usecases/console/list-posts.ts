import { countDealt } from "../../storage/assignments.ts";
import { postFigures } from "../../storage/console.ts";
import { type Content, listContents } from "../../storage/contents.ts";
import { shownOf } from "../../tracking/rungs.ts";
import type { CapacityReport } from "../../variation/text/index.ts";
import { sizesInSight } from "../in-sight.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { rfc3339 } from "../time.ts";
import { standingOf } from "./post-standing.ts";

/** As many as a list shows; what is older is found by its address. */
const mostPosts = 200;
/** Of so many, the newest, it is counted who has words of their own. */
const mostRecounted = 20;

const reportOf = ({ capacity }: Pick<Content, "capacity">) =>
  capacity?.report as CapacityReport | undefined;

/** A post as a list shows it. */
export type PostLine = Awaited<ReturnType<typeof listPosts>>["posts"][number];

/** The newest posts, each with where it stands, who has copied it and how it was read. */
export async function listPosts(caller: Caller) {
  requireScope(caller, "read", "own-team");
  const { scope } = caller;
  const [{ items }, figures, teams] = await Promise.all([
    listContents(scope, { limit: mostPosts }),
    postFigures(scope, mostPosts, ownTeam(caller)),
    sizesInSight(caller),
  ]);
  const known = new Map(figures.map((line) => [line.id, line]));
  const senders = teams.reduce((sum, { size }) => sum + size, 0);
  // Whoever came after a post was published shares words with somebody, or does not, and who shared them may have
  // written some of their own: that is counted anew.
  const isToldBy = (report: CapacityReport | undefined) =>
    report !== undefined && report.seats === senders && report.served >= senders;
  const moved = items.filter(
    (row) => standingOf(row).status === "published" && !isToldBy(reportOf(row)),
  );
  const team = ownTeam(caller);
  const dealt = new Map(
    (team === null
      ? await countDealt(
          scope,
          moved.slice(0, mostRecounted).map(({ id }) => id),
        )
      : []
    ).map((count) => [count.id, count]),
  );
  const posts = items.map((row) => {
    const figure = known.get(row.id);
    const { reads = 0, engagedMs = 0, unnamed = 0, copied = 0, opened = 0 } = figure ?? {};
    const now = dealt.get(row.id);
    const report = reportOf(row);
    return {
      id: row.id,
      title: row.title,
      ...standingOf(row),
      createdAt: rfc3339(row.createdAt),
      updatedAt: rfc3339(row.updatedAt),
      reads,
      engagedMs: shownOf(unnamed, engagedMs),
      copied,
      opened,
      /** How many senders have a wording of their own, as last counted; null before that. */
      served: now?.served ?? (report ? Math.min(report.served, report.seats) : null),
      seats: now?.dealt ?? report?.seats ?? null,
    };
  });
  return { posts, senders };
}
