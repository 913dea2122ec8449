/**
 * What an account lends for two hours at a time: WeChat's ticket, WeCom's token. One caller at a time asks for a new
 * one; the others go on with the old one or, where there is none, wait briefly for what comes.
 */
import type { AccountFault } from "../../domain/account.ts";
import {
  between,
  type Duration,
  type Instant,
  later,
  minute,
  second,
  times,
} from "../../domain/units.ts";
import type { OutsideSystem } from "../../domain/vocabulary.ts";
import type { AccountAnswer } from "../../integrations/wechat/answer.ts";
import { askTicket, type Lasting } from "../../integrations/wechat/official-account.ts";
import { askWecomToken } from "../../integrations/wechat/wecom-account.ts";
import {
  type Account,
  findAccount,
  keepFault,
  keepLent,
  takeLease,
} from "../../storage/accounts.ts";
import type { Scope } from "../../storage/scope.ts";
import { AppError } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { accountError } from "./account-error.ts";
import { sealFor, unsealFor } from "./secret.ts";

/** Something lent, and until when it is good. */
export type Lent = { value: string; until: Instant };

type Asking = Pick<Context, "keys" | "now" | "outside" | "log"> & { scope: Scope };

/** So long before it ends a new one is asked for. */
const renewBefore = times(5, minute);
/** Four calls of ten seconds, each perhaps twice, and some. */
const leaseFor = times(90, second);
/** How long others wait, in all 2.8 s, where there is nothing to go on with. */
const waitsMs = [100, 200, 300, 500, 700, 1000];

/** How long nobody asks again after a failure: whoever asks meanwhile is told of it at once. */
const pauses: Partial<Record<AccountFault, Duration>> = {
  timeout: times(30, second),
  unavailable: times(30, second),
  "quota-spent": times(10, minute),
};

/**
 * What the account lends now. Throws the error of what it lacks or of what its server said, and `unavailable` where
 * somebody else asks for it and it takes too long.
 */
export async function lentBy(ctx: Asking, system: OutsideSystem): Promise<Lent> {
  const account = await findAccount(ctx.scope, system);
  if (!account) throw accountError(system, "not-configured");
  const kept = await keptOf(ctx, account);
  if (kept && !isEnding(ctx, kept)) return kept;
  if (account.ticketMode === "pushed" && system === "wechat") {
    if (kept) return kept;
    throw accountError(system, "ticket-missing");
  }
  try {
    return (await renew(ctx, account)) ?? kept ?? (await waitFor(ctx, system));
  } catch (error) {
    // The old one is good for some minutes yet.
    if (kept && error instanceof AppError) return kept;
    throw error;
  }
}

/** What is at hand and good for a while; null where a new one is due. Asks nobody outside and writes nothing. */
export async function lentAtHand(ctx: Asking, system: OutsideSystem): Promise<Lent | null> {
  const account = await findAccount(ctx.scope, system);
  const kept = account && (await keptOf(ctx, account));
  return kept && (account?.ticketMode === "pushed" || !isEnding(ctx, kept)) ? kept : null;
}

/** The secret as its server is told it. Throws `…-secret-unreadable`. */
export async function credentialOf(ctx: Pick<Context, "keys" | "outside">, account: Account) {
  const secret = await unsealFor(ctx, account, "secret", account.secret);
  if (!secret) throw accountError(account.system, "secret-unreadable");
  const { wechatOrigin, wecomOrigin } = ctx.outside;
  const own = account.system === "wechat" ? wechatOrigin : wecomOrigin;
  return { ...secret, origin: account.proxyOrigin ?? own };
}

async function keptOf(ctx: Asking, account: Account): Promise<Lent | null> {
  const { lent, lentUntil } = account;
  if (lentUntil === null || lentUntil <= ctx.now()) return null;
  const opened = await unsealFor(ctx, account, "lent", lent);
  return opened && { value: opened.text, until: lentUntil };
}

const isEnding = ({ now }: Asking, { until }: Lent) => between(now(), until) < renewBefore;

/** Asks for a new one where nobody else does; null where somebody does. Throws what went wrong, now or just before. */
async function renew(ctx: Asking, account: Account): Promise<Lent | null> {
  const { scope } = ctx;
  const { system } = account;
  const id = crypto.randomUUID();
  const lease = { id, until: later(ctx.now(), leaseFor), now: ctx.now() };
  const credential = await credentialOf(ctx, account);
  const [taken = 0] = await keep(scope, [takeLease(scope, system, lease)]);
  if (taken === 0) return null;
  const answer = await askFor(ctx, account, credential);
  const at = ctx.now();
  if (!answer.ok) {
    const { fault, errcode = null } = answer;
    const again = later(at, pauses[fault] ?? minute);
    await keep(scope, [keepFault(scope, system, id, { fault, errcode, at, again })]);
    ctx.log.warn("account-refused", { workspace: scope.workspaceId, system, fault, errcode });
    throw accountError(system, fault);
  }
  const until = later(at, times(answer.seconds, second));
  const lent = { sealed: await sealFor(ctx, account, "lent", answer.value), at, until };
  // After a rotation of the deployment's keys what is read is sealed anew, so that the old key can go.
  const secret = credential.isNewest
    ? undefined
    : await sealFor(ctx, account, "secret", credential.text);
  await keep(scope, [keepLent(scope, system, id, { ...lent, secret })]);
  return { value: answer.value, until };
}

function askFor(
  { outside }: Asking,
  { system, appId }: Account,
  { text: secret, origin }: { text: string; origin: string },
): Promise<AccountAnswer<Lasting>> {
  return system === "wechat"
    ? askTicket(outside, { appId, secret, origin })
    : askWecomToken(outside, { corpId: appId, secret, origin });
}

/** Waits for what somebody else asks for. Throws what went wrong for them. */
async function waitFor(ctx: Asking, system: OutsideSystem): Promise<Lent> {
  for (const ms of waitsMs) {
    const account = await findAccount(ctx.scope, system);
    const kept = account && (await keptOf(ctx, account));
    if (kept) return kept;
    if (account && account.lease === null && account.fault !== null) {
      throw accountError(system, account.fault);
    }
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
  throw new AppError("unavailable", "The account's ticket is being asked for. Try again.");
}
