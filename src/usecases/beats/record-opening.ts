import { parseBeat, parseOpening } from "../../tracking/protocol.ts";
import type { Agent } from "../../tracking/user-agent.ts";
import type { Context } from "../kernel/context.ts";
import { type OpenedVisit, openVisit } from "../open/open-visit.ts";
import type { ReaderSigns } from "../open/reader-identity.ts";
import { notABeat, queueBeat } from "./queue-beat.ts";

/**
 * Begins a visit with the totals of a page that has no token yet, so that a slow answer, or a page that
 * is left before there is one, costs nothing. Writes nothing where nothing was read. Throws `malformed`,
 * `not-found` where the link leads nowhere now, or `unavailable` where the queue refuses.
 */
export async function recordOpening(
  ctx: Context,
  text: string,
  signs: ReaderSigns,
  agent: Agent,
  isBurst: (code: string) => Promise<boolean>,
): Promise<OpenedVisit> {
  const parsed = parseBeat(text);
  if (!parsed.ok) throw notABeat(parsed.reason);
  const { beat } = parsed;
  const opening = parseOpening(beat.token);
  if (!opening) throw notABeat("token");
  const visit = await openVisit(ctx, {
    ...signs,
    ...opening,
    isBot: agent.bot,
    isBurst: () => isBurst(opening.code),
  });
  if (beat.engagedMs > 0 || beat.goal) await queueBeat(ctx, beat, visit.claims, agent);
  return visit;
}
