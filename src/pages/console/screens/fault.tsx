import { FaultText } from "../ui/fault-text.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Note } from "../ui/parts.tsx";
import { FaultSentence, type Refusal } from "../ui/refused.tsx";
import { wordsOf } from "../words/index.ts";

/** What did not work, and what to do: in words of the console's own where its kind has some. */
export function renderFault(desk: Desk, refusal: Refusal): string {
  const { language } = desk;
  const words = wordsOf("frame", language);
  return renderScreen({
    desk,
    title: words.failed,
    at: "week",
    children: (
      <Note tone="bad">
        <p>
          <FaultSentence refusal={refusal} language={language} />
        </p>
        {refusal.errors ? (
          <ul>
            {refusal.errors
              .filter(({ message }) => message !== refusal.detail)
              .map(({ message }) => (
                <li>
                  <FaultText text={message} language={language} />
                </li>
              ))}
          </ul>
        ) : null}
        <p>
          <a href="/console">{words.back}</a>
        </p>
      </Note>
    ),
  });
}
