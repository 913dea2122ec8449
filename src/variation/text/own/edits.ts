/** What somebody changed in the caption they were given, sentence by sentence. */
import { normalise } from "../normalise.ts";
import { draftOf, type Plan, type Row } from "../plan.ts";
import { writeParts } from "../render.ts";
import { segmentIds } from "../segments/ids.ts";

/** Another way in which somebody said a sentence. */
export interface SentenceEdit {
  readonly sentenceId: string;
  /** What stood there. */
  readonly given: string;
  readonly text: string;
}

interface Place {
  /** Null for what stands around the sentences: first and last words, a signature. */
  readonly sentenceId: string | null;
  readonly text: string;
}

/** More than this is no way to say one sentence any more. */
const LONGEST = 300;

/**
 * The sentences of a row's caption that read otherwise in `edited`. What stayed is what both are held together
 * by: between two places that stayed, one sentence may have become anything, and several are told only where
 * as many lines or sentences stand in their places. What was taken out, or added beside, is no edit of a
 * sentence.
 */
export function editsOf(plan: Plan, row: Row, caption: string, edited: string): SentenceEdit[] {
  const edits: SentenceEdit[] = [];
  let from = 0;
  let run: Place[] = [];
  const close = (between: string) => {
    edits.push(...editsIn(run, between));
    run = [];
  };
  for (const place of placesOf(plan, row, caption)) {
    const at = edited.indexOf(place.text, from);
    if (at < 0) {
      run.push(place);
      continue;
    }
    close(edited.slice(from, at));
    from = at + place.text.length;
  }
  close(edited.slice(from));
  return edits.filter(
    ({ given, text }) => [...text].length <= LONGEST && normalise(given) !== normalise(text),
  );
}

function editsIn(run: readonly Place[], between: string): SentenceEdit[] {
  const words = between.trim();
  if (run.length === 0 || words === "") return [];
  const parts = run.length === 1 ? [words] : partsOf(words, run.length);
  if (parts.length !== run.length) return [];
  return run.flatMap(({ sentenceId, text }, i) => {
    const part = parts[i]?.trim() ?? "";
    return sentenceId === null || part === "" ? [] : [{ sentenceId, given: text, text: part }];
  });
}

/** Words cut into as many lines, or else as many sentences; fewer or more where they do not fall into them. */
function partsOf(words: string, count: number): string[] {
  const lines = words.split(/\n+/).filter((line) => line.trim() !== "");
  if (lines.length === count) return lines;
  return words.match(/[^。！？!?.\n]+(?:[。！？!?]+["”’」』）)]*|\.(?=\s|$)|\n|$)/gu) ?? [];
}

/** A caption's sentences, by the ids that their drafts know them by, and what stands around them. */
function placesOf(plan: Plan, row: Row, caption: string): Place[] {
  const { parts, cuts = [0], slots } = draftOf(plan, row);
  const written = cuts.map((cut, i) => parts.slice(cut, cuts[i + 1]));
  const first = new Array<number>(slots).fill(0);
  const ids = segmentIds(written.map((segment) => writeParts(segment, first).trim()));
  const said = written.map((segment) => writeParts(segment, row.choices).trim());
  const core = writeParts(parts, row.choices).trim();
  const start = caption.indexOf(core);
  const around = (text: string): Place[] =>
    text.trim() === "" ? [] : [{ sentenceId: null, text: text.trim() }];
  return [
    ...around(caption.slice(0, Math.max(0, start))),
    ...said.flatMap((text, i) => (text === "" ? [] : [{ sentenceId: ids[i] ?? null, text }])),
    ...around(start < 0 ? "" : caption.slice(start + core.length)),
  ];
}
