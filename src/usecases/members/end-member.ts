import type { MemberId } from "../../domain/ids.ts";
import { findMember, endMember as remove } from "../../storage/members.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";

/** Ends somebody's work in the console: their sessions and their link at once. */
export async function endMember(caller: Caller, id: MemberId) {
  requireScope(caller, "admin");
  found(await findMember(caller.scope, id), "member");
  return await write(caller, {
    statements: [remove(caller.scope, id, caller.now())],
    outcome: "done",
    answer: undefined,
    audit: { verb: "member.end", subject: id },
  });
}
