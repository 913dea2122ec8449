import type { MemberId } from "../../domain/ids.ts";
import { findMember, keepLink } from "../../storage/members.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { rfc3339 } from "../time.ts";
import { makeLink } from "./member-link.ts";

/** Gives a member a new sign-in link; an older one that was not used works no more. */
export async function renewLink(caller: Caller, id: MemberId) {
  requireScope(caller, "admin");
  found(await findMember(caller.scope, id), "member");
  const { url, ...kept } = await makeLink(caller, id);
  return await write(caller, {
    statements: [keepLink(caller.scope, id, kept)],
    outcome: "created",
    answer: { signInUrl: url, signInUntil: rfc3339(kept.linkUntil) },
    recorded: "secret",
    audit: { verb: "member.link", subject: id },
  });
}
