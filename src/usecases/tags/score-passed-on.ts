import { day, earlier, startOf } from "../../domain/units.ts";
import { viewersPassedOn } from "../../storage/histories.ts";
import { type Context, enterWorkspace } from "../kernel/context.ts";
import { scoreViewers } from "./score-viewers.ts";

/**
 * Brings up to date the points of viewers through whom somebody came since yesterday. Who agreed to nothing
 * leaves no way from their visit to whoever brought them, so that its end cannot do it.
 */
export async function scorePassedOn(ctx: Context, d1: D1Database): Promise<void> {
  const yesterday = earlier(startOf(day, ctx.now()), day);
  const viewers = await viewersPassedOn(d1, yesterday);
  for (const [id, own] of Map.groupBy(viewers, ({ workspaceId }) => workspaceId)) {
    const scoped = await enterWorkspace(ctx, id, { kind: "clock" });
    await scoreViewers(
      scoped,
      own.map(({ viewerId }) => viewerId),
    );
  }
}
