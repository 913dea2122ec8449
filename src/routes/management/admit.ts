/** What happens before a declared call is looked at: may they ask, and did they ask before. */

import type { MiddlewareHandler } from "hono";
import type { ApiScope } from "../../domain/vocabulary.ts";
import { requireOperator, requireScope } from "../../usecases/kernel/actor.ts";
import { type Once, replay } from "../../usecases/kernel/idempotency.ts";
import { restoreKitUrls } from "../../usecases/senders/restore-kit-urls.ts";
import type { ManagementEnv } from "../services.ts";
import { statusOf } from "../status.ts";
import { fillEmptyBody, onceOf } from "./request.ts";

/** Lets those through who may ask; a repeated call gets the first answer, after that and not before. */
export function admit(
  scope: ApiScope | "operator",
): [MiddlewareHandler<ManagementEnv>, MiddlewareHandler<ManagementEnv>] {
  return [
    async (c, next) => {
      if (scope === "operator") requireOperator(c.get("operator"));
      else requireScope(c.get("caller"), scope);
      await next();
    },
    idempotent,
  ];
}

/** Makes a POST with an Idempotency-Key happen once; a repeat gets the first answer. */
const idempotent: MiddlewareHandler<ManagementEnv> = async (c, next) => {
  const once = await onceOf(c);
  if (!once) {
    await fillEmptyBody(c);
    return next();
  }
  const first = await answered(c.get("caller") ?? c.get("operator"), once);
  if (first) return first;
  if (c.get("caller")) c.set("caller", { ...c.get("caller"), once });
  else c.set("operator", { ...c.get("operator"), once });
  await fillEmptyBody(c);
  await next();
  // Whatever made it fail, where the same call finished in the meantime its answer is this one's too.
  if (c.error) {
    const winner = await answered(c.get("caller") ?? c.get("operator"), once);
    if (winner) c.res = winner;
  }
  return undefined;
};

type Asking = ManagementEnv["Variables"]["caller"] | ManagementEnv["Variables"]["operator"];

async function answered(asking: Asking, once: Once): Promise<Response | null> {
  const first = await replay(asking, once);
  if (!first) return null;
  const body = "workspace" in asking ? await restoreKitUrls(asking, first.body) : first.body;
  return Response.json(body, {
    status: statusOf[first.outcome],
    headers: { "Idempotency-Replayed": "true" },
  });
}
