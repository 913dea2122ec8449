/** Accounts of outside systems that a workspace has, and what can be wrong with them. */
import type { App, OutsideSystem, SignIn } from "./vocabulary.ts";

/** What came of asking an account's server, other than what was asked for. */
export const accountFaults = [
  /** The address that asked is not on the account's list: 40164, 60020. */
  "address-refused",
  /** Id and secret do not belong together: 40001 of a token's call, 40013, 40125. */
  "credential-refused",
  /** A token that was good a moment ago is not: 40001, 40014, 42001. */
  "token-refused",
  /** The code of a sign-in was used or is too old: 40029, 40163. */
  "code-refused",
  /** As often as the account may ask today, or this minute: 45009, 45011. */
  "quota-spent",
  /** Any other number. */
  "refused",
  "proxy-refused",
  /** The proxy is no public https host, and the deployer allows no other. */
  "proxy-not-allowed",
  "unavailable",
  "timeout",
  "malformed",
] as const;
export type AccountFault = (typeof accountFaults)[number];

/** What a reader's page has to know of its workspace's account; nothing of it is a secret. */
export type PageAccount = {
  /** The official account's, or the company's. */
  appId: string;
  /** Whether readers may say with it who they are; a page that was kept by an earlier version may not know. */
  signIn?: SignIn;
};

/** By system; a workspace without accounts has none. */
export type PageAccounts = Partial<Record<OutsideSystem, PageAccount>>;

const isOn = (account: PageAccount | undefined) => (account?.signIn ?? "off") !== "off";

/** True where readers may say who they are with some account. */
export function hasSignIn({ wechat, wecom }: PageAccounts): boolean {
  return isOn(wechat) || isOn(wecom);
}

/**
 * With which account a reader may say who they are in an app, if any. Customers read in WeChat: there the official
 * account knows them or, where it does not ask, the company's app, whose page WeChat shows too.
 */
export function signInWithin(app: App, { wechat, wecom }: PageAccounts): OutsideSystem | null {
  if (app === "wechat" && isOn(wechat)) return "wechat";
  return (app === "wechat" || app === "wecom") && isOn(wecom) ? "wecom" : null;
}
