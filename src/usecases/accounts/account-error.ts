import type { AccountFault } from "../../domain/account.ts";
import type { OutsideSystem } from "../../domain/vocabulary.ts";
import { type AccountLack, AppError } from "../errors.ts";

const names: Record<OutsideSystem, string> = { wechat: "WeChat", wecom: "WeCom" };

/** What to do about each; `of` names the system, `at` where its settings are put. */
const advice: Record<AccountLack | AccountFault, (of: string, at: string) => string> = {
  "not-configured": (of, at) =>
    `This workspace has no ${of} account. Put one with ${at}; everything else works without.`,
  "ticket-missing": (_, at) =>
    `This account's tickets are handed in, and there is none that is still good. Hand one in with ${at}/ticket.`,
  "secret-unreadable": (_, at) =>
    `The secret was sealed with a key that this deployment no longer has, or none was given. Give it again with ${at}.`,
  "address-refused": (of, at) =>
    `${of} does not know the address that asked (40164, 60020). A Worker has no fixed one: give a proxy that has in proxyOrigin of ${at}, and put the proxy's address on the account's list.`,
  "credential-refused": (of, at) =>
    `${of} says that id and secret do not belong together. Look both up in its console and give them again with ${at}.`,
  "token-refused": (of) =>
    `${of} refused a token that it had just given, and its successor. Something else resets this account's tokens: let it use stable_token too.`,
  "code-refused": (of) =>
    `${of} refused the sign-in's code: it was used before, or is older than five minutes. The reader may try again.`,
  "quota-spent": (of) =>
    `This account has asked ${of} as often as it may. It goes on tomorrow, or in a minute; clear the account's quota in its console if it cannot wait.`,
  refused: (of) =>
    `${of} refused; errcode says why. Look the number up in its documentation: the account may lack a right.`,
  "proxy-refused": () =>
    "What answers at proxyOrigin is not WeChat's API. It has to pass /cgi-bin/ and /sns/ on as they are.",
  "proxy-not-allowed": () =>
    "proxyOrigin is no public https host. Whoever runs this deployment may allow it in ALLOWED_ORIGINS.",
  unavailable: (of) => `${of} is busy or cannot be reached. It is asked again in half a minute.`,
  timeout: (of) =>
    `${of} did not answer within ten seconds. It is asked again in half a minute; a proxy on the mainland is faster.`,
  malformed: (of) =>
    `What came in place of ${of}'s answer cannot be understood. If there is a proxy, it has to pass answers on as they are.`,
};

/** What to do about an account's trouble, in a sentence. */
export function adviceOn(system: OutsideSystem, what: AccountLack | AccountFault): string {
  return advice[what](names[system], `PUT /v1/integrations/${system}`);
}

/** The same as an error. */
export function accountError(system: OutsideSystem, what: AccountLack | AccountFault): AppError {
  return new AppError(`${system}-${what}`, adviceOn(system, what));
}
