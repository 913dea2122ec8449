/** What senders wrote themselves and agreed to show: by sentence, where several changed the same one. */
import type { ContentId } from "../../domain/ids.ts";
import { type Content, findContent } from "../../storage/contents.ts";
import { listSharedLines, type OwnLine } from "../../storage/own-lines.ts";
import { listOffers } from "../../storage/sentence-offers.ts";
import { isMasked, normalise, sentencesOf } from "../../variation/text/index.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";

/** A sentence is shown when so many changed it, each way of theirs with it; a line when so many wrote that line. */
const several = 2;
/** The newest rows that are looked through. */
const readLines = 2000;
/** The most contents whose sentences one answer tells of. */
const maxContents = 20;

/** One way in which senders say a sentence, and how many do. */
export interface OwnWay {
  readonly sentenceId: string;
  readonly text: string;
  readonly senders: number;
}

/** The ways of the sentences that several senders changed, those that most wrote first. */
export function recurringEdits(rows: readonly Pick<OwnLine, "senderId" | "edits">[]): OwnWay[] {
  const sentences = new Map<string, { who: Set<string>; ways: Map<string, Way> }>();
  for (const { senderId, edits } of rows) {
    for (const { sentenceId, text } of edits) {
      const sentence = sentences.get(sentenceId) ?? { who: new Set(), ways: new Map() };
      sentences.set(sentenceId, sentence);
      sentence.who.add(senderId);
      addWay(sentence.ways, text, senderId);
    }
  }
  return [...sentences]
    .filter(([, { who }]) => who.size >= several)
    .flatMap(([sentenceId, { ways }]) =>
      [...ways.values()].map(({ text, who }) => ({ sentenceId, text, senders: who.size })),
    )
    .sort((a, b) => b.senders - a.senders);
}

type Way = { text: string; who: Set<string> };

function addWay(ways: Map<string, Way>, text: string, senderId: string): void {
  const way = ways.get(normalise(text)) ?? { text, who: new Set() };
  ways.set(normalise(text), way);
  way.who.add(senderId);
}

/** The edits of a content's senders that may be used as they stand. */
export async function ownWaysOf({ scope }: Scoped, contentId: ContentId): Promise<OwnWay[]> {
  const rows = await listSharedLines(scope, { contentId, limit: readLines });
  return recurringEdits(rows).filter(({ text }) => !isMasked(text));
}

/**
 * What recurs in what senders wrote for the workspace's posts, or for one: their ways of saying its sentences,
 * with what gates say of each, and their lines. Only of senders who agreed, without the names that are known here, and
 * without who wrote what; for head office, since a team of two is no crowd. What is an option already, or was vetoed, is not listed.
 */
export async function listOwnLines(
  caller: Caller,
  { contentId, limit = 50 }: { contentId?: ContentId | undefined; limit?: number | undefined },
) {
  requireScope(caller, "read");
  const rows = await listSharedLines(caller.scope, { contentId, limit: readLines });
  const byContent = Map.groupBy(rows, (row) => row.contentId);
  const changed = [...byContent]
    .map(([id, of]) => ({ id, ways: recurringEdits(of) }))
    .filter(({ ways }) => ways.length > 0)
    .slice(0, maxContents);
  const [vetoes, contents] = await Promise.all([
    listOffers(
      caller.scope,
      changed.map(({ id }) => id),
    ),
    Promise.all(changed.map(({ id }) => findContent(caller.scope, id))),
  ]);
  const edits = changed.flatMap(({ id, ways }, i) => {
    const vetoed = vetoes.filter((row) => row.contentId === id);
    const isVetoed = (way: OwnWay) =>
      vetoed.some((row) => row.sentence === way.sentenceId && row.vetoed.includes(way.text));
    const wanted = ways.filter((way) => !isVetoed(way));
    return waysIn(caller, contents[i] ?? null, wanted);
  });
  const items = [...edits, ...recurringLines(rows)].sort((a, b) => b.senders - a.senders);
  return { items: items.slice(0, limit), nextCursor: null };
}

function waysIn({ workspace }: Scoped, content: Content | null, ways: readonly OwnWay[]) {
  if (content === null) return [];
  const { brands, bannedWords } = workspace;
  return content.drafts.flatMap((source, draft) =>
    sentencesOf(source, { brands, bannedWords }, ways).flatMap((sentence) =>
      sentence.offered.map(({ text, senders, failed, doubts }) => ({
        kind: "edit" as const,
        contentId: content.id,
        draft,
        sentenceId: sentence.id,
        sentence: sentence.text,
        text,
        senders,
        masked: isMasked(text),
        failed,
        doubts,
      })),
    ),
  );
}

/** Lines that several senders wrote, for whatever posts. */
function recurringLines(rows: readonly OwnLine[]) {
  const lines = new Map<string, Way>();
  for (const { shown, senderId } of rows) if (shown) addWay(lines, shown, senderId);
  return [...lines.values()]
    .filter(({ who }) => who.size >= several)
    .map(({ text, who }) => ({
      kind: "line" as const,
      contentId: null,
      draft: null,
      sentenceId: null,
      sentence: null,
      text,
      senders: who.size,
      masked: isMasked(text),
      failed: [],
      doubts: [],
    }));
}
