/** Scripts whose letters are joined, placed or ordered by rules: outlines alone cannot set them. */
const SHAPED = [
  "Arabic",
  "Hebrew",
  "Syriac",
  "Thaana",
  "Devanagari",
  "Bengali",
  "Gurmukhi",
  "Gujarati",
  "Oriya",
  "Tamil",
  "Telugu",
  "Kannada",
  "Malayalam",
  "Sinhala",
  "Thai",
  "Lao",
  "Tibetan",
  "Myanmar",
  "Khmer",
  "Mongolian",
] as const;

/** What of a text cannot be drawn. */
export type Undrawn = {
  /** Characters, each once, without those of the scripts. */
  readonly characters: string[];
  /** Scripts that need shaping, by their Unicode names. */
  readonly scripts: string[];
};

/** What is not drawn and takes no room: joiners, variation selectors, marks of direction. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** A text as it is drawn: composed, without what is not seen. */
export function drawable(text: string): string {
  return text.normalize("NFC").replaceAll(UNSEEN, "");
}

/** What of a text there is no glyph for; `undefined` where all of it can be drawn. */
export function undrawnOf(
  text: string,
  hasGlyph: (codePoint: number) => boolean,
): Undrawn | undefined {
  const characters = new Set<string>();
  const scripts = new Set<string>();
  for (const letter of drawable(text)) {
    if (/\s/u.test(letter) || hasGlyph(letter.codePointAt(0) ?? 0)) continue;
    const script = SHAPED.find((name) => new RegExp(`\\p{Script=${name}}`, "u").test(letter));
    if (script) scripts.add(script);
    else characters.add(letter);
  }
  if (characters.size + scripts.size === 0) return undefined;
  return { characters: [...characters], scripts: [...scripts] };
}
