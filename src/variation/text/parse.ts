import { type CaptionCode, type Fault, MAX_FAULTS } from "./errors.ts";

/** Words or a slot, as the author wrote them, each with its UTF-16 offset in the draft and its end there. */
export type Node = Words | Choice;

export interface Words {
  readonly kind: "words";
  readonly text: string;
  readonly offset: number;
  readonly end: number;
}

export interface Choice {
  readonly kind: "choice";
  readonly options: readonly (readonly Node[])[];
  /** All of the options are said, in any order. */
  readonly anyOrder: boolean;
  readonly offset: number;
  readonly end: number;
}

export const MAX_DEPTH = 4;
export const MAX_OPTIONS = 32;
/** Parts that may change places. */
export const MAX_ORDERED = 8;
export const MAX_SLOTS = 200;
/** The signs of markup, as a keyboard for English or for Chinese writes them. */
const SIGNS = /[\\{|}｛｜｝]/;

interface Frame {
  readonly offset: number;
  readonly anyOrder: boolean;
  readonly options: Node[][];
  /** What parts and closes it: a bar of the other width is text. */
  readonly bar: string;
  readonly close: string;
  nodes: Node[];
}

/**
 * Reads an author's markup: `{a|b}` is a slot, `{x|}` an optional part, `{~a|b|c}` says all of them in
 * any order, slots nest, and `\{ \| \} \\` stand for the characters themselves (any other backslash is a
 * backslash). ｛a｜b｝ is a slot too. Line ends become `\n`. Faults are reported in order; on a fault the
 * nodes are not to be used. Reading ends where nesting or the number of slots or faults passes its bound,
 * so that no text takes longer to read than its length.
 */
export function parseDraft(source: string): { nodes: Node[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const fault = (offset: number, code: CaptionCode, message: string) =>
    faults.push({ offset, code, message });
  const root: Frame = { offset: 0, anyOrder: false, options: [], bar: "|", close: "}", nodes: [] };
  const open: Frame[] = [];
  let frame = root;
  let words = "";
  let wordsAt = 0;
  let slots = 0;
  let stopped = false;

  const flush = (end: number) => {
    if (words !== "") frame.nodes.push({ kind: "words", text: words, offset: wordsAt, end });
    words = "";
  };
  const add = (text: string, offset: number) => {
    if (words === "") wordsAt = offset;
    words += text;
  };

  for (let i = 0; i < source.length && faults.length < MAX_FAULTS; i++) {
    const char = source[i] as string;
    const next = source[i + 1] ?? "";
    if (char === "\\" && SIGNS.test(next)) {
      // Words end at an escape, so that an offset within words is an offset in the source.
      flush(i);
      add(next, i);
      i++;
      flush(i + 1);
    } else if (char === "\r") {
      if (next !== "\n") add("\n", i);
      else flush(i);
    } else if (char === "{" || char === "｛") {
      flush(i);
      slots++;
      if (open.length === MAX_DEPTH) {
        fault(i, "too-deep", `Slots nest at most ${MAX_DEPTH} deep: flatten this one.`);
        stopped = true;
        break;
      }
      if (slots > MAX_SLOTS) {
        fault(i, "too-many-slots", `A draft has at most ${MAX_SLOTS} slots: remove some.`);
        stopped = true;
        break;
      }
      const anyOrder = next === "~";
      const [bar, close] = char === "{" ? ["|", "}"] : ["｜", "｝"];
      frame = { offset: i, anyOrder, options: [], bar, close, nodes: [] };
      if (anyOrder) i++;
      open.push(frame);
    } else if (char === frame.bar) {
      flush(i);
      if (frame === root) {
        fault(i, "pipe-outside-slot", "A bar outside a slot: write \\| for a bar in the text.");
      } else {
        frame.options.push(frame.nodes);
        frame.nodes = [];
      }
    } else if (char === frame.close) {
      flush(i);
      const closed = open.pop();
      if (closed === undefined) {
        fault(
          i,
          "slot-not-opened",
          "This brace closes no slot: write \\} for a brace in the text.",
        );
        continue;
      }
      closed.options.push(closed.nodes);
      checkOptions(closed, fault);
      frame = open[open.length - 1] ?? root;
      const { options, anyOrder, offset } = closed;
      frame.nodes.push({ kind: "choice", options, anyOrder, offset, end: i + 1 });
    } else {
      add(char, i);
    }
  }
  flush(source.length);
  for (const left of stopped ? [] : open) {
    fault(left.offset, "slot-not-closed", "This slot is never closed: add } or write \\{.");
  }
  return { nodes: root.nodes, faults: faults.sort((a, b) => a.offset - b.offset) };
}

function checkOptions(
  { offset, anyOrder, options }: Frame,
  fault: (offset: number, code: CaptionCode, message: string) => void,
): void {
  const [only] = options;
  if (options.length === 1) {
    if (only?.length === 0) {
      fault(offset, "empty-slot", "This slot is empty: give it options, or write \\{\\}.");
    } else {
      fault(
        offset,
        "single-option",
        "One option only: add a second after a bar of the brace's own width, or {x|} to make it optional.",
      );
    }
    return;
  }
  if (options.length > MAX_OPTIONS) {
    fault(offset, "too-many-options", `A slot has at most ${MAX_OPTIONS} options: remove some.`);
    return;
  }
  if (anyOrder && options.length > MAX_ORDERED) {
    fault(offset, "too-many-options", `At most ${MAX_ORDERED} parts change places: split them up.`);
  }
  const seen = new Set<string>();
  for (const option of options) {
    const key = JSON.stringify(option, (name, value) =>
      name === "offset" || name === "end" ? undefined : value,
    );
    if (seen.has(key)) {
      fault(offset, "repeated-option", "Two options of this slot are the same: remove one.");
      return;
    }
    seen.add(key);
  }
}
