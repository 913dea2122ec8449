import { findSendersByExternalIds } from "../../storage/senders.ts";
import type { FieldError } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import type { NewSender } from "../senders/create-sender.ts";
import { bannedIn, bannedOwnWords } from "../senders/own-words.ts";

/** What would become of a row. */
export type Trial = {
  becomes: "new" | "changed" | "wrong";
  name: string;
  team: string | null;
  faults: readonly FieldError[];
};

/** Row by row what an import would do; does nothing. A row without an external id is somebody new. */
export async function tryImport(
  caller: Caller,
  rows: readonly (NewSender | { faults: FieldError[] })[],
): Promise<Trial[]> {
  requireScope(caller, "write");
  const good = rows.flatMap((row) => ("faults" in row ? [] : row));
  const known = await findSendersByExternalIds(
    caller.scope,
    good.flatMap(({ externalId }) => externalId ?? []),
  );
  const seen = new Set<string>();
  return rows.map((row): Trial => {
    if ("faults" in row) return { becomes: "wrong", name: "", team: null, faults: row.faults };
    const { name, externalId } = row;
    const team = row.team ?? null;
    const banned = bannedIn(row, caller.workspace.bannedWords);
    const isTwice = externalId ? seen.has(externalId) : false;
    if (externalId) seen.add(externalId);
    const faults = [
      ...(banned ? [{ path: banned, message: bannedOwnWords }] : []),
      ...(isTwice
        ? [{ path: "externalId", message: "An earlier row has the same one. Send each once." }]
        : []),
    ];
    if (faults.length > 0) return { becomes: "wrong", name, team, faults };
    return {
      becomes: externalId && known.has(externalId) ? "changed" : "new",
      name,
      team,
      faults,
    };
  });
}
