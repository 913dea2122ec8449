import type { SentenceOption } from "../../domain/content.ts";
import type { Content } from "../../storage/contents.ts";
import { listOffers } from "../../storage/sentence-offers.ts";
import {
  askedSentences,
  hash32,
  isClean,
  told,
  withOptions,
  wordDifference,
} from "../../variation/text/index.ts";
import { AppError } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";

type Drafted = Pick<Content, "id" | "drafts">;

/** What a model has proposed for the sentences of a content's drafts as they are now, in their order. */
export async function offeredSentences({ scope, workspace }: Scoped, content: Drafted) {
  const rows = await listOffers(scope, content.id);
  if (rows.length === 0) return [];
  return content.drafts.flatMap((source, draft) =>
    askedSentences(source, workspace.brands).flatMap((sentence) => {
      const row = rows.find((one) => one.draft === draft && one.sentence === sentence.id);
      if (row === undefined) return [];
      const { stage, error } = row;
      return [
        {
          draft,
          sentence: sentence.id,
          text: sentence.text,
          stage,
          ...(error === null ? {} : { error: { code: error.code, detail: error.detail } }),
          options: row.options.map((option) => ({
            id: optionId(draft, sentence.id, option.text),
            text: option.text,
            by: option.by,
            failed: option.failed.map(inWords),
            doubts: option.doubts.map(inWords),
            noticed: option.out,
            passes: isClean(option as Parameters<typeof isClean>[0]),
            approved: (sentence.options ?? []).includes(option.text),
            difference: wordDifference(sentence.text, option.text),
          })),
        },
      ];
    }),
  );
}

export type OfferedSentences = Awaited<ReturnType<typeof offeredSentences>>;

/** A finding with a sentence that says what was seen, and names the word. */
function inWords(finding: SentenceOption["failed"][number]) {
  return { ...finding, message: told(finding as Parameters<typeof told>[0]) };
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
    return withOptions(source, askedSentences(source, brands), added);
  });
}
