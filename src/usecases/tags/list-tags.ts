import { tagWords } from "../../insight/tags/explain.ts";
import { scoresAt } from "../../insight/tags/score.ts";
import { countTags, listTagged, readAwards } from "../../storage/tag-awards.ts";
import { noteLook } from "../audit/note-look.ts";
import { namesInSight } from "../in-sight.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { clockIn } from "../readers/clock.ts";
import { namesOf } from "../readers/names.ts";
import { ruleVersions } from "./rule-versions.ts";
import { entryOf } from "./score-viewers.ts";
import { contentsOfEntries, viewTag } from "./tag-view.ts";

const mostTags = 200;

/** The tags that viewers have been given, those that most have first. */
export async function listTags(caller: Caller) {
  requireScope(caller, "read");
  const tags = await countTags(caller.scope, mostTags);
  return { items: tags.map(({ tag, viewers }) => ({ tag, name: tagWords(tag), viewers })) };
}

/**
 * Viewers with a tag, in order of id, each with the score and why. One whose points are taken back or have
 * faded to nothing is left out, so that a page may be shorter than asked for.
 */
export async function listTaggedViewers(
  caller: Caller,
  { tag, limit, cursor = "" }: { tag: string; limit: number; cursor?: string | undefined },
) {
  requireScope(caller, "read");
  const { scope, workspace } = caller;
  const ids = await listTagged(scope, tag, cursor, limit + 1);
  const shown = ids.slice(0, limit);
  const [awards, rules, contacts] = await Promise.all([
    readAwards(scope, shown),
    ruleVersions(scope),
    namesInSight(caller, shown),
  ]);
  const now = { at: caller.now(), clock: clockIn(workspace.timezone) };
  const ofTag = awards.filter((award) => award.tag === tag);
  const names = await namesOf(scope, contentsOfEntries(ofTag.map(entryOf)));
  const items = shown.flatMap((viewerId) => {
    const entries = ofTag.filter((award) => award.viewerId === viewerId).map(entryOf);
    const [score] = scoresAt(entries, rules, { at: now.at });
    if (!score || score.score === 0) return [];
    const contact = contacts.get(viewerId) ?? null;
    return [{ viewerId, contact, ...viewTag(score, names, now) }];
  });
  // Of all tags alike: what a tag is called says what somebody is taken to care for, and stays out of here.
  await noteLook(
    caller,
    { verb: "tag.list", subject: scope.workspaceId },
    items.map(({ viewerId }) => viewerId),
  );
  return { items, nextCursor: ids.length > limit ? (shown.at(-1) ?? null) : null };
}
