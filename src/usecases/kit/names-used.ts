import { listContacts } from "../../storage/contacts.ts";
import type { Sender } from "../../storage/senders.ts";
import type { Scoped } from "../kernel/context.ts";

/** As many of the people whom a sender knows are looked for in what they write. */
const maxNames = 200;

/** The names that a sender is likely to write: taken out of what others may read. */
export async function namesUsedBy({
  scope,
  sender,
}: Scoped & { sender: Sender }): Promise<string[]> {
  const { items } = await listContacts(scope, { limit: maxNames }, sender.id);
  return [sender.name, ...items.map(({ name }) => name)];
}
