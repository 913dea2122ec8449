/** An account as its workspace sees it: never its secret, nor what it has lent. */
import type { OutsideSystem } from "../../domain/vocabulary.ts";
import type { Account, DomainProof } from "../../storage/accounts.ts";
import type { Scoped } from "../kernel/context.ts";
import { rfc3339OrNull } from "../time.ts";
import { adviceOn } from "./account-error.ts";

export function viewAccount(
  { shareOrigin, now }: Pick<Scoped, "shareOrigin" | "now">,
  system: OutsideSystem,
  account: Account | null,
  proofs: readonly Pick<DomainProof, "name" | "content">[],
) {
  const isPushed = system === "wechat" && account?.ticketMode === "pushed";
  const isGood = account?.lentUntil != null && account.lentUntil > now();
  return {
    isConfigured: account !== null,
    appId: account?.appId ?? null,
    agentId: account?.agentId ?? null,
    hasSecret: account?.secret != null,
    ticketMode: account?.ticketMode ?? ("fetched" as const),
    proxyOrigin: account?.proxyOrigin ?? null,
    signIn: account?.signIn ?? ("off" as const),
    proofs: proofs.map(({ name, content }) => ({ name, content, url: `${shareOrigin}/${name}` })),
    /** What has to be registered with the account as a domain that its pages stand on. */
    domain: new URL(shareOrigin).host,
    health: {
      state: healthOf(account, isGood, isPushed),
      lentAt: rfc3339OrNull(account?.lentAt ?? null),
      lentUntil: rfc3339OrNull(account?.lentUntil ?? null),
      lastFault:
        account?.fault && account.faultAt !== null
          ? {
              code: `${system}-${account.fault}`,
              errcode: account.errcode,
              at: rfc3339OrNull(account.faultAt) ?? "",
              detail: adviceOn(system, account.fault),
            }
          : null,
    },
    updatedAt: rfc3339OrNull(account?.updatedAt ?? null),
  };
}

/** In a word: nothing configured, nothing lent yet, good, or broken since the last time that it was good. */
function healthOf(account: Account | null, isGood: boolean, isPushed: boolean) {
  if (account === null) return "none" as const;
  const { faultAt, lentAt } = account;
  if (faultAt !== null && faultAt > (lentAt ?? 0)) return "failing" as const;
  if (isGood) return "good" as const;
  // What is handed in was not handed in again; what is asked for is asked for when it is needed.
  return isPushed && lentAt !== null ? ("failing" as const) : ("unused" as const);
}
