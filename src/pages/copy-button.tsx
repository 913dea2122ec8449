import type { Language } from "./language.ts";
import { STRINGS } from "./strings.ts";

/** Copies the text of another element; KIT_SCRIPT does it and says on the button whether it worked. */
export function CopyButton(props: {
  language: Language;
  /** Id of the element whose text is copied. */
  source: string;
  label: string;
  /** Accessible name where the label alone would not tell two buttons apart. */
  name?: string;
  big?: boolean;
}) {
  const strings = STRINGS[props.language];
  return (
    <button
      type="button"
      class={props.big ? "button full wide" : "button"}
      aria-label={props.name}
      data-copy={props.source}
      data-done={strings.kitCopied}
      data-failed={strings.kitCopyFailed}
    >
      <span data-label aria-live="polite">
        {props.label}
      </span>
    </button>
  );
}
