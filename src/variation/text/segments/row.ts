/** A row of segments cut for a plan, with the pairs of options that may not stand together. */

import { findBreaks } from "../lexicon/breaks.ts";
import { type CutRules, cutDraft, flatten, type Piece } from "../lexicon/cut.ts";
import { placesIn } from "../lexicon/gated.ts";
import type { PlanDraft } from "../plan.ts";
import { findProtected } from "../protect/protect.ts";
import { clashesBeside } from "./borders.ts";
import { RUNS_ON } from "./cut.ts";
import { withoutEchoes } from "./echoes.ts";
import type { RowSegment } from "./merged.ts";
import { type CutSegment, type OptionPlace, planDraft } from "./plan-draft.ts";

/** Two wordings of different segments that a person does not want to read together. */
export type VetoedPair = readonly [string, string];

export interface RowRules extends CutRules {
  readonly pairs: readonly VetoedPair[];
  readonly varyLayout: boolean;
}

/** The segments of a row as a plan's draft. */
export function planRow(row: readonly RowSegment[], rules: RowRules): PlanDraft {
  const texts = row.map(optionTexts);
  const within = row.map(({ text, gap }) => text + gap).join("");
  const gaps = gapsOf(row, within, rules);
  const inside = { ...rules, within, vetoes: [...rules.vetoes, LAYOUT] };
  const cut = row.map((segment, i): CutSegment => {
    const pieces = cutDraft(
      segment.nodes,
      segment.text.length < RUNS_ON
        ? { ...inside, places: placesIn(segment.text, within) }
        : { ...inside, entries: [] },
    );
    return { pieces, gap: gaps[i] ?? [], sentence: (texts[i]?.length ?? 0) > 1 };
  });
  const apart = [
    ...clashing(row, texts, rules),
    ...mixedAddress(texts),
    ...vetoed(texts, rules.pairs),
  ];
  return planDraft(withoutEchoes(cut, row), apart);
}

/** The veto that keeps line breaks as they are written. */
const LAYOUT = "\n";

/** The white space behind each segment, as a slot where the layout may be another and all places are free. */
function gapsOf(row: readonly RowSegment[], text: string, rules: RowRules): Piece[][] {
  const words = (space: string): Piece[] => (space === "" ? [] : [{ kind: "words", text: space }]);
  const plain = row.map(({ gap }) => words(gap));
  const { brands, script, varyLayout, entries, vetoes, register } = rules;
  if (!varyLayout || entries.length === 0 || vetoes.includes(LAYOUT)) return plain;
  const breaks = findBreaks(text, findProtected(text, brands, script), register === "warm");
  if (breaks === undefined) return plain;
  const { own, other, places } = breaks;
  const slot: Piece = {
    kind: "choice",
    options: [words(own), words(other)],
    style: true,
    tie: "breaks",
  };
  let at = 0;
  let found = 0;
  const gaps = row.map(({ text: said, gap }, i): Piece[] => {
    const start = at + said.length;
    at = start + gap.length;
    if (!places.some((place) => place.start === start && place.end === at)) return plain[i] ?? [];
    found++;
    return [slot];
  });
  return found === places.length ? gaps : plain;
}

/** What a sentence slot's options say; nothing for a segment that is none. */
function optionTexts({ nodes }: RowSegment): string[] {
  const [only] = nodes;
  if (nodes.length !== 1 || only?.kind !== "choice" || only.anyOrder) return [];
  return only.options.map((option) => flatten(option));
}

type Pair = readonly [OptionPlace, OptionPlace];

/** Neighbours' options that read ill together; the author's own pairs are the author's. */
function clashing(
  row: readonly RowSegment[],
  texts: readonly (readonly string[])[],
  { script }: RowRules,
): Pair[] {
  return texts.flatMap((left, i) => {
    const right = texts[i + 1] ?? [];
    if (left.length === 0 || right.length === 0) return [];
    const clashOf = clashesBeside([left[0] ?? "", right[0] ?? ""], script);
    return left.flatMap((a, x) =>
      right.flatMap((b, y): Pair[] => {
        const draft = row[i]?.from[x];
        const together =
          (x === 0 && y === 0) || (draft !== row[i]?.from[0] && draft === row[i + 1]?.from[y]);
        if (together || clashOf(a, b) === undefined) return [];
        return [
          [
            { segment: i, option: x },
            { segment: i + 1, option: y },
          ],
        ];
      }),
    );
  });
}

/** 你 in one segment and 您 in another. */
function mixedAddress(texts: readonly (readonly string[])[]): Pair[] {
  const polite: OptionPlace[] = [];
  const plain: OptionPlace[] = [];
  texts.forEach((options, segment) => {
    options.forEach((text, option) => {
      if (text.includes("您")) polite.push({ segment, option });
      else if (text.includes("你")) plain.push({ segment, option });
    });
  });
  const firsts = (list: readonly OptionPlace[]) => list.some(({ option }) => option === 0);
  // The author's own words mix them already.
  if (firsts(polite) && firsts(plain)) return [];
  return polite.flatMap((a) =>
    plain.flatMap((b): Pair[] => (a.segment === b.segment ? [] : [[a, b]])),
  );
}

function vetoed(texts: readonly (readonly string[])[], pairs: readonly VetoedPair[]): Pair[] {
  const places = (words: string) =>
    texts.flatMap((options, segment) =>
      options.flatMap((text, option) =>
        text.trim() === words.trim() ? [{ segment, option }] : [],
      ),
    );
  return pairs.flatMap(([first, second]) =>
    places(first).flatMap((a) =>
      places(second).flatMap((b): Pair[] => {
        const own = a.option === 0 && b.option === 0;
        return own || a.segment === b.segment ? [] : [[a, b]];
      }),
    ),
  );
}
