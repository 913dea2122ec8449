/** Whom a code is of, asked of the account's server; what goes wrong there is noted with the account. */

import type { AccountFault } from "../../domain/account.ts";
import { invisible, isBlank } from "../../domain/invisible.ts";
import { maxNameLength } from "../../domain/left-name.ts";
import type { AccountAnswer, AccountFailure } from "../../integrations/wechat/answer.ts";
import {
  askNickname,
  askReader,
  askWecomReader,
  type WecomReader,
} from "../../integrations/wechat/sign-in.ts";
import { type Account, dropLent, noteFault } from "../../storage/accounts.ts";
import { credentialOf, lentBy } from "../accounts/lent.ts";
import { AppError } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import type { SignInEnd, SignInTrouble } from "./sign-in-view.ts";

/** Somebody by what the system knows them by, or why it is nobody to be kept. */
export type Who =
  | { kind: "nobody"; why: Extract<SignInEnd, "snapshot" | "member"> | SignInTrouble }
  | {
      kind: "somebody";
      /** Each by itself tells that it is they; hashed before anything is kept. */
      ids: readonly string[];
      /** What a contact's external ids have of them. */
      contactKey: string | null;
      /** "" where there is none that can be shown. */
      nickname: string;
    };

export async function askWho(ctx: Scoped, account: Account, code: string): Promise<Who> {
  try {
    return account.system === "wechat"
      ? await askWechat(ctx, account, code)
      : await askWecom(ctx, account, code);
  } catch (error) {
    // What the account lacks, or what came of asking for its token, which is noted where it is asked for.
    if (error instanceof AppError) return { kind: "nobody", why: troubleOf(error.code) };
    throw error;
  }
}

async function askWechat(ctx: Scoped, account: Account, code: string): Promise<Who> {
  const { text: secret, origin } = await credentialOf(ctx, account);
  const official = { appId: account.appId, secret, origin };
  const reader = await askReader(ctx.outside, official, code);
  if (!reader.ok) return await failed(ctx, account, reader);
  if (reader.isSnapshot) return { kind: "nobody", why: "snapshot" };
  const { openId } = reader;
  const somebody = { kind: "somebody", ids: [openId], contactKey: openId } as const;
  const mayAskName = account.signIn === "userinfo" && reader.scope.includes("snsapi_userinfo");
  if (!mayAskName) return { ...somebody, nickname: "" };
  const named = await askNickname(ctx.outside, official, reader);
  if (!named.ok) return await failed(ctx, account, named);
  return { ...somebody, nickname: shownName(named.nickname) };
}

async function askWecom(ctx: Scoped, account: Account, code: string): Promise<Who> {
  const answer = await askByToken(ctx, account, code);
  if (!answer.ok) return await failed(ctx, account, answer);
  const { reader } = answer;
  if (reader.kind === "member") return { kind: "nobody", why: "member" };
  const { openId, externalUserId } = reader;
  const ids = [openId, externalUserId].filter((id) => id !== undefined);
  return { kind: "somebody", ids, contactKey: externalUserId ?? null, nickname: "" };
}

/** With the token at hand and, where WeCom has ended that before its time, once more with a new one. */
async function askByToken(
  ctx: Scoped,
  account: Account,
  code: string,
): Promise<AccountAnswer<{ reader: WecomReader }>> {
  const origin = account.proxyOrigin ?? ctx.outside.wecomOrigin;
  const { value } = await lentBy(ctx, "wecom");
  const answer = await askWecomReader(ctx.outside, { origin, token: value }, code);
  if (answer.ok || answer.fault !== "token-refused") return answer;
  await keep(ctx.scope, [dropLent(ctx.scope, "wecom")]);
  const anew = await lentBy(ctx, "wecom");
  return await askWecomReader(ctx.outside, { origin, token: anew.value }, code);
}

async function failed(
  { scope, now, log }: Scoped,
  { system }: Account,
  failure: AccountFailure,
): Promise<Who> {
  const { fault } = failure;
  const errcode = failure.errcode ?? null;
  // A code that is too old is its reader's affair, and no fault of the account.
  if (fault !== "code-refused") {
    await keep(scope, [noteFault(scope, system, { fault, errcode, at: now() })]);
    log.warn("sign-in-refused", { workspace: scope.workspaceId, system, fault, errcode });
  }
  return { kind: "nobody", why: troubleOf(`${system}-${fault}`) };
}

const troubles: Partial<Record<AccountFault, SignInTrouble>> = {
  "code-refused": "code",
  "quota-spent": "quota",
  timeout: "no-answer",
  unavailable: "no-answer",
};

/** What a reader is told of a code of `account-error.ts`, or of somebody else's asking for the same token. */
function troubleOf(code: string): SignInTrouble {
  if (code === "unavailable") return "no-answer";
  return troubles[code.replace(/^we(?:chat|com)-/, "") as AccountFault] ?? "account";
}

/** What WeChat calls people who have no name there any more. */
const nobodysName = "微信用户";

/** A nickname as it may stand beside what somebody read; "" where nothing of it can be shown. */
function shownName(nickname: string): string {
  const name = nickname.normalize("NFC").trim();
  if (name === nobodysName || isBlank(name) || invisible.test(name)) return "";
  return name.length > maxNameLength ? "" : name;
}
