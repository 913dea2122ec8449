import type { Node } from "../parse.ts";

const ENDS_IN_SPACE = /\p{L}?[^\n\S]$/u;
const BEGINS_WITH_SPACE = /^[^\n\S]/u;
const BEGINS_WITH_MARK = /^[\p{Pe}\p{Pf}\p{Po}]|^$/u;

/**
 * Gives the space beside an optional word to the word: `I {really|} like` leaves one space where the word is
 * out, and `open {now|}!` none. What drafts say with all optional words in them stays as it is.
 */
export function tidySpaces(nodes: readonly Node[]): Node[] {
  const out: Node[] = nodes.map((node) =>
    node.kind === "words" ? node : { ...node, options: node.options.map(tidySpaces) },
  );
  out.forEach((node, i) => {
    if (node.kind === "words" || node.anyOrder) return;
    if (!node.options.some((option) => option.length === 0)) return;
    const [before, behind] = [out[i - 1], out[i + 1]];
    if (before !== undefined && (before.kind !== "words" || !ENDS_IN_SPACE.test(before.text)))
      return;
    const space = (offset: number): Node => ({ kind: "words", text: " ", offset, end: offset });
    const withSpace = (put: (option: readonly Node[]) => Node[]): Node => ({
      ...node,
      options: node.options.map((option) => (option.length === 0 ? option : put(option))),
    });
    if (behind?.kind === "words" && BEGINS_WITH_SPACE.test(behind.text)) {
      out[i] = withSpace((option) => [...option, space(node.end)]);
      out[i + 1] = { ...behind, text: behind.text.slice(1), offset: behind.offset + 1 };
    } else if (
      before?.kind === "words" &&
      (behind === undefined || (behind.kind === "words" && BEGINS_WITH_MARK.test(behind.text)))
    ) {
      out[i] = withSpace((option) => [space(node.offset), ...option]);
      out[i - 1] = { ...before, text: before.text.slice(0, -1), end: before.end - 1 };
    }
  });
  return out.filter((node) => node.kind !== "words" || node.text !== "");
}
