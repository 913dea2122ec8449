import type { Weighed } from "../../../usecases/console/weigh-captions.ts";
import type { Language } from "../../shell/language.ts";
import { Enough } from "../ui/enough.tsx";
import { FaultText } from "../ui/fault-text.tsx";
import { Badge } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { wordsOf } from "../words/index.ts";

/** How many people some captions serve, what would serve more, and a few of them: a piece of the editor. */
export function renderWeighed(language: Language, weighed: Weighed): string {
  const words = wordsOf("editor", language);
  const { seats, served, advice, samples, foldLimits } = weighed;
  const isEnough = served >= seats;
  const piece = (
    <>
      <h3>{words.wordings}</h3>
      <Enough language={language} counted={{ seats, served }} />
      {isEnough || advice.length === 0 ? null : (
        <>
          <h3>{words.advice}</h3>
          <ul>
            {advice.map(({ text, gain }) => (
              <li>
                {text} <Badge tone="good">+{gain}</Badge>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{words.samples}</h3>
      <ul class="samples">
        {samples.map(({ text, folded }) => (
          <li>
            <p class="caption">{text}</p>
            {folded ? <Badge tone="warn">{fill(words.fold, foldLimits)}</Badge> : null}
          </li>
        ))}
      </ul>
    </>
  );
  return String(piece);
}

/** The places where the markup is wrong, in place of that. */
export function renderUnweighed(language: Language, messages: readonly string[]): string {
  const piece = (
    <ul class="error">
      {messages.map((message) => (
        <li>
          <FaultText text={message} language={language} />
        </li>
      ))}
    </ul>
  );
  return String(piece);
}
