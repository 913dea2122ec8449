/** Everything that is style, not wording: punctuation, symbols and emoji, spaces, invisible marks. */
const STYLE = /(?:[\p{P}\p{S}\p{Z}\p{C}]|\ufe0e|\ufe0f|\u20e3)+/gu;

/**
 * The text that distance is measured on: NFKC, lower case, without punctuation, emoji and spaces.
 * Two captions with the same normalised text are the same wording.
 */
export function normalise(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(STYLE, "");
}
