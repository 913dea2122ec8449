/** Keeps what an outside system knows a viewer by, as hashes, and finds whom it has known by the same before. */
import { toBase64Url } from "../../domain/encoding.ts";
import type { ViewerId } from "../../domain/ids.ts";
import type { OutsideSystem } from "../../domain/vocabulary.ts";
import { type Account, accountAsksSo } from "../../storage/accounts.ts";
import {
  findByOutsideIds,
  keepOutsideIds,
  knownByNoOther,
  outsideIdsAsRead,
} from "../../storage/outside-ids.ts";
import { stillRemembered } from "../../storage/tombstones.ts";
import { addViewer, findViewer, type Viewer } from "../../storage/viewers.ts";
import { AppError } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { type Guard, keep, write } from "../kernel/write.ts";
import { uniteVouched } from "../viewers/merge-viewers.ts";
import { tombstonesOf } from "../viewers/tombstone.ts";
import type { SignInEnd } from "./sign-in-view.ts";

/** 144 bits as 24 characters. */
const hashBytes = 18;

/** By what account an id is somebody's: the same person has another id with each. */
export type KnownTo = { system: OutsideSystem; appId: string };

/** The keyed hash of an outside id, of one workspace and account alone. */
async function hashOf(
  { keys, scope }: Scoped,
  { system, appId }: KnownTo,
  id: string,
): Promise<string> {
  const named = [scope.workspaceId, system, appId, id].join("\n");
  const mac = await keys.lastingMac("outside-id", named);
  return toBase64Url(mac.subarray(0, hashBytes));
}

/** What was so when the sign-in began is so no more. */
export class SignInOver extends AppError {
  readonly why: SignInEnd;
  constructor(why: SignInEnd) {
    super("forbidden", "This sign-in is over.");
    this.why = why;
  }
}

/**
 * What has to hold of a sign-in whenever something of it is written, since WeChat may take its time to answer: the
 * reader was neither erased nor has withdrawn, and the account asks for it still. Each throws SignInOver.
 */
export async function stillUnderWay(
  { keys, scope }: Pick<Scoped, "keys" | "scope">,
  viewerId: ViewerId,
  account: Account,
): Promise<Guard[]> {
  const mark = (await tombstonesOf({ keys }, [viewerId])).get(viewerId) ?? "";
  return [
    {
      condition: stillRemembered(scope, viewerId, mark),
      error: () => new SignInOver("stale"),
    },
    { condition: accountAsksSo(scope, account), error: () => new SignInOver("off") },
  ];
}

/**
 * A viewer is from now on known by some outside ids. Whoever was known by one of them in this workspace is the same
 * person: the two become one, which can be undone for a day. Who is known by another id there is somebody else. Gives the
 * viewer that they are now. Throws SignInOver.
 *
 * @param underWay - of {@link stillUnderWay}
 */
export async function knowAgain(
  caller: Scoped,
  viewerId: ViewerId,
  { ids, underWay, ...knownTo }: KnownTo & { ids: readonly string[]; underWay: readonly Guard[] },
): Promise<Viewer> {
  const { scope } = caller;
  const { system } = knownTo;
  const hashes = await Promise.all(ids.map((id) => hashOf(caller, knownTo, id)));
  // The answer to the notice may still be on its way to the table.
  await keep(scope, [addViewer(scope, viewerId, caller.now())], underWay);
  const guards = [
    ...underWay,
    {
      condition: knownByNoOther(scope, viewerId, { system, hashes }),
      error: () => new SignInOver("other"),
    },
  ];
  return await repeat(caller, async () => {
    const { viewer, apart } = await united(caller, viewerId, { hashes, guards });
    await write(caller, {
      // Theirs whoever they are one with: that may be undone.
      statements: [keepOutsideIds(scope, viewerId, { system, hashes, at: caller.now() })],
      guards: [
        ...guards,
        {
          condition: outsideIdsAsRead(scope, hashes, [viewer.id, ...apart]),
          error: () => new Raced(),
        },
      ],
      outcome: "done",
      answer: undefined,
      audit: { verb: "viewer.sign-in", subject: viewer.id },
    });
    return viewer;
  });
}

type Uniting = { hashes: readonly string[]; guards: readonly Guard[] };

/** A viewer, once all are one with them who are known by some hashes; apart from who is certainly somebody else. */
async function united(caller: Scoped, viewerId: ViewerId, { hashes, guards }: Uniting) {
  const apart: ViewerId[] = [];
  let viewer = await readViewer(caller, viewerId);
  for (const id of await findByOutsideIds(caller.scope, hashes)) {
    if (id === viewer.id) continue;
    const intent = uniteVouched(caller, viewer, await readViewer(caller, id));
    if (intent) await write(caller, { ...intent, guards: [...guards, ...intent.guards] });
    else apart.push(id);
    viewer = await readViewer(caller, viewerId);
  }
  return { viewer, apart };
}

async function readViewer({ scope }: Scoped, id: ViewerId): Promise<Viewer> {
  const viewer = await findViewer(scope, id);
  if (!viewer) throw new Raced();
  return viewer;
}
