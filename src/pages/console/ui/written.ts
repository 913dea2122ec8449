import type { Language } from "../../shell/language.ts";
import { textAttributes, textLanguage } from "../../shell/text-language.ts";

/** Attributes of what a post says, which stands amid the console's own words: another language has other fonts and another voice. */
export const writtenIn = (post: { language: string } | undefined, frame: Language) =>
  post ? textAttributes(textLanguage(post.language), frame) : {};
