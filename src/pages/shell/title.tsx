/** Below so many characters, a title breaks nowhere. */
const shortest = 6;
/** So many characters at least stay together, on a title's last line too. */
const piece = 3;
/** Titles that are remembered: a page is served again and again. */
const mostKnown = 500;

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What hangs on to the word before it: a particle begins no line. */
const PARTICLE = /^[的了着过得地吗呢吧啊]$/u;

/**
 * A title that breaks between words alone, of which the last line is never a single character. Chinese may break
 * between any two characters, and half a word begins the next line (公|园); `word-break: keep-all` by itself breaks
 * at punctuation alone and leaves lines half empty, so between words it is told where it may. `text-wrap: balance`
 * is younger than most webviews (https://caniuse.com/css-text-wrap-balance).
 */
export function Title({ text }: { text: string }) {
  if (!HAN.test(text) || [...text].length < shortest) return <>{text}</>;
  return (
    <span class="tail">
      {wordsOf(text).map((word, at) => (
        <>
          {at > 0 ? <wbr /> : null}
          {word}
        </>
      ))}
    </span>
  );
}

const known = new Map<string, readonly string[]>();
let segmenter: Intl.Segmenter | undefined;

/** The pieces of a title between which a line may break. */
function wordsOf(text: string): readonly string[] {
  const found = known.get(text);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const words = split(text);
  known.set(text, words);
  return words;
}

function split(text: string): string[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const before = words.at(-1) ?? "";
    const isBetween = HAN.test(before.slice(-1)) && HAN.test(segment) && !PARTICLE.test(segment);
    if (isBetween && lengthOf(before) >= piece) words.push(segment);
    else words.splice(-1, 1, before + segment);
  }
  if (words.length > 1 && lengthOf(words.at(-1) ?? "") < piece) {
    words.push(words.splice(-2).join(""));
  }
  return words;
}

const lengthOf = (word: string) => word.replace(/\P{Letter}/gu, "").length;
