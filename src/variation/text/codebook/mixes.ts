/** Wordings for a person to look at before approving: the farthest from what was written, and the oddest. */
import { editDistanceRatio, jaccardBigrams } from "../distance.ts";
import { normalise } from "../normalise.ts";
import { isSlot, type Plan, type PlanDraft, type Row, segmentsOf } from "../plan.ts";
import { scriptOf } from "../protect/protect.ts";
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

/** Wordings looked at. */
const LOOKED_AT = 400;
/** Two mixes that are shown are no nearer than this, where there are others. */
const ALIKE = 0.9;

/**
 * At most `count` wordings of a plan, the farthest and the oddest by turns, no two much alike where there are
 * others. Deterministic in (plan, seed); nothing of the author's own first wording is among them.
 */
export function mixesOf(plan: Plan, { count, seed }: { count: number; seed: string }): Mix[] {
  const speech = new Speech(plan);
  const steps = candidateRows(plan, speech, affordable(speech, LOOKED_AT), `mixes ${seed}`);
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
  const far = [...mixes].sort((a, b) => a.j2 - b.j2 || b.edit - a.edit);
  const odd = mixes
    .filter(({ borders }) => borders.length > 0)
    .sort((a, b) => b.borders.length - a.borders.length || a.j2 - b.j2);
  const shown: Mix[] = [];
  const take = (list: readonly Mix[], shownFor: Mix["shownFor"]) => {
    const isNew = (mix: Mix) => shown.every(({ text }) => text !== mix.text);
    const apart = (mix: Mix) =>
      shown.every(({ text }) => jaccardBigrams(normalise(text), normalise(mix.text)) <= ALIKE);
    const next = list.find((mix) => isNew(mix) && apart(mix)) ?? list.find(isNew);
    if (next !== undefined) shown.push({ ...next, shownFor });
    return next !== undefined;
  };
  while (shown.length < count) {
    const took = [take(odd, "odd"), shown.length < count && take(far, "far")];
    if (!took.some(Boolean)) break;
  }
  return shown;
}

/** Writes wordings out sentence by sentence. */
class Mixer {
  private readonly plan: Plan;
  private readonly firsts: readonly { readonly texts: readonly string[]; readonly ids: string[] }[];

  constructor(plan: Plan) {
    this.plan = plan;
    this.firsts = plan.drafts.map((draft) => {
      const texts = textsOf(draft, new Array<number>(draft.slots).fill(0));
      return { texts, ids: segmentIds(texts) };
    });
  }

  mix({ draft, choices }: Row): Mix {
    const plan = this.plan.drafts[draft];
    const { texts: own = [], ids = [] } = this.firsts[draft] ?? {};
    const texts = plan === undefined ? [] : textsOf(plan, choices);
    const segments = plan === undefined ? [] : segmentsOf(plan);
    const zeros = new Array<number>(choices.length).fill(0);
    const [text, first] = [texts.join(""), own.join("")];
    const script = scriptOf(first);
    const borders = texts.slice(1).flatMap((right, i): OddBorder[] => {
      const left = texts[i] ?? "";
      if (left === own[i] && right === own[i + 1]) return [];
      const word = oddnessOf(left, right, [own[i] ?? "", own[i + 1] ?? ""], script);
      return word === undefined ? [] : [{ first: i, word }];
    });
    return {
      draft: plan?.from?.[0] ?? draft,
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
      j2: jaccardBigrams(normalise(first), normalise(text)),
      edit: editDistanceRatio(normalise(first), normalise(text)),
      shownFor: "far",
      borders,
    };
  }
}

/** What each segment says, the white space behind it included. */
function textsOf(draft: PlanDraft, choices: readonly number[]): string[] {
  return segmentsOf(draft).map((parts) => writeParts(parts, choices));
}
