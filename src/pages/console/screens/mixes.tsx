/** Whole mixes of a post's captions to read, and which of their sentences are kept apart. */
import type { WorkshopMix, WorkshopView } from "../../../usecases/console/show-workshop.ts";
import type { Desk } from "../ui/frame.tsx";
import { Badge, Card, Marked } from "../ui/parts.tsx";
import { writtenIn } from "../ui/written.ts";
import { fill } from "../words/fill.ts";
import type { Words } from "../words/index.ts";

type Whole = { desk: Desk; view: WorkshopView; words: Words<"workshop"> };

/** A whole mix, what it says otherwise than the one most like it, and which of its sentences to keep apart. */
export function OneMix({
  desk,
  view,
  mix,
  number,
  words,
}: Whole & { mix: WorkshopMix; number: number }) {
  const { parts, nearest, neighbours, shownFor } = mix;
  return (
    <>
      <p class="caption" {...writtenIn(desk.standing, desk.language)}>
        <Marked parts={parts} />
      </p>
      <p class="badges">
        <b>{fill(words.mixNumber, { n: number })}</b>
        {shownFor === "odd" ? <Badge tone="warn">{words.odd}</Badge> : null}
        <span class="quiet">{fill(words.differs, { n: Math.round(mix.edit * 100) })}</span>
        {nearest === null ? null : (
          <span class="quiet">{fill(words.nearestMix, { n: nearest + 1 })}</span>
        )}
      </p>
      {desk.mayWrite && neighbours.length > 0 ? (
        <details>
          <summary>{words.part}</summary>
          <ul class="lines">
            {neighbours.map((pair) => (
              <li>
                <span>
                  {pair.first} <b aria-hidden="true">｜</b> {pair.second}{" "}
                  {pair.word ? (
                    <Badge tone="warn">{fill(words.oddWord, { word: pair.word })}</Badge>
                  ) : null}
                </span>
                <Pair desk={desk} view={view} words={words} pair={pair} act="apart" />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** Pairs that a person does not want to read together, and how to take that back. */
export function KeptApart({ desk, view, words }: Whole) {
  const { apart } = view.sentences;
  if (apart.length === 0) return null;
  return (
    <Card title={words.apart}>
      <p class="quiet">{words.apartLead}</p>
      <ul class="lines">
        {apart.map(([first, second]) => (
          <li>
            <span>
              {first} <b aria-hidden="true">｜</b> {second}
            </span>
            <Pair desk={desk} view={view} words={words} pair={{ first, second }} act="together" />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Pair(
  props: Whole & { pair: { first: string; second: string }; act: "apart" | "together" },
) {
  const { desk, view, words, pair, act } = props;
  if (!desk.mayWrite) return null;
  const label = act === "apart" ? words.keepApart : words.together;
  return (
    <form method="post" action={`/console/posts/${view.id}/mixes`} class="inline">
      <input type="hidden" name="token" value={desk.tokens.words ?? ""} />
      <input type="hidden" name="revision" value={view.sentences.revision} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="first" value={pair.first} />
      <input type="hidden" name="second" value={pair.second} />
      <button type="submit" class="link" aria-label={`${label}: ${pair.first} ｜ ${pair.second}`}>
        {label}
      </button>
    </form>
  );
}
