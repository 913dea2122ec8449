import { flatten } from "../lexicon/cut.ts";
import type { Node } from "../parse.ts";
import type { Script, Span } from "../protect/protect.ts";
import { cutText, type Segment } from "./cut.ts";

/** A segment of a draft as its author wrote it, slots included. */
export interface DraftSegment {
  readonly nodes: readonly Node[];
  /** What it says with its first options, the white space behind it left out. */
  readonly text: string;
  /** Where that stands in the draft's text with first options. */
  readonly start: number;
  /** The white space behind it. */
  readonly gap: string;
  /** Where it stands in the draft as given, in UTF-16 units, without the white space behind it. */
  readonly source: Span;
}

interface Placed extends Span {
  readonly node: Node;
}

/**
 * Cuts a draft into segments. A slot is never cut: one that says several sentences is one segment.
 * `whole` are stretches of the text with first options that may not be cut either.
 */
export function cutNodes(
  nodes: readonly Node[],
  script: Script,
  whole: readonly Span[],
): DraftSegment[] {
  const text = flatten(nodes);
  let at = 0;
  const placed = nodes.map((node): Placed => {
    const start = at;
    at += node.kind === "words" ? node.text.length : flatten([node]).length;
    return { node, start, end: at };
  });
  const slots = placed.filter(({ node }) => node.kind === "choice");
  const segments = cutText(text, script, [...whole, ...slots]);
  return segments
    .flatMap((segment) => apart(segment, slots, whole))
    .map((segment): DraftSegment => {
      const { start, next } = segment;
      // A slot of white space is a slot, and no gap.
      const end = slots.reduce(
        (to, slot) =>
          slot.start >= start && slot.end <= next && slot.start < next
            ? Math.max(to, slot.end)
            : to,
        segment.end,
      );
      const here = slice(placed, start, end, end < next || next === text.length);
      const source = { start: here[0]?.offset ?? 0, end: here[here.length - 1]?.end ?? 0 };
      return {
        nodes: here,
        text: text.slice(start, end),
        start,
        gap: text.slice(end, next),
        source,
      };
    });
}

/** A segment with more slots than this is cut between them: each option is read with its whole segment. */
const MOST_SLOTS = 12;

function apart(segment: Segment, slots: readonly Placed[], whole: readonly Span[]): Segment[] {
  const here = slots.filter(({ start, end }) => start >= segment.start && end <= segment.next);
  const out: Segment[] = [];
  let from = segment.start;
  for (let i = MOST_SLOTS; i < here.length; i += MOST_SLOTS) {
    const at = here[i]?.start ?? from;
    if (at <= from || whole.some(({ start, end }) => start < at && at < end)) continue;
    out.push({ start: from, end: at, next: at });
    from = at;
  }
  out.push({ ...segment, start: from });
  return out;
}

/**
 * The nodes between two offsets of the text with first options: words are cut, slots are not. A slot that
 * says nothing at first and stands at the end belongs here if `endsHere`, else to what follows.
 */
function slice(placed: readonly Placed[], from: number, to: number, endsHere: boolean): Node[] {
  return placed.flatMap(({ node, start, end }): Node[] => {
    if (node.kind === "choice") {
      const inside = start >= from && end <= to && (start < to || endsHere);
      return inside ? [node] : [];
    }
    const [lo, hi] = [Math.max(start, from), Math.min(end, to)];
    if (lo >= hi) return [];
    const text = node.text.slice(lo - start, hi - start);
    const offset = node.offset + lo - start;
    return [{ kind: "words", text, offset, end: hi === end ? node.end : offset + text.length }];
  });
}
