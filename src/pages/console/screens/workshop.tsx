import type { Child } from "hono/jsx";
import type { WorkshopMix, WorkshopView } from "../../../usecases/console/show-workshop.ts";
import type { WeighedOption } from "../../../usecases/console/weigh-option.ts";
import type { Language } from "../../shell/language.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Badge, Card, Marked, Meter } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { PostTabs, postHead } from "./post-tabs.tsx";
import { Changed, Got, Proposals } from "./proposals.tsx";

type Sentence = WorkshopView["sentences"]["drafts"][number]["sentences"][number];
type Option = Sentence["options"][number];
type Offered = Sentence["offered"][number];

/** What may be done with one way of saying a sentence. */
export const sentenceActs = ["write", "approve", "veto", "remove", "allow"] as const;
export type SentenceAct = (typeof sentenceActs)[number];

/** A way of saying a sentence that was tried and not kept. */
export type Trial = WeighedOption & { sentenceId: string };

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
                <li id={`s-${draft}-${sentence.id}`}>
                  <OneSentence
                    desk={desk}
                    view={view}
                    sentence={sentence}
                    words={words}
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
          <Card title={words.mixes}>
            <p class="quiet">{words.mixesLead}</p>
            <ol class="samples">
              {mixes.map((mix) => (
                <li>
                  <OneMix desk={desk} view={view} mix={mix} words={words} />
                </li>
              ))}
            </ol>
          </Card>
        ) : (
          <p class="quiet">{words.none}</p>
        )}
      </>
    ),
  });
}

type Whole = { desk: Desk; view: WorkshopView; words: Words<"workshop"> };

/** How many people the captions serve; with a script it follows what is typed, without one it is asked by a button. */
function Capacity({ desk, view, trial, words }: Whole & { trial: Trial | null }) {
  return (
    <section class="card capacity" aria-label={words.capacity}>
      <div aria-live="polite" data-capacity={`/console/posts/${view.id}/weigh`}>
        {trial ? (
          <OptionWeighed weighed={trial} words={words} />
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
  return String(<OptionWeighed weighed={weighed} words={wordsOf("workshop", language)} />);
}

function OptionWeighed(props: { weighed: WeighedOption; words: Words<"workshop"> }) {
  const { weighed, words } = props;
  const { text, refused, seats, served, capacity } = weighed;
  const said = fill(text === "" || refused.length > 0 ? words.serves : words.wouldServe, {
    served,
    seats,
  });
  const wordings = `${capacity.company}${capacity.atLeast ? "+" : ""}`;
  return (
    <>
      {seats > 0 ? (
        <Meter value={served} of={seats} label={said} tone={served < seats ? "warn" : "good"} />
      ) : null}
      <p>
        {seats > 0 ? said : words.nobody}{" "}
        {fill(words.supply, { company: wordings, team: capacity.team })}
      </p>
      {refused.length > 0 ? (
        <p class="error">
          {words.failed}: {findingsOf(refused, words)}
        </p>
      ) : null}
    </>
  );
}

/** A whole mix, what it says otherwise than the one most like it, and which of its sentences to keep apart. */
function OneMix({ desk, view, mix, words }: Whole & { mix: WorkshopMix }) {
  const { parts, nearest, neighbours, shownFor } = mix;
  return (
    <>
      <p class="caption">
        <Marked parts={parts} />
      </p>
      <p class="badges">
        <Badge tone={shownFor === "odd" ? "warn" : "plain"}>{words[`mix-${shownFor}`]}</Badge>
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
function KeptApart({ desk, view, words }: Whole) {
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

type Part = Whole & { sentence: Sentence };

function OneSentence({ desk, view, sentence, words, tried }: Part & { tried: string }) {
  const { text, lock, hasSlots, options, offered, vetoed, asked } = sentence;
  const part = { desk, view, sentence, words };
  return (
    <>
      <p class="caption">
        <b>{text}</b>
      </p>
      {lock || hasSlots ? (
        <p class="badges">
          {lock ? (
            <Badge>
              {words.locked}: {words[`lock-${lock}`]}
            </Badge>
          ) : null}
          {hasSlots ? <Badge>{words.slots}</Badge> : null}
        </p>
      ) : null}
      {options.length > 0 ? (
        <>
          <p class="quiet">{words.options}</p>
          <ul class="lines">
            {options.map((option) => (
              <li>
                <Way option={option} words={words} />
                <Act {...part} act="remove" text={option.text} label={words.remove} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Got asked={asked} desk={desk} words={words} />
      {offered.length > 0 ? (
        <>
          <p class="quiet">{words.offered}</p>
          <ul class="lines">
            {offered.map((option) => (
              <li>
                <span>
                  <Way option={option} words={words}>
                    <Changed difference={option.difference} />
                  </Way>{" "}
                  <From offered={option} words={words} />
                  {option.noticed ? <Badge tone="warn">{words.noticed}</Badge> : null}
                </span>
                <span>
                  {option.failed.length === 0 ? (
                    <Act
                      {...part}
                      act="approve"
                      text={option.text}
                      label={option.doubts.length > 0 ? words.confirm : words.approve}
                    />
                  ) : null}
                  <Act {...part} act="veto" text={option.text} label={words.veto} />
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {vetoed.length > 0 ? (
        <>
          <p class="quiet">{words.vetoed}</p>
          <ul class="lines">
            {vetoed.map((one) => (
              <li>
                <span>{one}</span>
                <Act {...part} act="allow" text={one} label={words.allow} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {desk.mayWrite && lock === null ? <Write {...part} tried={tried} /> : null}
    </>
  );
}

/** One way of saying it, and the words for which it cannot be used or should be read again. */
function Way(props: {
  option: Pick<Option, "text" | "failed" | "doubts">;
  words: Words<"workshop">;
  children?: Child;
}) {
  const { option, words, children } = props;
  return (
    <span>
      {children ?? option.text}{" "}
      {option.failed.length > 0 ? (
        <Badge tone="bad">
          {words.failed}: {findingsOf(option.failed, words)}
        </Badge>
      ) : null}
      {option.doubts.length > 0 ? (
        <Badge tone="warn">
          {words.doubt}: {findingsOf(option.doubts, words)}
        </Badge>
      ) : null}
    </span>
  );
}

function findingsOf(findings: Option["failed"] | Option["doubts"], words: Words<"workshop">) {
  return findings
    .map(({ kind, word, instead = "" }) => fill(words[`finding-${kind}`], { word, instead }))
    .join(" · ");
}

/** Who wrote an option that waits. */
function From({ offered, words }: { offered: Offered; words: Words<"workshop"> }) {
  const { from, senders = 0 } = offered;
  return <Badge>{fill(words[`from-${from}`], { n: senders })}</Badge>;
}

function Hidden({ desk, view, sentence, act }: Omit<Part, "words"> & { act: SentenceAct }) {
  return (
    <>
      <input type="hidden" name="token" value={desk.tokens.words ?? ""} />
      <input type="hidden" name="revision" value={view.sentences.revision} />
      <input type="hidden" name="sentence" value={sentence.id} />
      <input type="hidden" name="act" value={act} />
    </>
  );
}

function Act(props: Part & { act: SentenceAct; text: string; label: string }) {
  const { desk, view, text, label } = props;
  if (!desk.mayWrite) return null;
  return (
    <form method="post" action={`/console/posts/${view.id}/words`} class="inline">
      <Hidden {...props} />
      <input type="hidden" name="text" value={text} />
      <button type="submit" class="link" aria-label={`${label}: ${text}`}>
        {label}
      </button>
    </form>
  );
}

function Write(props: Part & { tried: string }) {
  const { view, words, sentence, tried } = props;
  return (
    <form method="post" action={`/console/posts/${view.id}/words`} class="write" data-try>
      <Hidden {...props} act="write" />
      <input
        name="text"
        maxlength={5000}
        required
        value={tried}
        aria-label={`${words.write}: ${sentence.text}`}
        placeholder={words.write}
      />
      <button type="submit" class="button">
        {words.add}
      </button>
      <button
        type="submit"
        class="button"
        formaction={`/console/posts/${view.id}/weigh`}
        aria-label={`${words.weigh}: ${sentence.text}`}
        data-unscripted
      >
        {words.weigh}
      </button>
    </form>
  );
}
