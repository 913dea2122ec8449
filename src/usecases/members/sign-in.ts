import { linkUnused, useLink } from "../../storage/members.ts";
import { AppError } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { signSession } from "../sessions/console-session.ts";
import { openLink } from "./member-link.ts";

/** True where a sign-in link would let somebody in. Looking uses nothing up: chats look at links, too. */
export async function mayComeIn(ctx: Context, token: string): Promise<boolean> {
  return (await openLink(ctx, token)) !== null;
}

/**
 * Lets a member in and uses their link up; returns the session's cookie. Throws `unauthenticated` where the
 * link was used, is too old or none of ours: of two who use it at once, one gets in.
 */
export async function signInByLink(ctx: Context, token: string): Promise<string> {
  const opened = await openLink(ctx, token);
  if (!opened) throw linkOver();
  const { scope, member, linkHash } = opened;
  const actor = { kind: "console", id: member.id, scopes: [], team: null } as const;
  await write(
    { scope, actor, now: ctx.now },
    {
      statements: [useLink(scope, member.id)],
      guards: [{ condition: linkUnused(scope, member.id, linkHash), error: linkOver }],
      outcome: "done",
      answer: undefined,
      audit: { verb: "member.sign-in", subject: member.id },
    },
  );
  const { id, workspaceId, epoch } = member;
  return await signSession(ctx, { kind: "m", id, workspaceId, epoch });
}

function linkOver(): AppError {
  return new AppError(
    "unauthenticated",
    "A sign-in link works once, for a day. Ask for a new one: npm start prints it, and so does the console under Members.",
  );
}
