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
}

export interface PlanDraft {
  readonly parts: readonly Part[];
  /** How many choices a row of this draft has: all its slots, nested ones included. */
  readonly slots: number;
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

/** The option a row takes at a slot; throws a RangeError when there is none. */
export function optionAt(slot: Slot, choices: readonly number[]): readonly Part[] {
  const option = slot.options[choices[slot.at] ?? 0];
  if (option === undefined) throw new RangeError(`Slot ${slot.slot} has no such option.`);
  return option;
}

/** The same row with every slot of the lexicon's at its first option: what the author wrote. */
export function authored(plan: Plan, row: Row): Row {
  const choices = [...row.choices];
  for (const slot of slotsIn(draftOf(plan, row).parts)) {
    if (slot.entry !== undefined || slot.style) choices[slot.at] = 0;
  }
  return { draft: row.draft, choices };
}
