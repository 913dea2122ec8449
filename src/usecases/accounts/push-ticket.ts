import { between, day } from "../../domain/units.ts";
import { findAccount, putLent } from "../../storage/accounts.ts";
import { invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { readFuture, rfc3339 } from "../time.ts";
import { accountError } from "./account-error.ts";
import { sealFor } from "./secret.ts";

/** Takes the ticket that a system of the workspace's own has asked for. Throws `wechat-not-configured`. */
export async function pushTicket(caller: Caller, input: { ticket: string; expiresAt: string }) {
  requireScope(caller, "admin");
  const { scope } = caller;
  const account = await findAccount(scope, "wechat");
  if (!account) throw accountError("wechat", "not-configured");
  const at = caller.now();
  const until = readFuture("expiresAt", input.expiresAt, at);
  if (until === null || between(at, until) > day) {
    throw invalidField("expiresAt", "A ticket is good for two hours: say when this one ends.");
  }
  const sealed = await sealFor(caller, account, "lent", input.ticket);
  return await write(caller, {
    statements: [putLent(scope, "wechat", { sealed, at, until })],
    outcome: "done",
    answer: { lentAt: rfc3339(at), lentUntil: rfc3339(until) },
    audit: { verb: "account.ticket", subject: "wechat" },
  });
}
