/** What senders and people of spread trees are called. */
import type { ViewerId } from "../../domain/ids.ts";
import { namesInSight } from "../in-sight.ts";
import type { Scoped } from "../kernel/context.ts";
import type { LoadedTree } from "./load-trees.ts";

/** Of the trees' senders and people; `others` are viewers who are shown beside the one that stands for a person. */
export async function namesInTrees(
  caller: Scoped,
  trees: readonly LoadedTree[],
  others: readonly ViewerId[] = [],
) {
  const senders = new Map(
    trees.map(({ root }): [string, string] => [root.senderId, root.senderName]),
  );
  const people = new Map(
    trees.flatMap((tree) =>
      tree.people.flatMap((person) => (person ? [[person.key, person]] : [])),
    ),
  );
  const named = [...people.values()].flatMap(({ contactId, viewerId }) =>
    contactId === null ? [] : [viewerId],
  );
  const contacts = await namesInSight(caller, [...new Set([...named, ...others])]);
  const contact = (viewerId: ViewerId | null) =>
    viewerId === null ? null : (contacts.get(viewerId) ?? null);
  return {
    sender: (id: string) => senders.get(id) ?? null,
    person: (key: string) => {
      const person = people.get(key);
      return person ? { viewerId: person.viewerId, contact: contact(person.viewerId) } : null;
    },
    contact,
  };
}
