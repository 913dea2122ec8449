import type { Instant } from "../domain/units.ts";
import type { Statement } from "./scope.ts";
import { readShard } from "./shard.ts";

/** When each of the clock's tasks was done last; absent of one that never was. */
export async function readLastRuns(d1: D1Database): Promise<Map<string, Instant>> {
  const results = await readShard<{ task: string; ranAt: Instant }>(
    d1,
    "clock",
    "SELECT task, ran_at AS ranAt FROM schedule_runs",
  );
  return new Map(results.map(({ task, ranAt }) => [task, ranAt]));
}

/** Statement: notes that a task was done. */
export function recordRun(task: string, at: Instant): Statement {
  const sql = `INSERT INTO schedule_runs (task, ran_at) VALUES (?, ?)
    ON CONFLICT (task) DO UPDATE SET ran_at = excluded.ran_at WHERE excluded.ran_at > ran_at`;
  return { sql, params: [task, at] };
}
