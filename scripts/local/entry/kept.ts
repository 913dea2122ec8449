/** The messages that are on disk until they are consumed: a local D1 database beside the Worker's own. */
import type { Env } from "../../../src/storage/env.ts";

export type LocalEnv = Env & { KEPT: D1Database };
export type QueueBinding = "BEATS" | "JOBS" | "UPLOADS";

interface Row {
  readonly id: string;
  readonly queue: QueueBinding;
  readonly at: number;
  readonly body: string;
}

const table = `CREATE TABLE IF NOT EXISTS kept (
  id TEXT PRIMARY KEY, queue TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL, run TEXT NOT NULL
) STRICT, WITHOUT ROWID`;
/** As many messages as a queue takes at once. */
const most = 100;

export class Kept {
  #hasTable = false;
  #id: string | undefined;

  /** One life of the queues' memory: what another one kept is not in it any more. */
  get #run(): string {
    // Nothing is drawn at random before the first event.
    this.#id ??= crypto.randomUUID();
    return this.#id;
  }

  /** @returns the message as it travels: with the id it is kept under, and when it was sent */
  async keep(d1: D1Database, queue: QueueBinding, body: string): Promise<string> {
    await this.#prepare(d1);
    const row: Row = { id: crypto.randomUUID(), queue, at: Date.now(), body };
    await d1
      .prepare("INSERT INTO kept (id, queue, at, body, run) VALUES (?, ?, ?, ?, ?)")
      .bind(row.id, queue, row.at, body, this.#run)
      .run();
    return wrapped(row);
  }

  async forget(d1: D1Database, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#prepare(d1);
    await d1
      .prepare("DELETE FROM kept WHERE id IN (SELECT value FROM json_each(?))")
      .bind(JSON.stringify(ids))
      .run();
  }

  /** Sends to their queues, oldest first, what earlier runs kept. One cut off in between sends twice. */
  async sendAgain(env: LocalEnv): Promise<void> {
    await this.#prepare(env.KEPT);
    for (;;) {
      const { results } = await env.KEPT.prepare(
        "SELECT id, queue, at, body FROM kept WHERE run <> ? ORDER BY at, id LIMIT ?",
      )
        .bind(this.#run, most)
        .all<Row>();
      if (results.length === 0) return;
      for (const queue of new Set(results.map((row) => row.queue))) {
        const rows = results.filter((row) => row.queue === queue);
        await env[queue].sendBatch(
          rows.map((row) => ({ body: wrapped(row), contentType: "text" as const })),
        );
      }
      await env.KEPT.prepare("UPDATE kept SET run = ? WHERE id IN (SELECT value FROM json_each(?))")
        .bind(this.#run, JSON.stringify(results.map(({ id }) => id)))
        .run();
    }
  }

  async #prepare(d1: D1Database): Promise<void> {
    if (this.#hasTable) return;
    await d1.prepare(table).run();
    this.#hasTable = true;
  }
}

function wrapped({ id, at, body }: Row): string {
  return `kept ${id} ${at}\n${body}`;
}

/** What was wrapped, or undefined for what never was. */
export function unwrap(text: unknown): { id: string; at: number; body: string } | undefined {
  const [, id, at, body] =
    (typeof text === "string" && /^kept (\S+) (\d+)\n([\s\S]*)$/.exec(text)) || [];
  return id === undefined || body === undefined ? undefined : { id, at: Number(at), body };
}
