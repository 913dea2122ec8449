/** What the Worker asks of D1, to be asked again: for its plan, or for how many rows it reads. */
import { vi } from "vitest";
import { env } from "./world.ts";

export type Query = { sql: string; params: unknown[] };

/** Every query and statement that `work` prepares, in order. */
export async function record(work: () => Promise<unknown>): Promise<Query[]> {
  const queries: Query[] = [];
  const prepare = env.DB_A.prepare.bind(env.DB_A);
  const spy = vi.spyOn(env.DB_A, "prepare").mockImplementation((sql) => {
    const query: Query = { sql, params: [] };
    queries.push(query);
    const statement = prepare(sql);
    const bind = statement.bind.bind(statement);
    statement.bind = (...params) => {
      query.params = params;
      return bind(...params);
    };
    return statement;
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return queries;
}

/** Rows that D1 says it reads for queries that only look. */
export async function rowsRead(queries: readonly Query[]): Promise<number> {
  let rows = 0;
  for (const { sql, params } of queries) {
    if (!/^\s*(?:SELECT|WITH)\b/i.test(sql)) continue;
    const { meta } = await env.DB_A.prepare(sql)
      .bind(...params)
      .all();
    rows += meta.rows_read;
  }
  return rows;
}

/** How SQLite finds the rows of a query, a line a step. */
export async function planOf({ sql, params }: Query): Promise<string[]> {
  const { results } = await env.DB_A.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...params)
    .all<{ detail: string }>();
  return results.map(({ detail }) => detail);
}

/**
 * Writes many closed visits of a content by one statement: spread over thirty days, a viewer each third one,
 * a few bots and looks that are too short among them.
 */
export async function addManyVisits(
  count: number,
  of: { contentId: string; workspaceId: string; senders: readonly string[]; until: number },
): Promise<void> {
  await env.DB_A.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)
     INSERT INTO visits (target, quarter, id, workspace_id, content_id, version, sender_id, channel, rung,
       refused, code, viewer_id, started_at, last_beat_at, engaged_ms, scroll, sections, seq, end_seq, was_cut,
       app, device, bot, own, closed_at, revision)
     SELECT ?2, at, 'amany' || i, ?3, ?2, 1, ?4 ->> ('$[' || (i % json_array_length(?4)) || ']'),
       CASE i % 3 WHEN 0 THEN 'chat' ELSE 'moments' END, CASE i % 3 WHEN 0 THEN 'anonymous' ELSE 'aggregate' END,
       0, NULL, CASE i % 3 WHEN 0 THEN 'aviewer' || (i % 5000) END, NULL, at, ms, i % 1001,
       json_array(ms / 2, ms - ms / 2, 0), 1, 1, 0, 'wechat', 'phone', i % 50 = 7, 0, at, 0
     FROM (SELECT i, ?5 - 900000 * (1 + (i * 7919) % 2880) AS at, 500 + (i * 7907) % 600000 AS ms FROM n)`,
  )
    .bind(count, of.contentId, of.workspaceId, JSON.stringify(of.senders), of.until)
    .run();
}
