import type { OutsideSystem } from "../../domain/vocabulary.ts";
import { findAccount, listProofs } from "../../storage/accounts.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewAccount } from "./account-view.ts";

/** An account's settings and how it does; of a workspace without one, that it has none. */
export async function getAccount(caller: Caller, system: OutsideSystem) {
  requireScope(caller, "admin");
  const [account, proofs] = await Promise.all([
    findAccount(caller.scope, system),
    listProofs(caller.scope, system),
  ]);
  return viewAccount(caller, system, account, proofs);
}
