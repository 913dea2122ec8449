/** A piece of a draft: literal words, a protected span, or a place with several wordings. */
export type Part = string | Keep | Slot;

/** Text that survives byte for byte and never counts towards distance. */
export interface Keep {
  readonly keep: string;
}

/** A place in a draft with two or more options, each of which may hold slots of its own. */
export interface Slot {
  /** Stable: made from the first option's words, so it outlives edits elsewhere in the draft. */
  readonly slot: string;
  /** Where this slot's choice stands in a row's `choices`. */
  readonly at: number;
  readonly options: readonly (readonly Part[])[];
  /** The lexicon entry that opened this slot; absent from the author's own. */
  readonly entry?: string;
  /** Its options are one wording in other dress (a picture for a picture): never distance. */
  readonly style?: true;
  /** The same slot at another place: chosen with the first, and told of once. */
  readonly again?: true;
  /** Its options are a whole segment each: a sentence, a clause with its comma, a line. */
  readonly sentence?: true;
}

/** Two options that may not stand in one wording: the `at` of a slot and an option of it, twice. */
export type Forbidden = readonly [at: number, option: number, otherAt: number, otherOption: number];

export interface PlanDraft {
  readonly parts: readonly Part[];
  /** How many choices a row of this draft has: all its slots, nested ones included. */
  readonly slots: number;
  /** The author's drafts whose words it holds, where that is not told by its place. */
  readonly from?: readonly number[];
  /** Where in `parts` each segment begins; one segment where absent. */
  readonly cuts?: readonly number[];
  /** Options that do not go together, by a gate or by a person's veto. */
  readonly apart?: readonly Forbidden[];
}

/** The compiled, validated, immutable form of a caption; plain JSON. */
export interface Plan {
  readonly format: 1;
  readonly drafts: readonly PlanDraft[];
  /** The workspace's words as they were when the caption was compiled: gates ask for them again. */
  readonly brands: readonly string[];
  readonly bannedWords: readonly string[];
}

/** One wording: a draft and, for each of its slots in order, the option taken (0 where not in play). */
export interface Row {
  readonly draft: number;
  readonly choices: readonly number[];
}

export const PLAN_FORMAT = 1;

export function isKeep(part: Part): part is Keep {
  return typeof part === "object" && "keep" in part;
}

export function isSlot(part: Part): part is Slot {
  return typeof part === "object" && "slot" in part;
}

/** Every slot of a sequence of parts, nested ones included, in the order of `at`. */
export function slotsIn(parts: readonly Part[]): Slot[] {
  return parts
    .filter(isSlot)
    .flatMap((slot) => [slot, ...slot.options.flatMap((option) => slotsIn(option))]);
}

/** The draft a row belongs to; throws a RangeError when the row is not of this plan. */
export function draftOf(plan: Plan, row: Row): PlanDraft {
  const draft = plan.drafts[row.draft];
  if (draft === undefined || draft.slots !== row.choices.length) {
    throw new RangeError(`Row of draft ${row.draft} does not belong to this plan.`);
  }
  return draft;
}

/** A draft's parts, segment by segment. */
export function segmentsOf({ parts, cuts = [0] }: PlanDraft): (readonly Part[])[] {
  return cuts.map((from, i) => parts.slice(from, cuts[i + 1]));
}

/** Whether a wording of a draft has no two options that may not stand together. */
export function goesTogether({ apart = [] }: PlanDraft, choices: readonly number[]): boolean {
  return !apart.some(
    ([at, option, otherAt, otherOption]) =>
      choices[at] === option && choices[otherAt] === otherOption,
  );
}

/** The option a row takes at a slot; throws a RangeError when there is none. */
export function optionAt(slot: Slot, choices: readonly number[]): readonly Part[] {
  const option = slot.options[choices[slot.at] ?? 0];
  if (option === undefined) throw new RangeError(`Slot ${slot.slot} has no such option.`);
  return option;
}
