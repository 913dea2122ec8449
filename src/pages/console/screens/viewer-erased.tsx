import { CopyText } from "../ui/copy.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Note } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";

/** That a reader is gone, or will be within minutes, with the receipt. */
export function renderErased(
  desk: Desk,
  { receipt, isDone }: { receipt: string; isDone: boolean },
): string {
  const words = wordsOf("viewer", desk.language);
  return renderScreen({
    desk,
    title: isDone ? words.erased : words.erasing,
    at: "readers",
    trail: [{ href: "/console/readers", text: wordsOf("readers", desk.language).title }],
    children: (
      <Note tone="good">
        <p>{isDone ? words.erasedText : words.erasingText}</p>
        <h2>{words.receipt}</h2>
        <CopyText id="receipt" text={receipt} label={words.copy} done={words.copied} />
        <p>
          <a href="/console/readers">{words.back}</a>
        </p>
      </Note>
    ),
  });
}
