import { postFigures } from "../../storage/console.ts";
import { listContents } from "../../storage/contents.ts";
import { shownOf } from "../../tracking/rungs.ts";
import type { CapacityReport } from "../../variation/text/index.ts";
import { sizesInSight } from "../in-sight.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { rfc3339 } from "../time.ts";
import { standingOf } from "./post-standing.ts";

/** As many as a list shows; what is older is found by its address. */
const mostPosts = 200;

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
  const posts = items.map((row) => {
    const figure = known.get(row.id);
    const { reads = 0, engagedMs = 0, unnamed = 0, copied = 0, opened = 0 } = figure ?? {};
    const report = row.capacity?.report as CapacityReport | undefined;
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
      served: report ? Math.min(report.served, report.seats) : null,
      seats: report?.seats ?? null,
    };
  });
  return { posts, senders: teams.reduce((sum, { size }) => sum + size, 0) };
}
