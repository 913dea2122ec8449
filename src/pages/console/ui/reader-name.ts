import type { Certainty } from "../../../domain/vocabulary.ts";
import type { Language } from "../../shell/language.ts";
import { wordsOf } from "../words/index.ts";

/** Who a reader is: by name, probably by name, or somebody. In lists, files and headings alike, so that no guess looks sure. */
export function readerName(
  who: { readonly name: string | null; readonly certainty: Certainty | null } | null | undefined,
  language: Language,
): string {
  const words = wordsOf("readers", language);
  const name = who?.name ?? null;
  if (name === null) return words.anonymous;
  if (who?.certainty !== "probable") return name;
  return language === "en" ? `${words.probable} ${name}` : `${words.probable}${name}`;
}
