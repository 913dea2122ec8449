import type { Language } from "../shell/language.ts";
import { KIT_WORDS } from "./words/index.ts";

/** Copies the text of another element; the kit's script does it and says on the button whether it worked. */
export function CopyButton(props: {
  language: Language;
  /** Id of the element whose text is copied. */
  source: string;
  label: string;
  /** Accessible name where the label alone would not tell two buttons apart. */
  name?: string;
  /** Name of the choice whose value is the id of what is copied below it. */
  beside?: string;
  big?: boolean;
  /** The one that most will press. */
  full?: boolean;
}) {
  const words = KIT_WORDS[props.language];
  return (
    <button
      type="button"
      class={["button", props.full ? "full" : "", props.big ? "wide" : ""].join(" ").trim()}
      aria-label={props.name}
      data-copy={props.source}
      data-beside={props.beside}
      data-done={words.copied}
      data-failed={words.copyFailed}
    >
      <span data-label aria-live="polite">
        {props.label}
      </span>
    </button>
  );
}
