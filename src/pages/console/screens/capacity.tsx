/** How many people the captions serve, as they are and with a way of saying it that is being typed. */
import type { WorkshopView } from "../../../usecases/console/show-workshop.ts";
import type { WeighedOption } from "../../../usecases/console/weigh-option.ts";
import type { Language } from "../../shell/language.ts";
import { Enough } from "../ui/enough.tsx";
import type { Desk } from "../ui/frame.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";

type Whole = { desk: Desk; view: WorkshopView; words: Words<"workshop"> };
type Sentence = WorkshopView["sentences"]["drafts"][number]["sentences"][number];
type Option = Sentence["options"][number];

/** A way of saying a sentence that was tried and not kept. */
export type Trial = WeighedOption & { sentenceId: string };

/** How many people the captions serve; with a script it follows what is typed, without one it is asked by a button. */
export function Capacity({ desk, view, trial, words }: Whole & { trial: Trial | null }) {
  return (
    <section class="card capacity" aria-label={words.capacity}>
      <div aria-live="polite" data-capacity={`/console/posts/${view.id}/weigh`}>
        {trial ? (
          <OptionWeighed weighed={trial} language={desk.language} />
        ) : (
          <form method="post" action={`/console/posts/${view.id}/weigh`}>
            <input type="hidden" name="token" value={desk.tokens.words ?? ""} />
            <button type="submit" class="button">
              {words.weigh}
            </button>
          </form>
        )}
      </div>
    </section>
  );
}

/** The meter alone: the piece that a page's script puts in its place. */
export function renderOptionWeighed(language: Language, weighed: WeighedOption): string {
  return String(<OptionWeighed weighed={weighed} language={language} />);
}

function OptionWeighed(props: { weighed: WeighedOption; language: Language }) {
  const { weighed, language } = props;
  const words = wordsOf("workshop", language);
  const { text, refused, seats, served, capacity } = weighed;
  const before = text === "" || refused.length > 0 ? "" : words.would;
  const wordings = `${capacity.company}${capacity.atLeast ? "+" : ""}`;
  return (
    <>
      <Enough language={language} counted={{ seats, served }} before={before} />
      <p class="quiet">{fill(words.supply, { company: wordings, team: capacity.team })}</p>
      {refused.length > 0 ? (
        <p class="error">
          {words.failed}: {findingsOf(refused, words)}
        </p>
      ) : null}
    </>
  );
}

/** What keeps an option from being used, or should be read again, in words. */
export function findingsOf(
  findings: Option["failed"] | Option["doubts"],
  words: Words<"workshop">,
) {
  return findings
    .map(({ kind, word, instead = "" }) => fill(words[`finding-${kind}`], { word, instead }))
    .join(" · ");
}
