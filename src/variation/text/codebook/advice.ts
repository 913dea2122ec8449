import { lockedClauses } from "../gates/operators.ts";
import { isKeep, isSlot, type Part, type Plan, type PlanDraft } from "../plan.ts";
import { scriptOf } from "../protect/protect.ts";
import { COMPANY_FLOOR, Distances } from "./floors.ts";
import { selectApart } from "./select.ts";
import { candidates } from "./space.ts";

/** One thing an author could add, and what it would bring. */
export interface Advice {
  readonly draft: number;
  /** The slot that should get an option; absent where words outside slots should. */
  readonly slot?: string;
  /** How many more senders the text would serve at the company floor, simulated. */
  readonly gain: number;
  readonly text: string;
}

/** Candidates in one simulation: gains are told up to this many. */
const POOL = 512;
/** The longest places are tried: about this many in all, at least one a draft. */
const PLACES = 8;
const LISTED = 5;

/**
 * Tries what one addition would bring: an alternative for a sentence, an option for a slot, a draft
 * more. A made-up alternative keeps four in ten of the characters, as a person's rewording does.
 */
export function advise(plan: Plan, seed: string, seats: number): Advice[] {
  const now = capacity(plan, seed, seats);
  const gain = (changed: Plan) => capacity(changed, seed, seats) - now;
  const places = Math.ceil(PLACES / plan.drafts.length);
  const advice = plan.drafts.flatMap((draft, index) => {
    const withParts = (parts: readonly Part[]): Plan => ({
      ...plan,
      drafts: plan.drafts.map((other, i) => (i === index ? renumber(parts) : other)),
    });
    return [...sentenceTrials(draft, places), ...slotTrials(draft, places / 2)].map(
      (trial): Advice => {
        const more = gain(withParts(trial.parts));
        const slot = trial.slot === undefined ? {} : { slot: trial.slot };
        const what = trial.slot === undefined ? "one alternative for" : "one more option beside";
        return { draft: index, ...slot, gain: more, text: told(what, trial.words, more) };
      },
    );
  });
  const [first] = plan.drafts;
  if (first !== undefined) {
    const second = renumber(first.parts.map((part) => reword(part)));
    const more = gain({ ...plan, drafts: [...plan.drafts, second] });
    const text = `Add another complete draft in other words: about +${more} senders.`;
    advice.push({ draft: plan.drafts.length, gain: more, text });
  }
  return advice
    .filter((item) => item.gain > 0)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, LISTED);
}

function told(what: string, words: string, gain: number): string {
  const short = [...words.trim().replace(/\s+/g, " ")];
  const quoted = short.length > 16 ? `${short.slice(0, 16).join("")}…` : short.join("");
  return `Add ${what} “${quoted}”: about +${gain} senders.`;
}

function capacity(plan: Plan, seed: string, seats: number): number {
  const pool = candidates(plan, POOL, seed);
  const distances = new Distances(pool, (candidate) => candidate.words);
  const most = Math.max(seats, POOL);
  return selectApart(
    distances,
    pool.map((_, i) => i),
    COMPANY_FLOOR,
    most,
  ).length;
}

interface Trial {
  readonly parts: readonly Part[];
  readonly words: string;
  readonly slot?: string;
}

/** The draft with an alternative for each of its longest stretches of fixed words, in turn. */
function sentenceTrials(draft: PlanDraft, most: number): Trial[] {
  const parts = draft.parts.flatMap((part): Part[] =>
    typeof part === "string" ? part.split(SENTENCE_BREAK) : [part],
  );
  return sentences(parts)
    .map(({ from, to }) => ({ from, to, here: parts.slice(from, to) }))
    .filter(({ here }) => literal(here).length >= 4 && !isLocked(said(here)))
    .sort((a, b) => literal(b.here).length - literal(a.here).length)
    .slice(0, most)
    .map(({ from, to, here }) => {
      const slot: Part = { slot: "new", at: 0, options: [here, here.map((part) => reword(part))] };
      return { parts: [...parts.slice(0, from), slot, ...parts.slice(to)], words: said(here) };
    });
}

/** Nobody is asked to reword what denies, limits or disclaims. */
function isLocked(sentence: string): boolean {
  return lockedClauses(sentence, scriptOf(sentence)).length > 0;
}

function slotTrials({ parts }: PlanDraft, most: number): Trial[] {
  return parts
    .flatMap((part, index) => (isSlot(part) ? [{ part, index }] : []))
    .map(({ part, index }) => ({ part, index, words: literal(part.options[0] ?? []) }))
    .sort((a, b) => b.words.length - a.words.length)
    .slice(0, Math.ceil(most))
    .map(({ part, index, words }) => {
      const more = (part.options[0] ?? []).map((inner) => reword(inner));
      const wider: Part = { ...part, options: [...part.options, more] };
      return { parts: parts.with(index, wider), words, slot: part.slot };
    })
    .filter(({ words }) => words !== "");
}

const SENTENCE_BREAK = /(?<=[。！？!?；;\n]|\. )/u;
const SENTENCE_END = /(?:[。！？!?；;\n]\s*|\. )$/;

/** Ranges of parts that end where a literal ends a sentence. */
function sentences(parts: readonly Part[]): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = [];
  let from = 0;
  parts.forEach((part, i) => {
    if (i === parts.length - 1 || (typeof part === "string" && SENTENCE_END.test(part))) {
      out.push({ from, to: i + 1 });
      from = i + 1;
    }
  });
  return out;
}

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

const HANGUL = 0xac00;

/** Stand-in for a rewording: runs of characters replaced by ones no caption of this plan shares. */
function reword(part: Part): Part {
  if (isKeep(part)) return part;
  if (isSlot(part)) {
    return { ...part, options: part.options.map((option) => option.map((p) => reword(p))) };
  }
  return [...part]
    .map((char, i) =>
      i % 5 < 3 && /[\p{L}\p{N}]/u.test(char)
        ? String.fromCharCode(HANGUL + ((char.codePointAt(0) ?? 0) % 11_000))
        : char,
    )
    .join("");
}

/** A draft of these parts with every slot numbered anew. */
function renumber(parts: readonly Part[]): PlanDraft {
  let next = 0;
  const walk = (list: readonly Part[]): Part[] =>
    list.map((part) => {
      if (!isSlot(part)) return part;
      const at = next++;
      return { ...part, at, options: part.options.map(walk) };
    });
  return { parts: walk(parts), slots: next };
}
