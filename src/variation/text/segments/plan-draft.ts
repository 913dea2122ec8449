import { hash32 } from "../hash.ts";
import type { Piece } from "../lexicon/cut.ts";
import { safeOrders } from "../order.ts";
import type { Forbidden, Part, PlanDraft, Slot } from "../plan.ts";

/** A segment's pieces, with the white space behind it. */
export interface CutSegment {
  readonly pieces: readonly Piece[];
  readonly gap: readonly Piece[];
  /** It is one slot, whose options are a whole segment each. */
  readonly sentence: boolean;
}

/** An option of a sentence slot, both counted from 0. */
export interface OptionPlace {
  readonly segment: number;
  readonly option: number;
}

/** Numbers and names the slots of a draft; `apart` are pairs of options that may not stand together. */
export function planDraft(
  segments: readonly CutSegment[],
  apart: readonly (readonly [OptionPlace, OptionPlace])[] = [],
): PlanDraft {
  const namer = new SlotNames();
  const sentenceAt: number[] = [];
  const cuts: number[] = [];
  const parts: Part[] = [];
  segments.forEach(({ pieces, gap, sentence }, index) => {
    cuts.push(parts.length);
    sentenceAt[index] = namer.count;
    const planned = namer.plan(pieces);
    const marked = sentence
      ? planned.map((part) => (isNewSlot(part) ? { ...part, sentence: true as const } : part))
      : planned;
    parts.push(...joined([...marked, ...namer.plan(gap)]));
  });
  const forbidden = apart.map(([a, b]): Forbidden => {
    const at = ({ segment }: OptionPlace) => sentenceAt[segment] ?? 0;
    return [at(a), a.option, at(b), b.option];
  });
  const slots = namer.count;
  return {
    parts,
    slots,
    ...(cuts.length < 2 ? {} : { cuts }),
    ...(forbidden.length === 0 ? {} : { apart: forbidden }),
  };
}

function isNewSlot(part: Part): part is Slot {
  return typeof part === "object" && "slot" in part;
}

/** Gives each slot of a draft its place among a row's choices, and an id that outlives edits elsewhere. */
class SlotNames {
  count = 0;
  private readonly seen = new Map<string, number>();
  private readonly ties = new Map<string, { at: number; slot: string }>();

  plan(list: readonly Piece[]): Part[] {
    return list.map((piece): Part => {
      if (piece.kind !== "choice") {
        return piece.kind === "words" ? piece.text : { keep: piece.text };
      }
      const tied = piece.tie === undefined ? undefined : this.ties.get(piece.tie);
      const at = tied?.at ?? this.count++;
      const slot = tied?.slot ?? piece.tie ?? this.nameOf(piece.options[0] ?? []);
      if (piece.tie !== undefined) this.ties.set(piece.tie, { at, slot });
      const parts = piece.options.map((option) => joined(this.plan(option)));
      // Parts that change places are shared by all orders: their own slots are chosen once.
      const options = piece.anyOrder
        ? safeOrders(piece.options.map(keptIn)).map((order) =>
            joined(order.flatMap((i) => parts[i] ?? [])),
          )
        : parts;
      const entry = piece.entry === undefined ? {} : { entry: piece.entry };
      const style = piece.style === true ? { style: true as const } : {};
      const again = tied === undefined ? {} : { again: true as const };
      return { slot, at, options, ...entry, ...style, ...again };
    });
  }

  private nameOf(option: readonly Piece[]): string {
    const name = `s${hash32(firstWords(option)).toString(36)}`;
    const nth = (this.seen.get(name) ?? 0) + 1;
    this.seen.set(name, nth);
    return nth === 1 ? name : `${name}.${nth}`;
  }
}

/** Words that stand side by side as one. */
function joined(parts: readonly Part[]): Part[] {
  return parts.reduce<Part[]>((out, part) => {
    const last = out[out.length - 1];
    if (typeof part === "string" && typeof last === "string") out[out.length - 1] = last + part;
    else out.push(part);
    return out;
  }, []);
}

function keptIn(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === "choice") return keptIn(piece.options[0] ?? []);
    return piece.kind === "keep" ? [piece.text] : [];
  });
}

function firstWords(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === "choice" ? firstWords(piece.options[0] ?? []) : piece.text))
    .join("");
}
