/** What waits for the sentences of a content: what a model proposed, and what several senders wrote. */
import type { ContentId } from "../../domain/ids.ts";
import type { AuthorLanguage, OfferSource } from "../../domain/vocabulary.ts";
import type { Content } from "../../storage/contents.ts";
import { listOffers, type SentenceOffer } from "../../storage/sentence-offers.ts";
import {
  findingText,
  hash32,
  isClean,
  sentencesOf,
  withMoreOptions,
  wordDifference,
} from "../../variation/text/index.ts";
import { AppError } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { adviceLanguage } from "./capacity-view.ts";
import { ownWaysOf } from "./own-lines.ts";

/** An option that waits for a person. */
export type Waiting = {
  sentenceId: string;
  text: string;
  from: OfferSource;
  /** How many wrote it, where senders did. */
  senders?: number;
  /** Of a model's: whether it was proposed, or written in by the second reading. */
  by?: "proposal" | "reading";
  /** Whether the second reading stumbled over it. */
  out: boolean;
};

/** What is kept for one sentence, whose ever it is. */
export type SentenceRow = Pick<
  SentenceOffer,
  "sentence" | "stage" | "error" | "options" | "vetoed"
>;

/** All that waits for a content's sentences, and the rows that it comes from: those at hand, or those that are kept. */
export async function waitingFor(ctx: Scoped, id: ContentId, atHand?: readonly SentenceRow[]) {
  const [rows, ways] = await Promise.all([
    atHand ?? listOffers(ctx.scope, [id]),
    ownWaysOf(ctx, id),
  ]);
  const waiting = [
    ...ways.map((way): Waiting => ({ ...way, from: "senders", out: false })),
    ...rows.flatMap(proposedIn),
  ];
  const isVetoed = vetoesOf(rows);
  return { rows, waiting: waiting.filter((one) => !isVetoed(one)) };
}

/** Tells whether a person does not want an option of a sentence. */
export function vetoesOf(
  rows: readonly Pick<SentenceRow, "sentence" | "vetoed">[],
): (option: Pick<Waiting, "sentenceId" | "text">) => boolean {
  return ({ sentenceId, text }) =>
    rows.some(({ sentence, vetoed }) => sentence === sentenceId && vetoed.includes(text));
}

function proposedIn({ sentence, options }: SentenceRow): Waiting[] {
  return options.map(
    ({ text, by, out }): Waiting => ({ sentenceId: sentence, text, by, from: "model", out }),
  );
}

type Drafted = Pick<Content, "id" | "drafts" | "language">;

/** What a model has proposed for the sentences of a content's drafts as they are now, in their order. */
export async function offeredSentences(ctx: Scoped, content: Drafted) {
  const { scope, workspace } = ctx;
  const tell = inWords(adviceLanguage(ctx, content.language));
  const rows = await listOffers(scope, [content.id]);
  const isVetoed = vetoesOf(rows);
  const proposed = rows.flatMap(proposedIn).filter((one) => !isVetoed(one));
  if (!rows.some(({ stage }) => stage !== null)) return [];
  const { brands, bannedWords } = workspace;
  return content.drafts.flatMap((source, draft) =>
    sentencesOf(source, { brands, bannedWords }, proposed).flatMap((sentence) => {
      const { id, text, options, offered } = sentence;
      const row = rows.find((one) => one.sentence === id);
      if (row === undefined || row.stage === null) return [];
      const { stage, error } = row;
      return [
        {
          draft,
          sentence: id,
          text,
          stage,
          ...(error === null ? {} : { error: { code: error.code, detail: error.detail } }),
          options: proposed
            .filter((one) => one.sentenceId === id)
            .flatMap(({ text: words, by = "proposal", out }) => {
              const used = options.find((one) => one.text === words);
              const judged = used ?? offered.find((one) => one.text === words);
              if (judged === undefined) return [];
              const { failed, doubts } = judged;
              return [
                {
                  id: optionId(draft, id, words),
                  text: words,
                  by,
                  failed: failed.map(tell),
                  doubts: doubts.map(tell),
                  noticed: out,
                  passes: isClean({ failed, doubts, out }),
                  approved: used !== undefined,
                  difference: wordDifference(text, words),
                },
              ];
            }),
        },
      ];
    }),
  );
}

export type OfferedSentences = Awaited<ReturnType<typeof offeredSentences>>;

/** A finding with a sentence that says what was seen, and names the word. */
function inWords(language: AuthorLanguage) {
  return <Finding extends Parameters<typeof findingText>[0]>(finding: Finding) => ({
    ...finding,
    message: findingText(finding, language),
  });
}

function optionId(draft: number, sentence: string, text: string): string {
  return `o${draft}.${sentence}.${hash32(text).toString(36)}`;
}

/** Whether an id is that of a proposed option, and not of one of the lexicon's. */
export function isOptionId(id: string): boolean {
  return id.startsWith("o");
}

/**
 * The drafts with approved options in their sentences' places: those named, and with `all` those that passed
 * and that nobody stumbled over. Throws `conflict` for an id that is offered no more, `invalid` for an option
 * that failed.
 */
export function withApproved(
  { brands }: { brands: readonly string[] },
  drafts: readonly string[],
  offered: OfferedSentences,
  { ids, all }: { ids: readonly string[]; all: boolean },
): string[] {
  const known = new Map(offered.flatMap(({ options }) => options.map((one) => [one.id, one])));
  const failed = ids.flatMap((id) => {
    const option = known.get(id);
    if (option === undefined) {
      throw new AppError(
        "conflict",
        "The drafts have changed since these options were proposed. Look at them again.",
      );
    }
    const [first] = option.failed;
    return first === undefined
      ? []
      : [{ path: "approve", message: `Option ${id}: ${first.message}.` }];
  });
  if (failed.length > 0) {
    throw new AppError(
      "invalid",
      "An option that failed a gate cannot be approved; errors says by which word. Write it into the draft yourself if you want it all the same.",
      failed,
    );
  }
  return drafts.map((source, draft) => {
    const added = new Map(
      offered
        .filter((one) => one.draft === draft)
        .map(({ sentence, options }) => [
          sentence,
          options
            .filter(
              ({ id, passes, approved }) => !approved && (ids.includes(id) || (all && passes)),
            )
            .map(({ text }) => text),
        ]),
    );
    return withMoreOptions(source, added, { brands });
  });
}
