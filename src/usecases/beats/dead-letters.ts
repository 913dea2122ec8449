import { type AnyId, parseId } from "../../domain/ids.ts";
import { storeDeadLetters } from "../../storage/dead-letters.ts";
import { readTombstones } from "../../storage/tombstones.ts";
import type { Context } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { tombstonesOf } from "../viewers/tombstone.ts";

type Letter = { id: string; body: string };

/**
 * Keeps messages that no try could write. False where the database does not answer. They are kept in
 * one shard, whatever shard they claim: a poison message may name none. One that names somebody who was erased while
 * it was tried is let go: what is kept after an erasure would stay for a month.
 */
export async function buryMessages(
  ctx: Context,
  queue: string,
  letters: readonly Letter[],
): Promise<boolean> {
  const [d1] = ctx.shards.values();
  if (!d1) return false;
  try {
    await keep(d1, [storeDeadLetters(queue, await ofNobodyErased(ctx, letters), ctx.now())]);
    return true;
  } catch (error) {
    ctx.log.error("dead-letters-not-kept", error, { queue });
    return false;
  }
}

async function ofNobodyErased(ctx: Context, letters: readonly Letter[]): Promise<Letter[]> {
  const named = letters.map((letter) => ({ letter, ids: idsIn(letter.body) }));
  const marks = await tombstonesOf(ctx, [...new Set(named.flatMap(({ ids }) => ids))]);
  const buried = await Promise.all(
    Array.from(ctx.shards.values(), (d1) => readTombstones(d1, [...marks.values()])),
  );
  const isErased = (id: string) => buried.some((some) => some.has(marks.get(id) ?? ""));
  return named.filter(({ ids }) => !ids.some(isErased)).map(({ letter }) => letter);
}

/** Whatever in a text may be an id: of a message that nobody understands no more is known. */
const idsIn = (body: string): AnyId[] =>
  body.split(/[^A-Za-z0-9]+/).flatMap((word) => parseId<AnyId>(word) ?? []);
