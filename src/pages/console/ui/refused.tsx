/** What is put on a screen whose form was refused: at its head that it was, and at the field why. */
import type { FieldError } from "../../../usecases/errors.ts";
import type { Language } from "../../shell/language.ts";
import { wordsOf } from "../words/index.ts";
import { FaultText } from "./fault-text.tsx";
import { Note } from "./parts.tsx";

export interface Refusal {
  /** The error's code, for which the console may have words of its own. */
  kind: string;
  detail: string;
  errors?: readonly FieldError[] | undefined;
}

/** The sentence for a fault: the console's own where its kind has one. */
export function FaultSentence(props: { refusal: Refusal; language: Language }) {
  const { refusal, language } = props;
  const faults: Readonly<Record<string, string>> = wordsOf("faults", language);
  return Object.hasOwn(faults, refusal.kind) ? (
    <span>{faults[refusal.kind]}</span>
  ) : (
    <FaultText text={refusal.detail} language={language} />
  );
}

/**
 * The note at the head of a screen.
 * @param where - whether the form is on it, and the sentences that stand at its fields, which are not said twice
 */
export function renderRefused(
  language: Language,
  refusal: Refusal,
  where: { isInForm: boolean; placed: ReadonlyMap<string, readonly string[]> },
): string {
  const words = wordsOf("frame", language);
  const placed = new Set([...where.placed.values()].flat());
  const left = (refusal.errors ?? []).filter(({ message }) => !placed.has(message));
  return String(
    <Note tone="bad">
      <p>
        <b>{words.failed}</b>
      </p>
      {placed.size > 0 ? (
        <p>{words.refusedAt}</p>
      ) : left.length === 0 ? (
        <p>
          <FaultSentence refusal={refusal} language={language} />
        </p>
      ) : null}
      {left.length > 0 ? (
        <ul>
          {[...new Set(left.map(({ message }) => message))].map((message) => (
            <li>
              <FaultText text={message} language={language} />
            </li>
          ))}
        </ul>
      ) : null}
    </Note>,
  );
}

/** What is wrong with a field, or with the whole form. @param id - what the field is told to be described by */
export function renderFormFault(
  language: Language,
  id: string,
  messages: readonly string[],
): string {
  return String(
    <p class="error" id={id || undefined}>
      {messages.map((message, at) => (
        <>
          {at > 0 ? " " : ""}
          <FaultText text={message} language={language} />
        </>
      ))}
    </p>,
  );
}
