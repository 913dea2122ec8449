import type { Span } from "./protect.ts";

const CLOSING: Readonly<Record<string, string>> = {
  "《": "》",
  "〈": "〉",
  "“": "”",
  "「": "」",
  "『": "』",
  "【": "】",
};

const SIGN = /[《〈“「『【》〉”」』】["\n]/g;
/** A picture in words, [玫瑰], and a straight quotation: both short, since their signs have other uses. */
const SHORT = /\[[^\]\n]{1,12}\]|"[^"\n]{1,80}"/y;

/**
 * Titles, quotations and labels, with their marks; an opening mark without its closing one on the same
 * line encloses nothing. Visits each sign once, however many are left open.
 */
export function findEnclosed(text: string): Span[] {
  const signs = [...text.matchAll(SIGN)].map(({ 0: sign, index }) => ({ sign, index }));
  const ends = closingEnds(signs);
  const found: Span[] = [];
  let from = 0;
  signs.forEach(({ sign, index }, i) => {
    if (index < from) return;
    const end = sign === "[" || sign === '"' ? shortEnd(text, index) : ends[i];
    if (end === undefined) return;
    found.push({ start: index, end });
    from = end;
  });
  return found;
}

/** For each opening sign, where the next closing one of its kind ends, if that is on the same line. */
function closingEnds(
  signs: readonly { readonly sign: string; readonly index: number }[],
): (number | undefined)[] {
  const next = new Map<string, number>();
  return signs
    .toReversed()
    .map(({ sign, index }) => {
      if (sign === "\n") next.clear();
      const closing = CLOSING[sign];
      if (closing === undefined) next.set(sign, index + sign.length);
      return closing === undefined ? undefined : next.get(closing);
    })
    .reverse();
}

function shortEnd(text: string, index: number): number | undefined {
  SHORT.lastIndex = index;
  return SHORT.test(text) ? SHORT.lastIndex : undefined;
}
