import type { ContentId, SenderId } from "../../domain/ids.ts";
import { listAssignments } from "../../storage/assignments.ts";
import { listSenderTeams } from "../../storage/senders.ts";
import { findVersion } from "../../storage/versions.ts";
import { decodeCodebook, type Had, type Plan, renderVariant } from "../../variation/text/index.ts";
import type { Scoped } from "../kernel/context.ts";
import { teamKey } from "./team-key.ts";

/**
 * What each sender there is has of the version that readers see, or saw until it was withdrawn: they keep it where
 * the next one says it too. The team is the one they are in now.
 */
export async function wordingsBefore(
  { scope }: Scoped,
  contentId: ContentId,
  published: number | null,
): Promise<Map<SenderId, Had>> {
  if (published === null) return new Map();
  const [version, dealt, senders] = await Promise.all([
    findVersion(scope, contentId, published),
    listAssignments(scope, contentId, published),
    listSenderTeams(scope),
  ]);
  if (!version) return new Map();
  const plan = JSON.parse(version.plan) as Plan;
  const { rows } = decodeCodebook(version.codebook);
  const rowOf = new Map(dealt.map(({ senderId, row }) => [senderId, rows[row]]));
  return new Map(
    senders.flatMap(({ id, team }) => {
      const row = rowOf.get(id);
      if (row === undefined) return [];
      return [[id, { team: teamKey(team), row, core: renderVariant(plan, row).core }] as const];
    }),
  );
}
