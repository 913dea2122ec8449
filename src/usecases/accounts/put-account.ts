import { instant } from "../../domain/units.ts";
import type { OutsideSystem, SignIn, TicketMode } from "../../domain/vocabulary.ts";
import {
  findAccount,
  listProofs,
  putAccount as put,
  putProofs,
  removeAccount as remove,
} from "../../storage/accounts.ts";
import { dropOutsideIdsOf } from "../../storage/outside-ids.ts";
import { invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { viewAccount } from "./account-view.ts";
import { sealFor } from "./secret.ts";

export type AccountSettings = {
  appId: string;
  agentId?: string | null | undefined;
  /** The one that is there stays where none is given. */
  secret?: string | undefined;
  ticketMode?: TicketMode | undefined;
  proxyOrigin?: string | null | undefined;
  /** Whether readers may say with it who they are. */
  signIn?: SignIn | undefined;
  /** Those that are there stay where none are given. */
  proofs?: readonly { name: string; content?: string | undefined }[] | undefined;
};

/**
 * Puts an account's settings. The secret goes in and never comes out again. Throws `invalid` where a part is missing
 * or the proxy may not be asked.
 */
export async function putAccount(caller: Caller, system: OutsideSystem, input: AccountSettings) {
  requireScope(caller, "admin");
  const { scope } = caller;
  const place = { workspaceId: scope.workspaceId, system };
  const [before, keptProofs] = await Promise.all([
    findAccount(scope, system),
    listProofs(scope, system),
  ]);
  const { appId, agentId = null, ticketMode = "fetched", signIn = "off" } = input;
  const proxyOrigin = input.proxyOrigin ? originOf(caller, input.proxyOrigin) : null;
  if (ticketMode === "proxied" && proxyOrigin === null) {
    throw invalidField("proxyOrigin", "Give the proxy's address, such as https://wx.example.com.");
  }
  const kept = before?.appId === appId ? before.secret : null;
  const secret =
    input.secret === undefined ? kept : await sealFor(caller, place, "secret", input.secret);
  // A reader's code is exchanged with the secret, whoever asks for tickets.
  const isNeeded = system === "wecom" || ticketMode !== "pushed" || signIn !== "off";
  if (secret === null && isNeeded) {
    const field = system === "wechat" ? "appSecret" : "secret";
    throw invalidField(field, "Give the secret of this account; the one of another does not fit.");
  }
  const now = caller.now();
  const settings = { system, appId, agentId, secret, ticketMode, proxyOrigin, signIn };
  const proofs = input.proofs?.map(({ name, content }) => ({
    name,
    content: content ?? contentOf(name),
  }));
  return await write(caller, {
    statements: [
      put(scope, { ...settings, updatedAt: now }),
      // Another account knows the same people by other ids.
      ...(before && before.appId !== appId ? [dropOutsideIdsOf(scope, system)] : []),
      ...(proofs === undefined ? [] : putProofs(scope, system, proofs)),
    ],
    outcome: "done",
    answer: viewAccount(
      caller,
      system,
      { ...place, ...settings, ...nothingLent, updatedAt: now },
      proofs ?? keptProofs,
    ),
    audit: { verb: "account.put", subject: system },
  });
}

const nothingLent = {
  lent: null,
  lentAt: null,
  lentUntil: null,
  lease: null,
  leaseUntil: instant(0),
  fault: null,
  errcode: null,
  faultAt: null,
};

/** Takes an account out of the workspace, with its secret, its ticket, its proofs and what it knew readers by. */
export async function removeAccount(caller: Caller, system: OutsideSystem) {
  requireScope(caller, "admin");
  return await write(caller, {
    statements: [...remove(caller.scope, system), dropOutsideIdsOf(caller.scope, system)],
    outcome: "done",
    answer: undefined,
    audit: { verb: "account.remove", subject: system },
  });
}

/** "https://host" of a proxy that may be asked. Throws `invalid`. */
function originOf({ outside }: Caller, text: string): string {
  const url = URL.parse(text);
  if (url && url.href === `${url.origin}/` && outside.mayAsk(url.href)) return url.origin;
  throw invalidField(
    "proxyOrigin",
    "Use the https address of a public host with nothing behind it, such as https://wx.example.com. Whoever runs this deployment may allow another in ALLOWED_ORIGINS.",
  );
}

/** WeChat and WeCom put into the file what its name says behind the second underscore. */
const contentOf = (name: string) => name.replace(/^.._verify_/, "").replace(/\.txt$/, "");
