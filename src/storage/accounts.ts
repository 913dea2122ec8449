/** A workspace's accounts with outside systems, what these have lent, and who asks for more. */
import { and, asc, eq } from "drizzle-orm";
import type { AccountFault } from "../domain/account.ts";
import type { WorkspaceId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import type { OutsideSystem } from "../domain/vocabulary.ts";
import type { Condition } from "./run.ts";
import { accounts, domainProofs } from "./schema.ts";
import {
  insert,
  remove,
  type Scope,
  type Shards,
  type Statement,
  select,
  selectOne,
  update,
  upsert,
  writeSql,
} from "./scope.ts";
import { readShard } from "./shard.ts";

export type Account = typeof accounts.$inferSelect;
export type DomainProof = typeof domainProofs.$inferSelect;

export function findAccount(scope: Scope, system: OutsideSystem): Promise<Account | null> {
  return selectOne(scope, accounts, eq(accounts.system, system));
}

/** Condition: readers are still asked with this very account, and for as much. */
export function accountAsksSo(
  { workspaceId }: Scope,
  { system, appId, signIn }: Pick<Account, "system" | "appId" | "signIn">,
): Condition {
  return {
    name: "account-asks-so",
    holds: {
      sql: `EXISTS (SELECT 1 FROM accounts
        WHERE workspace_id = ? AND system = ? AND app_id = ? AND sign_in = ?)`,
      params: [workspaceId, system, appId, signIn],
    },
  };
}

type Settings = Pick<
  Account,
  "system" | "appId" | "agentId" | "secret" | "ticketMode" | "proxyOrigin" | "signIn" | "updatedAt"
>;

/** Statement: puts an account's settings; what was lent under others is forgotten, and whoever asks for it loses the lease. */
export function putAccount(scope: Scope, settings: Settings): Statement {
  const anew = { lent: null, lentAt: null, lentUntil: null, lease: null, leaseUntil: 0 as Instant };
  const noFault = { fault: null, errcode: null, faultAt: null };
  const { system: _, ...set } = settings;
  return upsert(
    scope,
    accounts,
    { ...settings, ...anew, ...noFault },
    { target: [accounts.workspaceId, accounts.system], set: { ...set, ...anew, ...noFault } },
  );
}

/** Statements: an account goes, with its proofs. */
export function removeAccount(scope: Scope, system: OutsideSystem): Statement[] {
  return [
    remove(scope, accounts, eq(accounts.system, system)),
    remove(scope, domainProofs, eq(domainProofs.system, system)),
  ];
}

type Lent = { sealed: string; at: Instant; until: Instant };

/** What there is from now on, and nobody fetches it any more. */
const lentSet = ({ sealed, at, until }: Lent) => ({
  ...{ lent: sealed, lentAt: at, lentUntil: until },
  ...{ lease: null, leaseUntil: 0 as Instant },
});

/** Statement: what somebody hands in takes the place of what there is. */
export function putLent(scope: Scope, system: OutsideSystem, lent: Lent): Statement {
  return update(scope, accounts, lentSet(lent), eq(accounts.system, system));
}

/** Statement: takes the lease where nobody holds it and nobody has to wait; changes a row where it is taken. */
export function takeLease(
  scope: Scope,
  system: OutsideSystem,
  lease: { id: string; until: Instant; now: Instant },
): Statement {
  return writeSql(
    scope,
    `UPDATE accounts SET lease = ?3, lease_until = ?4
     WHERE workspace_id = ?1 AND system = ?2 AND lease_until <= ?5`,
    system,
    lease.id,
    lease.until,
    lease.now,
  );
}

const held = (system: OutsideSystem, lease: string) =>
  and(eq(accounts.system, system), eq(accounts.lease, lease));

/** Statement: keeps what was lent, and the secret sealed anew where it is given, as long as the lease is held. */
export function keepLent(
  scope: Scope,
  system: OutsideSystem,
  lease: string,
  lent: Lent & { secret?: string | undefined },
): Statement {
  const set = {
    ...lentSet(lent),
    ...(lent.secret === undefined ? {} : { secret: lent.secret }),
  };
  return update(scope, accounts, set, held(system, lease));
}

/** Statement: notes what went wrong, as long as the lease is held; nobody asks again before a time. */
export function keepFault(
  scope: Scope,
  system: OutsideSystem,
  lease: string,
  trouble: { fault: AccountFault; errcode: number | null; at: Instant; again: Instant },
): Statement {
  const { fault, errcode, at, again } = trouble;
  const set = { fault, errcode, faultAt: at, lease: null, leaseUntil: again };
  return update(scope, accounts, set, held(system, lease));
}

/** Statement: notes what went wrong where no lease was needed. */
export function noteFault(
  scope: Scope,
  system: OutsideSystem,
  trouble: { fault: AccountFault; errcode: number | null; at: Instant },
): Statement {
  const { fault, errcode, at } = trouble;
  return update(scope, accounts, { fault, errcode, faultAt: at }, eq(accounts.system, system));
}

/** Statement: what was lent is good no more, though its time is not over. */
export function dropLent(scope: Scope, system: OutsideSystem): Statement {
  return update(scope, accounts, { lent: null, lentUntil: null }, eq(accounts.system, system));
}

/** Statement: what has just failed may be tried again at once. */
export function endWaiting(scope: Scope, system: OutsideSystem): Statement {
  return writeSql(
    scope,
    "UPDATE accounts SET lease_until = 0 WHERE workspace_id = ?1 AND system = ?2 AND lease IS NULL",
    system,
  );
}

/** The proofs of an account, by name. */
export function listProofs(scope: Scope, system: OutsideSystem): Promise<DomainProof[]> {
  return select(scope, domainProofs, [eq(domainProofs.system, system)], {
    orderBy: [asc(domainProofs.name)],
  });
}

/** Statements: these proofs and no others. */
export function putProofs(
  scope: Scope,
  system: OutsideSystem,
  proofs: readonly { name: string; content: string }[],
): Statement[] {
  return [
    remove(scope, domainProofs, eq(domainProofs.system, system)),
    ...proofs.map((proof) => insert(scope, domainProofs, { ...proof, system })),
  ];
}

export type ProofOf = { workspaceId: WorkspaceId; shareOrigin: string | null; content: string };

/** Whatever workspaces have a proof of a name, and their hosts. */
export async function findProofs(shards: Shards, name: string): Promise<ProofOf[]> {
  const found = await Promise.all(
    [...shards.values()].map((d1) =>
      readShard<ProofOf>(
        d1,
        "address",
        `SELECT p.workspace_id AS workspaceId, w.share_origin AS shareOrigin, p.content
         FROM domain_proofs p JOIN workspaces w ON w.id = p.workspace_id WHERE p.name = ?`,
        name,
      ),
    ),
  );
  return found.flat();
}
