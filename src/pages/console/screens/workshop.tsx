import type { listMixes } from "../../../usecases/contents/list-mixes.ts";
import type { listSentences } from "../../../usecases/contents/list-sentences.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Badge, Card } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { PostTabs, postTrail } from "./post-tabs.tsx";

type Sentences = Awaited<ReturnType<typeof listSentences>>;
type Sentence = Sentences["drafts"][number]["sentences"][number];
type Option = Sentence["options"][number];
type Offered = Sentence["offered"][number];

/** What may be done with one way of saying a sentence. */
export const sentenceActs = ["write", "approve", "veto", "remove", "allow"] as const;
export type SentenceAct = (typeof sentenceActs)[number];

export interface WorkshopView {
  id: string;
  title: string;
  sentences: Sentences;
  mixes: Awaited<ReturnType<typeof listMixes>>["mixes"];
  /** What several senders wrote before their captions. */
  ownLines: readonly { text: string; senders: number }[];
}

/** A post's captions sentence by sentence, with what each may say instead, and whole mixes to read. */
export function renderWorkshop(desk: Desk, view: WorkshopView): string {
  const words = wordsOf("workshop", desk.language);
  const { id, title, sentences, mixes, ownLines } = view;
  return renderScreen({
    desk,
    title,
    at: "posts",
    trail: postTrail(desk),
    children: (
      <>
        <PostTabs desk={desk} id={id} on="words" />
        <p class="quiet">{words.lead}</p>
        {sentences.drafts.map(({ draft, sentences: of }) => (
          <Card title={fill(words.caption, { n: draft + 1 })}>
            <ol class="sentences">
              {of.map((sentence) => (
                <li id={`s-${draft}-${sentence.id}`}>
                  <OneSentence desk={desk} view={view} sentence={sentence} words={words} />
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
        {mixes.length > 0 ? (
          <Card title={words.mixes}>
            <p class="quiet">{words.mixesLead}</p>
            <ul class="samples">
              {mixes.map(({ text }) => (
                <li>
                  <p class="caption">{text}</p>
                </li>
              ))}
            </ul>
          </Card>
        ) : (
          <p class="quiet">{words.none}</p>
        )}
      </>
    ),
  });
}

type Part = { desk: Desk; view: WorkshopView; sentence: Sentence; words: Words<"workshop"> };

function OneSentence({ desk, view, sentence, words }: Part) {
  const { text, lock, hasSlots, options, offered, vetoed } = sentence;
  const part = { desk, view, sentence, words };
  return (
    <>
      <p class="caption">
        <b>{text}</b>
      </p>
      <p class="badges">
        {lock ? (
          <Badge>
            {words.locked}: {words[`lock-${lock}`]}
          </Badge>
        ) : null}
        {hasSlots ? <Badge>{words.slots}</Badge> : null}
      </p>
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
      {offered.length > 0 ? (
        <>
          <p class="quiet">{words.offered}</p>
          <ul class="lines">
            {offered.map((option) => (
              <li>
                <span>
                  <Way option={option} words={words} /> <From offered={option} words={words} />
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
      {desk.mayWrite && lock === null ? <Write {...part} /> : null}
    </>
  );
}

/** One way of saying it, and the words for which it cannot be used or should be read again. */
function Way({ option, words }: { option: Option; words: Words<"workshop"> }) {
  const named = (findings: Option["failed"] | Option["doubts"]) =>
    findings
      .map(({ kind, word, instead = "" }) => fill(words[`finding-${kind}`], { word, instead }))
      .join(" · ");
  return (
    <span>
      {option.text}{" "}
      {option.failed.length > 0 ? (
        <Badge tone="bad">
          {words.failed}: {named(option.failed)}
        </Badge>
      ) : null}
      {option.doubts.length > 0 ? (
        <Badge tone="warn">
          {words.doubt}: {named(option.doubts)}
        </Badge>
      ) : null}
    </span>
  );
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

function Write(props: Part) {
  const { view, words, sentence } = props;
  return (
    <form method="post" action={`/console/posts/${view.id}/words`} class="write">
      <Hidden {...props} act="write" />
      <input
        name="text"
        maxlength={5000}
        required
        aria-label={`${words.write}: ${sentence.text}`}
        placeholder={words.write}
      />
      <button type="submit" class="button">
        {words.add}
      </button>
    </form>
  );
}
