/** Who asks. Every verb is told, checks it first, and the audit keeps it. */

import type { ApiKeyId, JobId, SenderId } from "../../domain/ids.ts";
import type { ApiScope } from "../../domain/vocabulary.ts";
import { AppError } from "../errors.ts";

export type Actor =
  | { kind: "api-key"; id: ApiKeyId; scopes: readonly ApiScope[] }
  /** A sender, by the kit that they alone can open. */
  | { kind: "kit"; id: SenderId }
  /** A member of head office or a team's lead, signed in. */
  | { kind: "console"; id: string; scopes: readonly ApiScope[]; team: string | null }
  /** Whoever runs the deployment and knows its admin secret. */
  | { kind: "operator" }
  | { kind: "job"; id: JobId }
  | { kind: "clock" }
  /** Anybody who opens a shared page. */
  | { kind: "reader" };

type Asking = { actor: Actor };

/** True where an actor may do what a scope allows. A job acts for whoever queued it. */
export function mayDo({ actor }: Asking, scope: ApiScope): boolean {
  if (actor.kind === "job") return true;
  return "scopes" in actor && actor.scopes.includes(scope);
}

/** The team that a lead leads, who sees no other; null for who sees the whole workspace. */
export function ownTeam({ actor }: Asking): string | null {
  return actor.kind === "console" ? actor.team : null;
}

/**
 * Lets an actor through who may do what a scope allows. A verb's first line, so that whatever calls it – a
 * route, a console, a tool – is checked. Throws `forbidden`.
 *
 * @param shows whom its answer may speak of. A team's lead passes only where it is "own-team": then the verb itself
 *   leaves out who is not of `ownTeam`, or speaks of nobody.
 */
export function requireScope(
  asking: Asking,
  scope: ApiScope,
  shows: "all-teams" | "own-team" = "all-teams",
): void {
  if (mayDo(asking, scope)) {
    if (shows === "own-team" || ownTeam(asking) === null) return;
    throw new AppError("forbidden", "This shows people of all teams. Ask head office for it.");
  }
  throw new AppError("forbidden", `This call needs an API key with the scope "${scope}".`);
}

/** Lets only whoever runs the deployment through. Throws `forbidden`. */
export function requireOperator({ actor }: Asking): void {
  if (actor.kind === "operator") return;
  throw new AppError("forbidden", "Only the deployment's operator may do this.");
}

/** The sender whose kit asks. Throws `forbidden` for anybody else. */
export function requireKit({ actor }: Asking): SenderId {
  if (actor.kind === "kit") return actor.id;
  throw new AppError("forbidden", "Only a sender's own kit may do this.");
}

/** Lets only a reader through who asks for themselves. Throws `forbidden`. */
export function requireReader({ actor }: Asking): void {
  if (actor.kind === "reader") return;
  throw new AppError("forbidden", "Only the reader whom this is about may do this.");
}

/** The actor as the audit keeps it: a kind, and an id where there is one. */
export function nameActor(actor: Actor): { actorKind: Actor["kind"]; actorId: string | null } {
  return { actorKind: actor.kind, actorId: "id" in actor ? actor.id : null };
}
