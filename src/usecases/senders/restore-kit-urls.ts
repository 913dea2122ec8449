import type { SenderId } from "../../domain/ids.ts";
import { findSenders, type Sender } from "../../storage/senders.ts";
import type { Scoped } from "../kernel/context.ts";
import { kitUrl } from "../sessions/kit-token.ts";

/**
 * Puts kit addresses back into a recorded answer: they open kits, so they are not stored with it. A
 * sender deleted since has none. One query, however many senders the answer holds.
 */
export async function restoreKitUrls(ctx: Scoped, answer: unknown): Promise<unknown> {
  const ids: SenderId[] = [];
  replaceStored(answer, (stored) => {
    ids.push(stored.id);
    return stored;
  });
  if (ids.length === 0) return answer;
  const senders = await findSenders(ctx.scope, ids);
  const sign = async (sender: Sender) => [sender.id, await kitUrl(ctx, sender)] as const;
  const urls = new Map(await Promise.all(senders.map(sign)));
  return replaceStored(answer, (stored) => ({ ...stored, kitUrl: urls.get(stored.id) ?? null }));
}

type Stored = { id: SenderId; kitUrl: string | null };

/** The same answer with each recorded sender in it replaced. */
function replaceStored(answer: unknown, by: (stored: Stored) => Stored): unknown {
  if (Array.isArray(answer)) return answer.map((item) => replaceStored(item, by));
  if (typeof answer !== "object" || answer === null) return answer;
  if (isStored(answer)) return by(answer);
  const entries = Object.entries(answer).map(([key, value]) => [key, replaceStored(value, by)]);
  return Object.fromEntries(entries);
}

function isStored(value: object): value is Stored {
  return "kitUrl" in value && value.kitUrl === null && "id" in value;
}
