/** What somebody typed into a form that could not be taken, to be copied from where it stands. */
import type { Language } from "../../shell/language.ts";
import { wordsOf } from "../words/index.ts";

/** What says which form it was, and was not typed. */
const unsaid: ReadonlySet<string> = new Set(["token", "revision", "act", "to", "look"]);

export function KeptText(props: {
  language: Language;
  fields: readonly (readonly [name: string, value: string])[];
  isOpen?: boolean;
}) {
  const { language, fields, isOpen } = props;
  const words = wordsOf("signIn", language);
  const typed = fields.filter(([name, value]) => !unsaid.has(name) && value.trim() !== "");
  if (typed.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>{words.typed}</summary>
      <textarea class="wide" readonly rows={8} aria-label={words.typed}>
        {`\n${typed.map(([, value]) => value).join("\n\n")}`}
      </textarea>
    </details>
  );
}
