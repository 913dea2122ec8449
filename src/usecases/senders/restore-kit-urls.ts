import type { SenderId } from "../../domain/ids.ts";
import { findSender } from "../../storage/senders.ts";
import type { Caller } from "../context.ts";
import { kitUrl } from "../kit/kit-token.ts";

type Stored = { id: SenderId; kitUrl: null };

/**
 * Puts kit addresses back into a recorded answer: they open kits, so they are not stored with it. A
 * sender deleted since has none.
 */
export async function restoreKitUrls(caller: Caller, answer: unknown): Promise<unknown> {
  if (Array.isArray(answer)) {
    return await Promise.all(answer.map((item) => restoreKitUrls(caller, item)));
  }
  if (typeof answer !== "object" || answer === null) return answer;
  if (isStored(answer)) {
    const sender = await findSender(caller.scope, answer.id);
    return { ...answer, kitUrl: sender ? await kitUrl(caller, sender) : null };
  }
  const entries = Object.entries(answer).map(
    async ([key, value]) => [key, await restoreKitUrls(caller, value)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

function isStored(value: object): value is Stored {
  return "kitUrl" in value && value.kitUrl === null && "id" in value;
}
