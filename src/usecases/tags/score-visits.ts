import type { VisitKey } from "../../domain/visit.ts";
import { viewersOfVisits } from "../../storage/histories.ts";
import { viewersAwardedFor } from "../../storage/tag-awards.ts";
import type { Scoped } from "../kernel/context.ts";
import { scoreViewers } from "./score-viewers.ts";

/**
 * Brings points up to what these visits are now: of their viewers, of whoever brought them, and of those they
 * earned points for before, since a visit may have lost its viewer.
 */
export async function scoreVisits(ctx: Scoped, keys: readonly VisitKey[]): Promise<void> {
  const [viewers, before] = await Promise.all([
    viewersOfVisits(ctx.scope, keys),
    viewersAwardedFor(
      ctx.scope,
      keys.map(({ id }) => id),
    ),
  ]);
  await scoreViewers(ctx, [...new Set([...viewers, ...before])].sort());
}
