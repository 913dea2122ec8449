import type { Ms } from "./ids.ts";

/** Keeps messages under their queue's name; one delivered twice is kept once. */
export async function storeDeadLetters(
  d1: D1Database,
  queue: string,
  letters: readonly { id: string; body: string }[],
  now: Ms,
): Promise<void> {
  await d1
    .prepare(
      `INSERT INTO dead_letters (id, queue, body, died_at)
       SELECT j.value ->> 'id', ?1, j.value ->> 'body', ?2
       FROM json_each(?3) AS j WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(queue, now, JSON.stringify(letters))
    .run();
}
