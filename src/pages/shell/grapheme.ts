let segmenter: Intl.Segmenter | undefined;

/**
 * What a reader sees as characters: a flag, a family and a letter with its accent are one each. Making
 * the segmenter takes longer than all the rest of a page, so it is made once.
 */
export function graphemes(text: string): Iterable<string> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return segmentsOf(segmenter.segment(text));
}

function* segmentsOf(segments: Iterable<Intl.SegmentData>): Iterable<string> {
  for (const { segment } of segments) yield segment;
}

/** The first of them, or "" of an empty text. */
export function firstGrapheme(text: string): string {
  for (const grapheme of graphemes(text)) return grapheme;
  return "";
}
