/** Wordings for a person to look at before approving: the farthest from what was written, and the oddest. */
import { bigramsOf, editDistanceRatio, overlap } from "../distance.ts";
import { normalise } from "../normalise.ts";
import { isSlot, type Part, type Plan, type Row, segmentsOf } from "../plan.ts";
import { type Script, scriptOf } from "../protect/protect.ts";
import { writeParts } from "../render.ts";
import { oddnessOf } from "../segments/borders.ts";
import { segmentIds } from "../segments/ids.ts";
import { RowGate } from "./row-gate.ts";
import { affordable, candidateRows } from "./space.ts";
import { Speech } from "./speech.ts";

export interface MixSentence {
  readonly sentenceId: string;
  /** What it says in this mix. */
  readonly text: string;
  /** The option as its author wrote it, without Starling's own changes: what a vetoed pair is named by. */
  readonly wording: string;
  /** Which of its options that is, from 0; 0 where it has none. */
  readonly option: number;
}

/** Two neighbouring sentences of a mix, by their places from 0, and what may read ill between them. */
export interface OddBorder {
  readonly first: number;
  readonly word: string;
}

export interface Mix {
  readonly draft: number;
  readonly text: string;
  readonly sentences: readonly MixSentence[];
  /** How near it stands to what was written first. */
  readonly j2: number;
  readonly edit: number;
  /** Whether it is shown for being far from that, or for reading odd perhaps. */
  readonly shownFor: "far" | "odd";
  readonly borders: readonly OddBorder[];
}

/** Wordings looked at, as far as their letters together are no more than so many. */
const LOOKED_AT = 400;
const LETTERS = 400_000;
/** Two mixes that are shown are no nearer than this, where there are others. */
const ALIKE = 0.9;

/**
 * At most `count` wordings of a plan, the farthest and the oddest by turns, no two much alike where there are
 * others. Deterministic in (plan, seed); nothing of the author's own first wording is among them.
 */
export function mixesOf(plan: Plan, { count, seed }: { count: number; seed: string }): Mix[] {
  const speech = new Speech(plan);
  const steps = candidateRows(
    plan,
    speech,
    affordable(speech, mostRows(plan, speech)),
    `mixes ${seed}`,
  );
  let rows: readonly Row[] = [];
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      rows = step.value;
      break;
    }
  }
  const gate = new RowGate(plan);
  const mixer = new Mixer(plan);
  const mixes = rows
    .filter((row) => row.choices.some((choice) => choice > 0) && gate.passes(row))
    .map((row) => mixer.mix(row));
  const far = [...mixes].sort((a, b) => a.j2 - b.j2);
  const odd = mixes
    .filter(({ borders }) => borders.length > 0)
    .sort((a, b) => b.borders.length - a.borders.length || a.j2 - b.j2);
  const shown = new Map<ReadMix, Mix["shownFor"]>();
  // Each is held against each that is shown once: who is like one of them stays so.
  const alike = new Set<ReadMix>();
  const take = (list: readonly ReadMix[], shownFor: Mix["shownFor"]) => {
    const isNew = (mix: ReadMix) => [...shown.keys()].every(({ text }) => text !== mix.text);
    const next = list.find((mix) => !alike.has(mix) && isNew(mix)) ?? list.find(isNew);
    if (next === undefined) return false;
    shown.set(next, shownFor);
    for (const mix of mixes) {
      if (!alike.has(mix) && overlap(next.bigrams, mix.bigrams) > ALIKE) alike.add(mix);
    }
    return true;
  };
  while (shown.size < count) {
    const took = [take(odd, "odd"), shown.size < count && take(far, "far")];
    if (!took.some(Boolean)) break;
  }
  // Counting edits is what costs most: of those alone that are shown.
  return [...shown].map(([{ bigrams: _, first, ...mix }, shownFor]) => ({
    ...mix,
    edit: editDistanceRatio(first, mix.text),
    shownFor,
  }));
}

/** How many wordings are read, of which each is as long as what its draft says at first. */
function mostRows(plan: Plan, speech: Speech): number {
  const lengths = plan.drafts.map(({ slots }, draft) =>
    speech.length({ draft, choices: new Array<number>(slots).fill(0) }),
  );
  return Math.min(LOOKED_AT, Math.ceil(LETTERS / Math.max(1, ...lengths)));
}

/** A mix as it is compared with others. */
type ReadMix = Omit<Mix, "edit" | "shownFor"> & {
  /** What its draft says at first. */
  readonly first: string;
  readonly bigrams: ReadonlySet<string>;
};

/** Writes wordings out sentence by sentence. */
class Mixer {
  private readonly firsts: readonly {
    /** Which of the author's drafts it is. */
    readonly draft: number;
    readonly texts: readonly string[];
    readonly ids: string[];
    readonly bigrams: ReadonlySet<string>;
    readonly segments: readonly (readonly Part[])[];
    readonly script: Script;
  }[];
  /** What was found at borders: the same sentences meet in many mixes. */
  private readonly odd = new Map<string, string | undefined>();

  constructor(plan: Plan) {
    this.firsts = plan.drafts.map((draft, index) => {
      const segments = segmentsOf(draft);
      const texts = textsOf(segments, new Array<number>(draft.slots).fill(0));
      const text = texts.join("");
      return {
        draft: draft.from?.[0] ?? index,
        texts,
        segments,
        ids: segmentIds(texts),
        bigrams: bigramsOf(normalise(text)),
        script: scriptOf(text),
      };
    });
  }

  mix({ draft, choices }: Row): ReadMix {
    const first = this.firsts[draft];
    if (first === undefined) throw new RangeError(`There is no draft ${draft} in this plan.`);
    const { texts: own, ids, segments } = first;
    const texts = textsOf(segments, choices);
    const zeros = new Array<number>(choices.length).fill(0);
    const text = texts.join("");
    const bigrams = bigramsOf(normalise(text));
    const borders = texts.slice(1).flatMap((right, i): OddBorder[] => {
      const left = texts[i] ?? "";
      if (left === own[i] && right === own[i + 1]) return [];
      const word = this.oddAt(draft, i, [left, right]);
      return word === undefined ? [] : [{ first: i, word }];
    });
    return {
      draft: first.draft,
      text,
      sentences: texts.map((said, i) => {
        const slot = segments[i]?.find((part) => isSlot(part) && part.sentence);
        if (slot === undefined || !isSlot(slot)) {
          return {
            sentenceId: ids[i] ?? "",
            text: said.trim(),
            wording: (own[i] ?? "").trim(),
            option: 0,
          };
        }
        const option = choices[slot.at] ?? 0;
        const wording = writeParts(slot.options[option] ?? [], zeros).trim();
        return { sentenceId: ids[i] ?? "", text: said.trim(), wording, option };
      }),
      j2: overlap(first.bigrams, bigrams),
      borders,
      first: own.join(""),
      bigrams,
    };
  }

  private oddAt(draft: number, i: number, [left, right]: readonly [string, string]) {
    const { texts = [], script = "han" } = this.firsts[draft] ?? {};
    const place = [draft, i, left, right].join("\u0001");
    const known = this.odd.get(place);
    if (known !== undefined || this.odd.has(place)) return known;
    const word = oddnessOf(left, right, [texts[i] ?? "", texts[i + 1] ?? ""], script);
    this.odd.set(place, word);
    return word;
  }
}

/** What each segment says, the white space behind it included. */
function textsOf(segments: readonly (readonly Part[])[], choices: readonly number[]): string[] {
  return segments.map((parts) => writeParts(parts, choices));
}
