import { addsAny } from "./adds.ts";

/** Emoji that are several code points: their joiners are part of the picture. */
const PICTURE =
  /(?:\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?\u200d)*\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?/gu;

/**
 * Unseen or steering characters (controls, zero-width, bidirectional, fillers, private use) and spaces
 * other than the plain one.
 */
const UNSEEN =
  /(?!\n)\p{C}|\p{Default_Ignorable_Code_Point}|(?! )\p{Z}|[\u2800\u115f\u1160\u3164\uffa0]/gu;

/** What HTML, Markdown, Starling's own markup, prices and formulas are made of. */
const MARKUP = /[*_`<>\\{}|#^=$%@/[\]⟦⟧＜＞｛｝｜＃＠％©®™]|&#?\w+;|(?![~～])\p{Sm}|\p{Sc}/gu;

/** Scripts that a caption may be in besides Latin. */
const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Han}/u,
  /\p{Script=Hiragana}|\p{Script=Katakana}/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Devanagari}/u,
];

const ASCII_LETTER = /[a-z]/i;
const LATIN = /\p{Script=Latin}/u;
const FOREIGN_LATIN = /(?![a-z])\p{Script=Latin}/iu;

/**
 * Whether a variant brings characters that its draft gives no ground for: unseen ones, markup, letters
 * of another script, or look-alikes (Unicode's compatibility forms, such as 𝐛 for b).
 */
export function addsCharacters(draft: string, variant: string): boolean {
  return (
    addsAny(draft.replace(PICTURE, ""), variant.replace(PICTURE, ""), UNSEEN) ||
    addsAny(draft, variant, MARKUP) ||
    hasStrangeLetter(draft, variant)
  );
}

function hasStrangeLetter(draft: string, variant: string): boolean {
  const own = new Set(draft);
  const scripts = SCRIPTS.filter((script) => script.test(draft));
  if (FOREIGN_LATIN.test(draft)) scripts.push(LATIN);
  return [...variant].some((char) => {
    if (own.has(char)) return false;
    const folded = char.normalize("NFKC");
    if (folded !== char && /[\p{L}\p{N}]/u.test(folded)) return true;
    if (!/(?!\ufe0f)[\p{L}\p{M}]/u.test(char)) return false;
    return !ASCII_LETTER.test(char) && !scripts.some((script) => script.test(char));
  });
}
