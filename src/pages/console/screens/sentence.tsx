/** One sentence of a post's captions: what it may say instead, and what is done with each way of saying it. */
import type { Child } from "hono/jsx";
import type { WorkshopView } from "../../../usecases/console/show-workshop.ts";
import type { Desk } from "../ui/frame.tsx";
import { Badge } from "../ui/parts.tsx";
import { writtenIn } from "../ui/written.ts";
import { fill } from "../words/fill.ts";
import type { Words } from "../words/index.ts";
import { findingsOf } from "./capacity.tsx";
import { Changed, Got } from "./proposals.tsx";

type Sentence = WorkshopView["sentences"]["drafts"][number]["sentences"][number];
type Option = Sentence["options"][number];
type Offered = Sentence["offered"][number];

/** What may be done with one way of saying a sentence. */
export const sentenceActs = ["write", "approve", "veto", "remove", "allow"] as const;
export type SentenceAct = (typeof sentenceActs)[number];

type Whole = { desk: Desk; view: WorkshopView; words: Words<"workshop"> };

type Part = Whole & { sentence: Sentence; draft: number };

/** The field in which another way of saying a sentence is written: where one is after each act on it. */
export const fieldOf = (draft: number | string, sentence: string) => `s-${draft}-${sentence}`;

export function OneSentence({
  desk,
  view,
  sentence,
  draft,
  words,
  tried,
}: Part & { tried: string }) {
  const { text, lock, hasSlots, options, offered, vetoed, asked } = sentence;
  const part = { desk, view, sentence, draft, words };
  return (
    <>
      <p class="caption" {...writtenIn(desk.standing, desk.language)}>
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
                <Way option={option} desk={desk} words={words} />
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
                  <Way option={option} desk={desk} words={words}>
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
                <span {...writtenIn(desk.standing, desk.language)}>{one}</span>
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
  desk: Desk;
  words: Words<"workshop">;
  children?: Child;
}) {
  const { option, desk, words, children } = props;
  return (
    <span>
      <span {...writtenIn(desk.standing, desk.language)}>{children ?? option.text}</span>{" "}
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

/** Who wrote an option that waits. */
function From({ offered, words }: { offered: Offered; words: Words<"workshop"> }) {
  const { from, senders = 0 } = offered;
  return <Badge>{fill(words[`from-${from}`], { n: senders })}</Badge>;
}

function Hidden({ desk, view, sentence, draft, act }: Omit<Part, "words"> & { act: SentenceAct }) {
  return (
    <>
      <input type="hidden" name="token" value={desk.tokens.words ?? ""} />
      <input type="hidden" name="revision" value={view.sentences.revision} />
      <input type="hidden" name="sentence" value={sentence.id} />
      <input type="hidden" name="draft" value={draft} />
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
  const { view, words, sentence, draft, tried } = props;
  return (
    <form method="post" action={`/console/posts/${view.id}/words`} class="write" data-try>
      <Hidden {...props} act="write" />
      <input
        id={fieldOf(draft, sentence.id)}
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
