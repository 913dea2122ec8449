import type { SenderId } from "../../domain/ids.ts";
import { type Assignment, listAssignments, takeRows } from "../../storage/assignments.ts";
import type { Version } from "../../storage/contents.ts";
import type { Sender } from "../../storage/senders.ts";
import { type Codebook, dealRow } from "../../variation/text/index.ts";
import { AppError } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { teamKey } from "./team-key.ts";

/** Concurrent calls may want the same row; whoever loses deals again. */
const tries = 6;

/**
 * The row each sender has for a version, written on first need and never changed. A sender for whom
 * the codebook has no row left is missing from the answer.
 */
export async function assignRows(
  ctx: Scoped,
  version: Version,
  codebook: Codebook,
  senders: readonly Sender[],
): Promise<Map<SenderId, number>> {
  const { contentId, version: number } = version;
  for (let left = tries; left > 0; left--) {
    const all = await listAssignments(ctx.scope, contentId, number);
    const known = new Map(all.map(({ senderId, row }) => [senderId, row]));
    const wanted = deal(
      codebook,
      all,
      senders.filter(({ id }) => !known.has(id)),
    );
    if (wanted.length === 0) return known;
    await keep(ctx.scope, [takeRows(ctx.scope, contentId, number, wanted, ctx.now())]);
  }
  throw new AppError("unavailable", "Many wordings are being handed out at once. Try again.");
}

function deal(codebook: Codebook, all: readonly Assignment[], senders: readonly Sender[]) {
  const taken = new Set(all.map(({ row }) => row));
  return senders.flatMap(({ id, team }) => {
    const row = dealRow(codebook, { team: teamKey(team), taken });
    if (row === null) return [];
    taken.add(row);
    return [{ senderId: id, row, team }];
  });
}
