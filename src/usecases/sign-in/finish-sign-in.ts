import type { Landing } from "../../domain/landing.ts";
import { findAccount } from "../../storage/accounts.ts";
import { findContactByExternalIds, keepSaid } from "../../storage/contacts.ts";
import {
  findViewer,
  namedLater,
  nameViewer,
  type Viewer,
  viewersAsRead,
} from "../../storage/viewers.ts";
import { type Caller, type Context, enterWorkspace } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { type Guard, write } from "../kernel/write.ts";
import { nameLeftName } from "../open/named-visit.ts";
import type { ReaderSigns } from "../open/reader-identity.ts";
import { rememberedAs } from "../open/remembered.ts";
import { nameVouched } from "../viewers/identify-viewer.ts";
import { privacyUrl } from "../viewers/privacy-token.ts";
import { askWho, type Who } from "./ask-who.ts";
import { endOf } from "./begin-sign-in.ts";
import { knowAgain, SignInOver, stillUnderWay } from "./know-again.ts";
import { codeOfState, readState, type SignIn, signInCookie } from "./sign-in-state.ts";
import type { SignInResult } from "./sign-in-view.ts";

export type FinishInput = ReaderSigns & {
  state: string;
  /** Undefined where WeChat came back without one. */
  code: string | undefined;
};

type NotKept = Extract<SignInResult, { kind: "not-kept" }>;

/**
 * A reader is back from WeChat or WeCom: their code is exchanged for what they are known by there. Nothing is kept of who
 * has not agreed, by words that told of this, or not any more; of a snapshot's made-up user; of the company's own people.
 * Null where nobody can say to which page it belongs.
 */
export async function finishSignIn(ctx: Context, input: FinishInput): Promise<SignInResult | null> {
  const landing = await ctx.links.landing(codeOfState(input.state));
  if (!landing) return null;
  const page = {
    code: landing.code,
    senderName: landing.senderName,
    workspaceName: landing.workspaceName,
  };
  const not = (why: NotKept["why"]): NotKept => ({ kind: "not-kept", why, ...page });
  const end = endOf(landing, input);
  if (end) return not(end);
  const signIn = await signInOf(ctx, landing, input);
  if (!signIn) return not("stale");
  if (!input.code) return not("declined");
  const caller = await enterWorkspace(ctx, signIn.workspaceId, { kind: "reader" });
  const account = await findAccount(caller.scope, signIn.system);
  if (!account || account.signIn === "off") return not("off");
  const who = await askWho(caller, account, input.code);
  if (who.kind === "nobody") return not(who.why);
  try {
    const underWay = await stillUnderWay(caller, signIn.viewerId, account);
    const { system, appId } = account;
    await knowAgain(caller, signIn.viewerId, { system, appId, ids: who.ids, underWay });
    const named = await repeat(caller, () => nameBy(caller, { who, signIn, landing, underWay }));
    const id = { id: named.id, workspaceId: signIn.workspaceId };
    const { nickname, isKnown } = named;
    return { kind: "kept", nickname, isKnown, privacyUrl: await privacyUrl(caller, id), ...page };
  } catch (error) {
    if (error instanceof SignInOver) return not(error.why);
    throw error;
  }
}

/** The sign-in that this browser began of this link, as long as it is remembered as the same reader. */
async function signInOf(ctx: Context, landing: Landing, input: FinishInput) {
  const { code, workspaceId } = landing;
  const signIn = await readState(ctx, { cookie: input.cookie(signInCookie), state: input.state });
  if (signIn?.code !== code || signIn.workspaceId !== workspaceId) return null;
  const viewer = await rememberedAs(ctx, workspaceId, input);
  return viewer?.coversSignIn && viewer.id === signIn.viewerId ? signIn : null;
}

type Named = { id: Viewer["id"]; nickname: string | null; isKnown: boolean };

/**
 * Who they are by that: for certain the contact that has their outside id; else probably somebody of their nickname, as
 * long as nobody has called them anything else.
 */
async function nameBy(
  caller: Caller,
  of: {
    who: Extract<Who, { kind: "somebody" }>;
    signIn: SignIn;
    landing: Landing;
    underWay: readonly Guard[];
  },
): Promise<Named> {
  const { who, signIn, landing, underWay } = of;
  const { system } = signIn;
  const viewer = await findViewer(caller.scope, signIn.viewerId);
  if (!viewer) throw new SignInOver("stale");
  if (viewer.certainty === "confirmed") return { id: viewer.id, nickname: null, isKnown: true };
  const contactId =
    who.contactKey === null
      ? null
      : await findContactByExternalIds(caller.scope, { [system]: who.contactKey });
  if (contactId) {
    const id = await nameVouched(caller, viewer.id, { contactId, by: system, guards: underWay });
    return { id, nickname: null, isKnown: true };
  }
  const isFree = viewer.contactId === null ? viewer.namedBy === null : viewer.namedBy === "wechat";
  if (who.nickname === "" || !isFree) return { id: viewer.id, nickname: null, isKnown: false };
  await nameByNickname(caller, viewer, { landing, name: who.nickname, underWay });
  return { id: viewer.id, nickname: who.nickname, isKnown: false };
}

/** Their own word, as if they had typed it: their sender may confirm it, and it goes with them. */
async function nameByNickname(
  caller: Caller,
  viewer: Viewer,
  of: { landing: Landing; name: string; underWay: readonly Guard[] },
): Promise<void> {
  const { scope } = caller;
  const { name, underWay } = of;
  const { senderId } = of.landing;
  const now = caller.now();
  const contactId = await nameLeftName(caller, viewer.id);
  const namedAt = namedLater(viewer, now);
  await write(caller, {
    statements: [
      keepSaid(scope, {
        ...{ id: contactId, senderId, name, attributes: {}, createdAt: now, saidBy: viewer.id },
        ...{ externalIds: {}, stage: null, notes: null },
      }),
      nameViewer(scope, viewer.id, {
        contactId,
        certainty: "probable",
        namedBy: "wechat",
        namedAt,
      }),
    ],
    guards: [...underWay, { condition: viewersAsRead(scope, [viewer]), error: () => new Raced() }],
    outcome: "done",
    answer: undefined,
    audit: { verb: "viewer.name", subject: viewer.id },
  });
}
