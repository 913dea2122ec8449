/** Below so many characters, a title breaks nowhere. */
const shortest = 6;

/** The last three characters that a line may break between, each with the marks after it. */
const ENDING =
  /^(.+?)((?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{Punctuation}*){3})$/su;

/**
 * A title's words, of which the last line is never a single character. Chinese may break between any two
 * characters; `text-wrap: balance`, which would see to it, is younger than most webviews
 * (https://caniuse.com/css-text-wrap-balance), and `word-break: keep-all`, which breaks at punctuation alone,
 * leaves lines half empty and undoes the balance.
 */
export function Title({ text }: { text: string }) {
  const [, head = "", tail] = ENDING.exec(text) ?? [];
  if (!tail || [...text].length < shortest) return <>{text}</>;
  return (
    <>
      {head}
      <span class="tail">{tail}</span>
    </>
  );
}
