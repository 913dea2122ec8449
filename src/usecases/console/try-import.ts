import { findSendersByExternalIds } from "../../storage/senders.ts";
import type { FieldError } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import type { NewSender } from "../senders/create-sender.ts";
import { bannedIn, bannedOwnWords } from "../senders/own-words.ts";
import { allSenders } from "./show-people.ts";

/** What would become of a row; `twin` is of somebody who is there already, as far as name and team tell. */
export type Trial = {
  becomes: "new" | "changed" | "wrong" | "twin";
  faults: readonly FieldError[];
};

/** Whether an import does anything with such a row. */
export const isImported = ({ becomes }: Trial): boolean =>
  becomes === "new" || becomes === "changed";

/** Row by row what an import would do; does nothing. A row without an external id is somebody new, or a twin. */
export async function tryImport(
  caller: Caller,
  rows: readonly (NewSender | { faults: FieldError[] })[],
): Promise<Trial[]> {
  requireScope(caller, "write");
  const good = rows.flatMap((row) => ("faults" in row ? [] : row));
  const [known, there] = await Promise.all([
    findSendersByExternalIds(
      caller.scope,
      good.flatMap(({ externalId }) => externalId ?? []),
    ),
    allSenders(caller, undefined),
  ]);
  const seen = new Set<string>();
  const people = new Set(there.map(personKey));
  return rows.map((row): Trial => {
    if ("faults" in row) return { becomes: "wrong", faults: row.faults };
    const { externalId } = row;
    const banned = bannedIn(row, caller.workspace.bannedWords);
    const isTwice = externalId ? seen.has(externalId) : false;
    if (externalId) seen.add(externalId);
    const faults = [
      ...(banned ? [{ path: banned, message: bannedOwnWords }] : []),
      ...(isTwice
        ? [{ path: "externalId", message: "An earlier row has the same one. Send each once." }]
        : []),
    ];
    if (faults.length > 0) return { becomes: "wrong", faults };
    if (externalId && known.has(externalId)) return { becomes: "changed", faults };
    const person = personKey(row);
    const isTwin = !externalId && people.has(person);
    people.add(person);
    return { becomes: isTwin ? "twin" : "new", faults };
  });
}

/** What tells one person from another where nobody has an id. */
const personKey = ({ name, team }: { name: string; team?: string | null | undefined }): string =>
  JSON.stringify([name, team ?? ""].map((text) => text.normalize("NFKC").toLowerCase()));
