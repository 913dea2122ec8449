import type { ContentId, JobId } from "../../domain/ids.ts";
import { besideNearest } from "../../variation/text/index.ts";
import { getContent } from "../contents/get-content.ts";
import { listMixes } from "../contents/list-mixes.ts";
import { listSentences } from "../contents/list-sentences.ts";
import { listOwnLines } from "../contents/own-lines.ts";
import { showProposing } from "../contents/show-proposing.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";

export type WorkshopView = Awaited<ReturnType<typeof showWorkshop>>;
export type WorkshopMix = WorkshopView["mixes"][number];

/**
 * A post's captions sentence by sentence, and whole mixes of them, each beside the one most like it; `waitedFor` is the
 * job that somebody had ask the model.
 */
export async function showWorkshop(caller: Caller, id: ContentId, waitedFor: JobId | null) {
  requireScope(caller, "read", "own-team");
  const [{ title }, sentences, { mixes }, own, proposing] = await Promise.all([
    getContent(caller, id),
    listSentences(caller, id),
    listMixes(caller, id),
    ownTeam(caller) === null ? listOwnLines(caller, { contentId: id }) : { items: [] },
    showProposing(caller, id, waitedFor),
  ]);
  const beside = besideNearest(mixes.map(({ text }) => text));
  return {
    id,
    title,
    sentences,
    mixes: mixes.map((mix, at) => ({
      ...mix,
      parts: beside[at]?.parts ?? [],
      nearest: beside[at]?.nearest ?? null,
      neighbours: neighboursOf(mix),
    })),
    /** What several senders wrote before their captions. */
    ownLines: own.items.filter(({ kind }) => kind === "line"),
    proposing,
  };
}

type Mix = Awaited<ReturnType<typeof listMixes>>["mixes"][number];

/**
 * Sentences of a mix that stand beside each other and can be kept apart: what both say at first is the author's
 * own text. `word` is what may read odd between them.
 */
function neighboursOf({ sentences, borders }: Mix) {
  return sentences.slice(1).flatMap((second, at) => {
    const first = sentences[at];
    if (!first || (first.option === 0 && second.option === 0)) return [];
    const word = borders.find((border) => border.first === at)?.word;
    return [{ first: first.wording, second: second.wording, word }];
  });
}
