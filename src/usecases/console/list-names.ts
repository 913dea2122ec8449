import { listSenderWords } from "../../storage/senders.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";

/** Everybody's name and team, to be found by; for a lead their team's. */
export async function listNames(caller: Caller) {
  requireScope(caller, "read", "own-team");
  const mine = ownTeam(caller);
  const all = await listSenderWords(caller.scope);
  return all
    .filter(({ team }) => mine === null || team === mine)
    .map(({ id, name, team }) => ({ id, name, team }));
}
