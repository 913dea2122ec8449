/**
 * Text as it is pasted: with a byte order mark, and with the wide or unbreakable spaces of word processors
 * and Chinese keyboards, beside marks that Markdown wants a plain space at.
 */

/** Before and after the mark of a heading or of a list, at the start of a line. */
const MARK = /^([ \t]*)[\s\u200b]*(#{1,6}|[-+]|\d{1,9}[.)])[\u3000\u00a0\t ]+/;
const HAS_ODD_SPACE =
  /^(?:[\s]*[\u3000\u00a0\u200b\ufeff]|\s*(?:#{1,6}|[-+]|\d{1,9}[.)])[ \t]*[\u3000\u00a0])/;
const FENCE = /^\s{0,3}(`{3,}|~{3,})/;

/** The same source with plain spaces beside those marks; what stands in a fence of code stays as it is. */
export function withPlainMarks(source: string): string {
  let fence: string | undefined;
  return source
    .replace(/^\ufeff/, "")
    .split(/\r?\n|\r/)
    .map((line) => {
      const mark = FENCE.exec(line)?.[1];
      if (fence !== undefined) {
        if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
        return line;
      }
      if (mark !== undefined) fence = mark;
      return HAS_ODD_SPACE.test(line) ? line.replace(MARK, "$1$2 ") : line;
    })
    .join("\n");
}
