import type { ViewerId } from "../../domain/ids.ts";
import { visitsOfViewerIds } from "../../storage/held.ts";
import { columnsOf, manifest } from "../../storage/manifest.ts";
import { listSettledMerges } from "../../storage/merges.ts";
import type { Statement } from "../../storage/scope.ts";
import type { Context } from "../kernel/context.ts";
import { countVisits } from "../rollups/count-visits.ts";

/**
 * Puts together what two viewers left who turned out to be one, once that can no longer be undone: wherever the
 * manifest says that a viewer stands. Up to a bound; the rest is for the next turn of the clock.
 */
export async function settleMerges(ctx: Context, d1: D1Database): Promise<void> {
  const merges = await listSettledMerges(d1, ctx.now());
  if (merges.length === 0) return;
  const visits = await visitsOfViewerIds(
    d1,
    merges.map(({ id }) => id),
  );
  // The sums have them as two: in the transaction that makes the rows one person's their visits are counted anew.
  await countVisits(d1, visits, {
    readers: new Map<ViewerId, ViewerId>(merges.map(({ id, into }) => [id, into])),
    also: moveViewers(merges),
  });
}

/** Statements: what is of each viewer becomes the other's; of what both have the other's own stays. */
function moveViewers(merges: readonly { id: string; into: string }[]): Statement[] {
  const params = [JSON.stringify(merges)];
  const tables = manifest.filter(({ name }) => name !== "viewers" && name !== "counted_visits");
  return tables.flatMap(({ name, ...table }) =>
    columnsOf({ name, ...table }, "viewer").flatMap((column) => {
      const merged = `${column} IN (SELECT value ->> 'id' FROM json_each(?1))`;
      const into = `(SELECT j.value ->> 'into' FROM json_each(?1) j WHERE j.value ->> 'id' = ${name}.${column})`;
      return [
        { sql: `UPDATE OR IGNORE ${name} SET ${column} = ${into} WHERE ${merged}`, params },
        { sql: `DELETE FROM ${name} WHERE ${merged}`, params },
      ];
    }),
  );
}
