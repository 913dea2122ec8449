import { textAttributes, textLanguage } from "../shell/text-language.ts";
import type { KitPartProps } from "./props.ts";
import { QUESTIONS } from "./questions.ts";
import { KIT_WORDS } from "./words/index.ts";

/**
 * Asks the sender for a line of their own, and whether head office may see what they write. It is shown by the
 * script that puts the line before the caption.
 */
export function OwnLine({ item, language }: KitPartProps) {
  const words = KIT_WORDS[language];
  const { kind, question, own, earlierLines } = item;
  const questions = QUESTIONS[language][kind];
  const asked = questions[question] ?? questions[0];
  const text = textAttributes(textLanguage(item.textLanguage), language);
  return (
    <div class="ask" data-own="/kit/lines" data-failed={words.lineRefused} hidden>
      <label for="line">{asked}</label>
      <p class="quiet" id="line-hint">
        {words.lineHint}
      </p>
      <input
        id="line"
        maxlength={60}
        value={own.line}
        aria-describedby="line-hint"
        autocomplete="off"
        {...text}
      />
      <details>
        <summary class="quiet">{words.otherQuestions}</summary>
        {questions
          .filter((one) => one !== asked)
          .map((one) => (
            <p>{one}</p>
          ))}
        {earlierLines.length > 0 ? <p class="quiet">{words.earlierLines}</p> : null}
        {earlierLines.map((line) => (
          <p>
            <button type="button" class="link" data-earlier {...text}>
              {line}
            </button>
          </p>
        ))}
      </details>
      <label class="quiet">
        <input type="checkbox" id="shared" checked={own.shared} /> {words.shareOwn}
      </label>
      <p class="quiet" role="status" data-said />
    </div>
  );
}
