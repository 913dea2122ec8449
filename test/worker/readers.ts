/** Visits of made-up readers, as the consumer of beats leaves them, and ways to end them. */
import { deliver, env, tellConsumers, type World } from "./world.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
const quarter = 900_000;

export type WrittenVisit = {
  id: string;
  at: number;
  contentId: string;
  senderId: string;
  viewerId?: string | null;
  version?: number;
  channel?: string;
  engagedMs?: number;
  scroll?: number;
  sections?: readonly number[];
  code?: string | null;
  refHash?: string | null;
  parentHash?: string | null;
  bot?: 0 | 1;
  own?: 0 | 1;
};

const sql = (text: string, ...values: unknown[]) => env.DB_A.prepare(text).bind(...values);

/** Writes visits, their viewers, and their places in the spread tree: open, one revision on where they were over. */
export async function writeVisits(world: World, visits: readonly WrittenVisit[]): Promise<void> {
  const rows = visits.map((visit) => ({
    viewerId: null,
    version: 1,
    channel: "chat",
    engagedMs: 60_000,
    scroll: 1000,
    sections: [],
    code: null,
    refHash: null,
    parentHash: null,
    bot: 0,
    own: 0,
    ...visit,
    quarter: visit.at - (visit.at % quarter),
    day: visit.at - (visit.at % day),
  }));
  const json = JSON.stringify(rows);
  await env.DB_A.batch([
    sql(
      `INSERT INTO viewers (id, workspace_id, created_at)
       SELECT DISTINCT j.value ->> 'viewerId', ?2, 1 FROM json_each(?1) j WHERE j.value ->> 'viewerId' IS NOT NULL
       ON CONFLICT DO NOTHING`,
      json,
      world.id,
    ),
    sql(
      `INSERT INTO visits (target, quarter, id, workspace_id, content_id, version, sender_id, channel, rung,
         refused, code, viewer_id, ref_hash, parent_hash, started_at, last_beat_at, engaged_ms, scroll, sections,
         seq, end_seq, was_cut, app, device, bot, own, revision)
       SELECT j.value ->> 'contentId', j.value ->> 'quarter', j.value ->> 'id', ?2, j.value ->> 'contentId',
         j.value ->> 'version', j.value ->> 'senderId', j.value ->> 'channel',
         CASE WHEN j.value ->> 'viewerId' IS NULL THEN 'aggregate' ELSE 'anonymous' END, 0,
         CASE WHEN j.value ->> 'viewerId' IS NOT NULL THEN j.value ->> 'code' END, j.value ->> 'viewerId',
         CASE WHEN j.value ->> 'viewerId' IS NOT NULL THEN j.value ->> 'refHash' END,
         CASE WHEN j.value ->> 'viewerId' IS NOT NULL THEN j.value ->> 'parentHash' END,
         CASE WHEN j.value ->> 'viewerId' IS NOT NULL THEN j.value ->> 'at' END, j.value ->> 'at',
         j.value ->> 'engagedMs', j.value ->> 'scroll', j.value ->> 'sections', 1, 1, 0, 'wechat', 'phone',
         j.value ->> 'bot', j.value ->> 'own', 0
       FROM json_each(?1) AS j WHERE true
       ON CONFLICT (target, quarter, id) DO UPDATE SET viewer_id = excluded.viewer_id, rung = excluded.rung,
         engaged_ms = excluded.engaged_ms, sections = excluded.sections, bot = excluded.bot,
         revision = revision + (closed_at IS NOT NULL), closed_at = NULL`,
      json,
      world.id,
    ),
    sql(
      `INSERT INTO open_visits SELECT j.value ->> 'contentId', j.value ->> 'quarter', j.value ->> 'id'
       FROM json_each(?1) j WHERE true ON CONFLICT DO NOTHING`,
      json,
    ),
    sql(
      `INSERT INTO spread_nodes (target, ref_hash, parent_hash, workspace_id, root_code, sender_id, viewer_id, day)
       SELECT j.value ->> 'contentId', j.value ->> 'refHash', j.value ->> 'parentHash', ?2, j.value ->> 'code',
         j.value ->> 'senderId', j.value ->> 'viewerId', j.value ->> 'day'
       FROM json_each(?1) AS j WHERE j.value ->> 'refHash' IS NOT NULL ON CONFLICT DO NOTHING`,
      json,
      world.id,
    ),
  ]);
}

/** Ends what is open, as the clock would a day from now, without telling anybody. */
export const closeAll = () => deliver("beats", ["a tick1"], Date.now() + day);

/** Ends what is open and tells all consumers. */
export async function endAll(): Promise<void> {
  await closeAll();
  await tellConsumers();
}

/** Has a consumer told everything once more, as after a crash between its work and its note. */
export async function tellAgain(consumer: string): Promise<void> {
  await sql("DELETE FROM outbox_positions WHERE consumer = ?", consumer).run();
  await tellConsumers();
}

/**
 * Writes forty lines of a sender's past list for viewers `PREFIX0`…, as many as `shown` that were shown and the others that
 * found no room, all for one reason, by default for who came back: enough for its record.
 */
export async function writePastLines(
  world: World,
  senderId: string,
  prefix: string,
  {
    kind = "came-back",
    outcome = null,
    shown = 28,
  }: { kind?: string; outcome?: string | null; shown?: number } = {},
): Promise<void> {
  const viewers = Array.from({ length: 40 }, (_, at) => `${prefix}${at}`);
  await sql(
    `INSERT INTO briefing_items
       (workspace_id, id, sender_id, date, viewer_id, place, left_out, line, state, made_at, outcome, settled_at)
     SELECT ?2, ?5 || j.value, ?3, '2020-01-01', j.value, iif(j.key < ?7, 1, NULL), iif(j.key < ?7, NULL, 'cap'),
       json_object('reasons', json_array(json_object('kind', ?5))), iif(?6 IS NULL OR j.key >= ?7, 'open', 'done'), ?4,
       iif(j.key < ?7, ?6, NULL), iif(?6 IS NULL OR j.key >= ?7, NULL, ?4 + 1) FROM json_each(?1) j`,
    JSON.stringify(viewers),
    world.id,
    senderId,
    Date.now() - 20 * day,
    kind,
    outcome,
    shown,
  ).run();
}
