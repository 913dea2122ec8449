import type { Language } from "../shell/language.ts";
import { KIT_WORDS } from "./words.ts";

/** Copies the text of another element; the kit's script does it and says on the button whether it worked. */
export function CopyButton(props: {
  language: Language;
  /** Id of the element whose text is copied. */
  source: string;
  label: string;
  /** Accessible name where the label alone would not tell two buttons apart. */
  name?: string;
  big?: boolean;
}) {
  const words = KIT_WORDS[props.language];
  return (
    <button
      type="button"
      class={props.big ? "button full wide" : "button"}
      aria-label={props.name}
      data-copy={props.source}
      data-done={words.copied}
      data-failed={words.copyFailed}
    >
      <span data-label aria-live="polite">
        {props.label}
      </span>
    </button>
  );
}
