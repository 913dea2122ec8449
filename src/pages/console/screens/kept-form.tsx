import { type Desk, renderScreen } from "../ui/frame.tsx";
import { KeptText } from "../ui/kept-text.tsx";
import { Note } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";

/** For a form whose screen is not there any more, or not for whoever signed in: what was typed, to be copied. */
export function renderKeptForm(
  desk: Desk,
  fields: readonly (readonly [name: string, value: string])[],
): string {
  const words = wordsOf("signIn", desk.language);
  return renderScreen({
    desk,
    title: words.unplaced,
    at: "week",
    children: (
      <>
        <Note tone="warn">
          <p>{words.unplacedHint}</p>
          <p>
            <a href="/console">{wordsOf("frame", desk.language).back}</a>
          </p>
        </Note>
        <KeptText language={desk.language} fields={fields} isOpen />
      </>
    ),
  });
}
