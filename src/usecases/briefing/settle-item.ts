import type { BriefingItemId, SenderId } from "../../domain/ids.ts";
import { day, later, times } from "../../domain/units.ts";
import type { BriefingOutcome } from "../../domain/vocabulary.ts";
import { findBriefingItem, settleItem } from "../../storage/briefings.ts";
import { found, invalidField } from "../errors.ts";
import { requireKit, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import type { KitHolder } from "../sessions/kit-token.ts";
import { rfc3339OrNull } from "../time.ts";

export type Settled = {
  state: "done" | "snoozed";
  /** What turning to them came to; of `done` alone. It marks the line's reasons right or wrong. */
  outcome?: BriefingOutcome | undefined;
  /** Of `snoozed`: for how long they are left out; a week by default. */
  snoozeDays?: number | undefined;
};

/** Notes what became of a line; the last word counts. */
export function settleBriefingItem(
  caller: Caller,
  senderId: SenderId,
  id: BriefingItemId,
  settled: Settled,
) {
  requireScope(caller, "write");
  return settle(caller, senderId, id, settled);
}

/** The same by the sender whose list it is. */
export function settleOwnItem(kit: KitHolder, id: BriefingItemId, settled: Settled) {
  const senderId = requireKit(kit);
  return settle(kit, senderId, id, settled);
}

async function settle(
  caller: Pick<Caller, "scope" | "actor" | "now" | "once">,
  senderId: SenderId,
  id: BriefingItemId,
  { state, outcome, snoozeDays = 7 }: Settled,
) {
  const { scope } = caller;
  if (state === "snoozed" && outcome !== undefined) {
    throw invalidField("outcome", 'Give an outcome with the state "done" alone.');
  }
  found(await findBriefingItem(scope, senderId, id), "briefing line");
  const now = caller.now();
  const set = {
    state,
    outcome: outcome ?? null,
    settledAt: now,
    snoozedUntil: state === "snoozed" ? later(now, times(snoozeDays, day)) : null,
  };
  return await write(caller, {
    statements: [settleItem(scope, id, set)],
    outcome: "done",
    answer: {
      id: id as string,
      state,
      outcome: set.outcome,
      snoozedUntil: rfc3339OrNull(set.snoozedUntil),
    },
    audit: { verb: "briefing.settle", subject: id },
  });
}
