/** What the Worker asks of D1, to be asked again: for its plan, or for how many rows it reads. */
import { vi } from "vitest";
import { env } from "./world.ts";

export type Query = {
  sql: string;
  params: unknown[];
  /** Rows that D1 says it read for it, each time that it was asked. */
  rowsRead: number[];
};

/** Every query and statement that `work` prepares, in order. */
export async function record(work: () => Promise<unknown>): Promise<Query[]> {
  const queries: Query[] = [];
  const queryOf = new WeakMap<D1PreparedStatement, Query>();
  const prepare = env.DB_A.prepare.bind(env.DB_A);
  const batch = env.DB_A.batch.bind(env.DB_A);

  const watch = (statement: D1PreparedStatement, query: Query) => {
    queryOf.set(statement, query);
    const bind = statement.bind.bind(statement);
    const all = statement.all.bind(statement);
    const raw = statement.raw.bind(statement);
    statement.bind = (...params) => {
      query.params = params;
      return watch(bind(...params), query);
    };
    statement.all = async <Row>() => {
      const answer = await all<Row>();
      query.rowsRead.push(answer.meta.rows_read);
      return answer;
    };
    // Rows as lists come without a count: they are asked twice.
    statement.raw = (async (...options: []) => {
      query.rowsRead.push((await all()).meta.rows_read);
      return raw(...options);
    }) as typeof statement.raw;
    return statement;
  };

  const spies = [
    vi.spyOn(env.DB_A, "prepare").mockImplementation((sql) => {
      const query: Query = { sql, params: [], rowsRead: [] };
      queries.push(query);
      return watch(prepare(sql), query);
    }),
    vi.spyOn(env.DB_A, "batch").mockImplementation(async <Row>(many: D1PreparedStatement[]) => {
      const answers = await batch<Row>(many);
      for (const [at, { meta }] of answers.entries()) {
        const statement = many[at];
        if (statement) queryOf.get(statement)?.rowsRead.push(meta.rows_read);
      }
      return answers;
    }),
  ];
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return queries;
}

/** Rows that D1 read for all of them together. */
export function rowsRead(queries: readonly Query[]): number {
  return queries.flatMap((query) => query.rowsRead).reduce((sum, rows) => sum + rows, 0);
}

/** How SQLite finds the rows of a query, a line a step. */
export async function planOf({ sql, params }: Pick<Query, "sql" | "params">): Promise<string[]> {
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

/**
 * Writes many contacts of a sender, each known to an outside system ("crm" knows them by their number), as many links of
 * theirs to outside pages, and as many readers of whom nothing else is known.
 */
export async function addManyPeople(
  count: number,
  of: { workspaceId: string; senderId: string; until: number },
): Promise<void> {
  const numbers =
    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)";
  const rows = [
    `INSERT INTO contacts (id, workspace_id, sender_id, name, external_ids, attributes, created_at)
     SELECT 'acontact' || i, ?2, ?3, 'Contact ' || i, json_object('crm', CAST(i AS TEXT)), '{}', ?4 - i FROM n`,
    `INSERT INTO links (code, workspace_id, target, url, sender_id, channel, created_at)
     SELECT 'alink' || i, ?2, 'atarget' || i, 'https://shop.example/' || i, ?3, 'chat', ?4 - i FROM n`,
    "INSERT INTO viewers (id, workspace_id, created_at) SELECT 'aother' || i, ?2, ?4 - i FROM n WHERE ?3 <> ''",
  ];
  for (const insert of rows) {
    await env.DB_A.prepare(`${numbers} ${insert}`)
      .bind(count, of.workspaceId, of.senderId, of.until)
      .run();
  }
}
