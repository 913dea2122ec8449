import type { SenderId } from "../../domain/ids.ts";
import { listCopies } from "../../storage/assignments.ts";
import { senderFigures } from "../../storage/console.ts";
import { findContent, listShared } from "../../storage/contents.ts";
import { opensOfContent } from "../../storage/kit-opens.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { listSenders } from "../senders/list-senders.ts";
import { rfc3339, rfc3339OrNull } from "../time.ts";

const perQuery = 200;
/** As many as a screen lists; the API pages through more. */
const mostPeople = 2000;

export type PeopleView = Awaited<ReturnType<typeof showPeople>>;
export type Person = PeopleView["people"][number];

/** All senders, each with what they did about the newest post, and what came of what they shared. */
export async function showPeople(caller: Caller, team: string | undefined) {
  requireScope(caller, "read", "own-team");
  const [senders, figures, newest] = await Promise.all([
    allSenders(caller, team),
    senderFigures(caller.scope),
    newestPost(caller),
  ]);
  const known = new Map(figures.map((line) => [line.id, line]));
  return {
    timezone: caller.workspace.timezone,
    now: rfc3339(caller.now()),
    /** The post that `state` speaks of; null where nothing is shared. */
    newest: newest && { id: newest.id, title: newest.title },
    people: senders.map((sender) => {
      const line = known.get(sender.id);
      return {
        ...sender,
        state: newest?.states.get(sender.id) ?? ("not-opened" as const),
        copiedAt: rfc3339OrNull(line?.copiedAt ?? null),
        reads: line?.reads ?? 0,
      };
    }),
  };
}

/** All senders of a team, or of all teams, the newest seat first. */
export async function allSenders(caller: Caller, team: string | undefined) {
  requireScope(caller, "read", "own-team");
  const all: Awaited<ReturnType<typeof listSenders>>["items"] = [];
  let cursor: string | undefined;
  do {
    const page = await listSenders(caller, { limit: perQuery, cursor, team });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && all.length < mostPeople);
  return all;
}

type State = "opened" | "copied" | "edited";

async function newestPost({ scope }: Scoped) {
  const [newest] = await listShared(scope, 1);
  const content = newest && (await findContent(scope, newest.id));
  if (!newest || !content) return null;
  const [copies, opens] = await Promise.all([
    listCopies(scope, newest.id, content.publishedVersion ?? 0),
    opensOfContent(scope, newest.id),
  ]);
  const states = new Map<SenderId, State>([
    ...opens.map(({ senderId }): [SenderId, State] => [senderId, "opened"]),
    ...copies.map(({ senderId, edited }): [SenderId, State] => [
      senderId,
      edited ? "edited" : "copied",
    ]),
  ]);
  return { ...newest, states };
}
