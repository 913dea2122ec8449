import type { WorkshopView } from "../../../usecases/console/show-workshop.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Card } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { wordsOf } from "../words/index.ts";
import { Capacity, type Trial } from "./capacity.tsx";
import { KeptApart, OneMix } from "./mixes.tsx";
import { PostTabs, postHead } from "./post-tabs.tsx";
import { Proposals } from "./proposals.tsx";
import { OneSentence } from "./sentence.tsx";

/** A post's captions sentence by sentence, with what each may say instead, and whole mixes to read. */
export function renderWorkshop(desk: Desk, view: WorkshopView, trial: Trial | null): string {
  const words = wordsOf("workshop", desk.language);
  const { id, title, sentences, mixes, ownLines, proposing } = view;
  return renderScreen({
    desk,
    title,
    at: "posts",
    ...postHead(desk),
    children: (
      <>
        <PostTabs desk={desk} id={id} on="words" />
        <p class="quiet">{words.lead}</p>
        <Capacity desk={desk} view={view} trial={trial} words={words} />
        <Proposals desk={desk} id={id} sentences={sentences} proposing={proposing} words={words} />
        {sentences.drafts.map(({ draft, sentences: of }) => (
          <Card title={fill(words.caption, { n: draft + 1 })}>
            <ol class="sentences">
              {of.map((sentence) => (
                <li>
                  <OneSentence
                    desk={desk}
                    view={view}
                    sentence={sentence}
                    words={words}
                    draft={draft}
                    tried={trial?.sentenceId === sentence.id ? trial.text : ""}
                  />
                </li>
              ))}
            </ol>
          </Card>
        ))}
        {ownLines.length > 0 ? (
          <Card title={words.ownLines}>
            <p class="quiet">{words.ownLinesLead}</p>
            <ul class="lines">
              {ownLines.map(({ text, senders }) => (
                <li>{fill(words.ownLine, { text, n: senders })}</li>
              ))}
            </ul>
          </Card>
        ) : null}
        <KeptApart desk={desk} view={view} words={words} />
        {mixes.length > 0 ? (
          <Card title={words.mixes} id="mixes">
            <p class="quiet">{words.mixesLead}</p>
            <ol class="samples">
              {mixes.map((mix, at) => (
                <li>
                  <OneMix desk={desk} view={view} mix={mix} number={at + 1} words={words} />
                </li>
              ))}
            </ol>
          </Card>
        ) : null}
        {sentences.drafts.length === 0 ? <p class="quiet">{words.none}</p> : null}
      </>
    ),
  });
}
