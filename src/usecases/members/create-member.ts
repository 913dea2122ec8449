import type { MemberId } from "../../domain/ids.ts";
import type { Role } from "../../domain/vocabulary.ts";
import { createMember as add } from "../../storage/members.ts";
import { newId } from "../../storage/new-id.ts";
import { invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { rfc3339 } from "../time.ts";
import { makeLink } from "./member-link.ts";
import { viewMember } from "./member-view.ts";

export type NewMember = { name: string; role: Role; team?: string | null | undefined };

/**
 * Lets somebody work in the console, and gives them the link by which they come in first. Throws `invalid`
 * for a lead of no team.
 */
export async function createMember(caller: Caller, { name, role, team }: NewMember) {
  requireScope(caller, "admin");
  if (role === "team-lead" && !team) {
    throw invalidField("team", "Name the team that this person leads.");
  }
  const id = newId<MemberId>(caller.scope.shard);
  const { url, linkHash, linkUntil } = await makeLink(caller, id);
  const row = {
    id,
    workspaceId: caller.scope.workspaceId,
    name,
    role,
    team: role === "team-lead" ? (team ?? null) : null,
    epoch: 0,
    linkHash,
    linkUntil,
    createdAt: caller.now(),
    endedAt: null,
  };
  return await write(caller, {
    statements: [add(caller.scope, row)],
    outcome: "created",
    answer: { ...viewMember(row), signInUrl: url, signInUntil: rfc3339(linkUntil) },
    recorded: "secret",
    audit: { verb: "member.create", subject: id },
  });
}
