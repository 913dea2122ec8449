import type { OutsideSystem } from "../../domain/vocabulary.ts";
import type { AccountAnswer, AccountFailure } from "../../integrations/wechat/answer.ts";
import { askToken, type Lasting } from "../../integrations/wechat/official-account.ts";
import { askWecomToken } from "../../integrations/wechat/wecom-account.ts";
import { type Account, endWaiting, findAccount, noteFault } from "../../storage/accounts.ts";
import { AppError } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { accountError, adviceOn } from "./account-error.ts";
import { credentialOf, lentBy } from "./lent.ts";

/** A step of the trial: what was asked for and what came of it. */
export type TrialStep = {
  step: "token" | "ticket";
  ok: boolean;
  code: string | null;
  errcode: number | null;
  detail: string;
  /** The address that the account's server saw, to be put on its list. */
  seenAddress: string | null;
};

/**
 * Asks for a token, and of WeChat for the ticket that signs pages, and says what came of each. What failed a moment
 * ago is tried again at once. Throws `…-not-configured`.
 */
export async function tryAccount(caller: Caller, system: OutsideSystem) {
  requireScope(caller, "admin");
  const { scope } = caller;
  const account = await findAccount(scope, system);
  if (!account) throw accountError(system, "not-configured");
  const steps: TrialStep[] = [];
  if (system === "wecom" || account.ticketMode !== "pushed") {
    const answer = await tokenOf(caller, account);
    steps.push(stepOf(system, answer));
    await keep(scope, [
      answer.ok
        ? endWaiting(scope, system)
        : noteFault(scope, system, {
            fault: answer.fault,
            errcode: answer.errcode ?? null,
            at: caller.now(),
          }),
    ]);
  }
  const isSure = steps.every(({ ok }) => ok);
  if (isSure && system === "wechat") steps.push(await ticketOf(caller));
  return { ok: steps.every(({ ok }) => ok), steps };
}

async function tokenOf(caller: Caller, account: Account): Promise<AccountAnswer<Lasting>> {
  const { outside } = caller;
  const { appId, system } = account;
  const { text: secret, origin } = await credentialOf(caller, account);
  return system === "wechat"
    ? await askToken(outside, { appId, secret, origin })
    : await askWecomToken(outside, { corpId: appId, secret, origin });
}

async function ticketOf(caller: Caller): Promise<TrialStep> {
  try {
    await lentBy(caller, "wechat");
    const detail = "There is a ticket that signs pages.";
    return { step: "ticket", ok: true, code: null, errcode: null, detail, seenAddress: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, detail } = error;
    return { step: "ticket", ok: false, code, errcode: null, detail, seenAddress: null };
  }
}

function stepOf(system: OutsideSystem, answer: AccountAnswer<Lasting> | AccountFailure): TrialStep {
  if (answer.ok) {
    const detail = "The account's server gave a token.";
    return { step: "token", ok: true, code: null, errcode: null, detail, seenAddress: null };
  }
  const { fault, errcode = null, seenAddress = null } = answer;
  const detail = adviceOn(system, fault);
  return { step: "token", ok: false, code: `${system}-${fault}`, errcode, detail, seenAddress };
}
