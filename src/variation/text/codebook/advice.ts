import { normalise } from "../normalise.ts";
import { lockedTerms } from "../options/operators.ts";
import { isKeep, isSlot, type Part, type Plan, type PlanDraft, segmentsOf } from "../plan.ts";
import { scriptOf } from "../protect/protect.ts";
import { segmentIds } from "../segments/ids.ts";
import { COMPANY_FLOOR, Distances, TEAM_FLOOR } from "./floors.ts";
import { selectRows } from "./select.ts";
import { affordable, candidateRows } from "./space.ts";
import { Speech } from "./speech.ts";

/** Something an author could write, and what it would bring. */
export interface Advice {
  /** `sentence-options`: further options for the sentences named. `draft`: one more option for all of them. */
  readonly kind: "sentence-options" | "draft";
  /** The draft, as the author counts them. */
  readonly draft: number;
  readonly sentences: readonly AdvisedSentence[];
  /** How many more options each of them should get. */
  readonly options: number;
  /** Which floor it is about: the first that does not hold for everybody. */
  readonly floor: "company" | "team";
  /** How many more senders the text would serve at that floor, simulated. */
  readonly gain: number;
  /** Whether that is enough for all there are, or for the largest team. */
  readonly servesAll: boolean;
}

export interface AdvisedSentence {
  readonly sentenceId: string;
  /** What the author wrote there. */
  readonly words: string;
}

export interface AdviceInput {
  readonly seed: string;
  readonly floor: Advice["floor"];
  /** Senders to serve at that floor: all of them, or the largest team's. */
  readonly seats: number;
}

/** Rows in one simulation. */
const POOL = 2048;
/** Sentences tried one by one, the longest first. */
const TRIED = 5;
/** Sentences that get options together. */
const TOGETHER = [2, 3, 4, 6, 8, 12] as const;
const MORE = 2;
const LISTED = 5;
/** All that is tried reads so many letters in all, since each try reads every draft: of long drafts less is tried. */
const LETTERS = 240_000;
const FEWEST_TRIES = 3;
/** A sentence with fewer letters that could be others is nobody's to reword, where there are longer ones. */
const FEWEST_LETTERS = 5;

interface Place {
  readonly draft: number;
  /** Which segment of the plan's draft. */
  readonly segment: number;
  readonly letters: number;
  readonly told: AdvisedSentence;
}

/**
 * Tries what additions would bring: options for one sentence, for several together, for all. Each is simulated
 * with made-up options that are as near to each other as people's are.
 */
export function* adviseSteps(
  plan: Plan,
  { seed, floor, seats }: AdviceInput,
): Generator<void, Advice[]> {
  const aim = { seed, floor, most: Math.max(seats, floor === "team" ? 60 : 300) };
  const now = yield* serves(plan, aim);
  const advice: Advice[] = [];
  const places = placesIn(plan, FEWEST_LETTERS);
  if (places.length === 0) places.push(...placesIn(plan, 1));
  function* tried(
    kind: Advice["kind"],
    some: readonly Place[],
    options: number,
  ): Generator<void, Advice> {
    const served = yield* serves(withOptions(plan, some, options), aim);
    const draft = some[0]?.draft ?? 0;
    const told = {
      kind,
      draft: plan.drafts[draft]?.from?.[0] ?? draft,
      sentences: some.map((place) => place.told),
      options,
      floor,
      gain: served - now,
      servesAll: served >= seats,
    };
    advice.push(told);
    return told;
  }
  const tries = Math.max(FEWEST_TRIES, Math.floor(LETTERS / lettersOf(plan)));
  const alone = Math.min(TRIED, Math.ceil(tries / 2));
  for (const place of places.slice(0, alone)) yield* tried("sentence-options", [place], MORE);
  const [first] = places;
  const together = places.filter(({ draft }) => draft === first?.draft);
  for (const count of TOGETHER.slice(0, tries - alone)) {
    if (count > together.length) break;
    const { servesAll } = yield* tried("sentence-options", together.slice(0, count), MORE);
    if (servesAll) break;
  }
  if (together.length > 1) yield* tried("draft", together, 1);
  // What serves all comes first, the least work before more; then the largest gain.
  const work = ({ sentences, options }: Advice) => sentences.length * options;
  return advice
    .filter(({ gain }) => gain > 0)
    .sort(
      (a, b) =>
        Number(b.servesAll) - Number(a.servesAll) ||
        (a.servesAll ? work(a) - work(b) : b.gain - a.gain),
    )
    .slice(0, LISTED);
}

function lettersOf(plan: Plan): number {
  const speech = new Speech(plan);
  const lengths = plan.drafts.map(({ slots }, draft) =>
    speech.length({ draft, choices: new Array<number>(slots).fill(0) }),
  );
  return Math.max(
    1,
    lengths.reduce((sum, length) => sum + length, 0),
  );
}

function* serves(
  plan: Plan,
  { seed, floor, most }: { seed: string; floor: Advice["floor"]; most: number },
): Generator<void, number> {
  const speech = new Speech(plan);
  const rows = yield* candidateRows(plan, speech, affordable(speech, POOL), seed);
  const distances = yield* Distances.of(speech, rows);
  const pool = Array.from({ length: distances.count }, (_, i) => i);
  const apart = floor === "team" ? TEAM_FLOOR : COMPANY_FLOOR;
  return (yield* selectRows(distances, pool, apart, { most, below: false })).apart;
}

function placesIn(plan: Plan, fewest: number): Place[] {
  return plan.drafts
    .flatMap((draft, index) => placesOf(draft, index, fewest))
    .sort((a, b) => b.letters - a.letters);
}

/** The segments that people could say otherwise: no address lines or price rows, nothing that is locked. */
function placesOf(draft: PlanDraft, index: number, fewest: number): Place[] {
  const segments = segmentsOf(draft);
  const texts = segments.map((parts) => said(parts).trim());
  const ids = segmentIds(texts);
  return segments.flatMap((parts, segment): Place[] => {
    const words = texts[segment] ?? "";
    const letters = normalise(literal(parts)).length;
    const script = scriptOf(words);
    const facts = normalise(words).length - letters;
    const isLocked = lockedTerms(words, script).length > 0;
    if (letters < fewest * (script === "latin" ? 3 : 1) || facts > letters || isLocked) return [];
    return [{ draft: index, segment, letters, told: { sentenceId: ids[segment] ?? "", words } }];
  });
}

/** What could be otherwise of the words the author wrote first. */
function literal(parts: readonly Part[]): string {
  return parts
    .map((part) => (isSlot(part) ? literal(part.options[0] ?? []) : isKeep(part) ? "" : part))
    .join("");
}

/** The words as an author knows them: protected spans and first options included. */
function said(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      return isKeep(part) ? part.keep : said(part.options[0] ?? []);
    })
    .join("");
}

/** A plan in which some segments have made-up options more. */
function withOptions(plan: Plan, places: readonly Place[], options: number): Plan {
  const drafts = plan.drafts.map((draft, index) => {
    const here = places.filter((place) => place.draft === index).map(({ segment }) => segment);
    if (here.length === 0) return draft;
    let slots = draft.slots;
    const wider = segmentsOf(draft).map((parts, segment): Part[] => {
      if (!here.includes(segment)) return [...parts];
      const own = parts.find((part) => isSlot(part) && part.sentence);
      const base = own !== undefined && isSlot(own) ? (own.options[0] ?? []) : parts;
      const made = Array.from({ length: options }, (_, n) => reworded(base, n));
      if (own !== undefined && isSlot(own)) {
        return parts.map((part) =>
          part === own ? { ...own, options: [...own.options, ...made] } : part,
        );
      }
      return [{ slot: "new", at: slots++, options: [[...parts], ...made] }];
    });
    const cuts: number[] = [];
    const flat: Part[] = [];
    for (const list of wider) {
      cuts.push(flat.length);
      flat.push(...list);
    }
    return { ...draft, parts: flat, cuts, slots };
  });
  return { ...plan, drafts };
}

const HANGUL = 0xac00;

/**
 * One letter in so many is another in a made-up option, at a place of its own. So J2 is 0.56 to the words of a Chinese
 * author and 0.40 between two options, where options that a strict reader left have 0.56 and 0.42. English ones, at 0.61
 * and 0.51, differ less evenly, and what the nearest of them bring decides: at one in twelve the gain told is the gain
 * reached, in the middle (`npm run bench -- advice`).
 */
const ONE_IN = { han: 7, latin: 12 } as const;

/** Stand-in for the nth rewording of a segment: some letters of it are such as no other option has. */
function reworded(parts: readonly Part[], nth: number): Part[] {
  const every = scriptOf(said(parts)) === "latin" ? ONE_IN.latin : ONE_IN.han;
  let letters = 0;
  const other = (char: string) => {
    if (!/[\p{L}\p{N}]/u.test(char)) return char;
    if ((letters++ + nth) % every !== 0) return char;
    return String.fromCharCode(HANGUL + (((char.codePointAt(0) ?? 0) * 7 + nth * 101) % 11_000));
  };
  const each = (part: Part): Part => {
    if (isKeep(part)) return part;
    if (!isSlot(part)) return [...part].map(other).join("");
    const before = letters;
    const options = part.options.map((option) => {
      letters = before;
      return option.map(each);
    });
    return { ...part, options };
  };
  return parts.map(each);
}
