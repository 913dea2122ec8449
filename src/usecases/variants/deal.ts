/** Who gets which wording of a version: written once, never changed. */
import type { SenderId } from "../../domain/ids.ts";
import type { Dealt } from "../../domain/landing.ts";
import {
  addAssignments,
  dealTo,
  listAssignments,
  listAssignmentsOf,
} from "../../storage/assignments.ts";
import type { Statement } from "../../storage/scope.ts";
import type { Sender } from "../../storage/senders.ts";
import type { Version } from "../../storage/versions.ts";
import { type Codebook, dealAll, dealOrder } from "../../variation/text/index.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { teamKey } from "./team-key.ts";

type Numbered = Pick<Version, "contentId" | "version">;
type Holder = Pick<Sender, "id" | "team">;
/** Somebody with the row that says what they had before, where there is one. */
type Newcomer = Holder & { kept?: number | undefined };

/** What each sender who was dealt to has. */
export async function dealtOf(
  { scope }: Scoped,
  { contentId, version }: Numbered,
  senders: readonly Holder[],
): Promise<Map<SenderId, Dealt>> {
  const ids = senders.map(({ id }) => id);
  const rows = await listAssignmentsOf(scope, contentId, version, ids);
  return new Map(rows.map(({ senderId, row, team, place }) => [senderId, { row, team, place }]));
}

/** The same, where a row is given to who has none: to one by the database, to many from what is free. */
export async function dealRows(
  ctx: Scoped,
  version: Numbered,
  codebook: Codebook,
  senders: readonly Holder[],
): Promise<Map<SenderId, Dealt>> {
  const known = await dealtOf(ctx, version, senders);
  const missing = senders.filter(({ id }) => !known.has(id));
  if (missing.length === 0 || codebook.rows.length === 0) return known;
  await keep(ctx.scope, await statementsFor(ctx, version, codebook, missing));
  return await dealtOf(ctx, version, senders);
}

/** As many senders as are dealt to by a statement each; more are dealt to by one that was thought out before. */
const one = 20;

async function statementsFor(
  ctx: Scoped,
  { contentId, version }: Numbered,
  codebook: Codebook,
  senders: readonly Holder[],
): Promise<Statement[]> {
  const { scope } = ctx;
  if (senders.length <= one) {
    return senders.map((sender) => {
      const rows = dealOrder(codebook, teamKey(sender.team));
      return dealTo(scope, contentId, version, sender, rows, ctx.now());
    });
  }
  const held = (await listAssignments(scope, contentId, version)).map(({ row, team }) => ({
    row,
    team: teamKey(team),
  }));
  return dealtAtOnce(ctx, { contentId, version }, codebook, senders, held);
}

/** Statements: a row for each of many senders at once. */
export function dealtAtOnce(
  ctx: Scoped,
  { contentId, version }: Numbered,
  codebook: Codebook,
  senders: readonly Newcomer[],
  held: readonly { row: number; team: string }[] = [],
): Statement[] {
  const holders = senders.map(({ team, kept }) => ({ team: teamKey(team), kept }));
  const rows = dealAll(codebook, holders, held);
  const wanted = senders.flatMap(({ id, team }, index) => {
    const row = rows[index];
    return row === undefined ? [] : [{ senderId: id, row, team }];
  });
  return wanted.length === 0
    ? []
    : [addAssignments(ctx.scope, contentId, version, wanted, ctx.now())];
}
