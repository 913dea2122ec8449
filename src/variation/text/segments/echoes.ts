import type { Piece } from "../lexicon/cut.ts";
import { type InPlace, saysAgain, standsOut } from "../lexicon/gated.ts";
import type { RowSegment } from "./merged.ts";
import type { CutSegment } from "./plan-draft.ts";

/**
 * Whether a word of the lexicon's would be said again by a neighbouring segment, stand out from it, or was offered
 * to the segment before (`offered`, in lower case).
 */
export function echoesNextDoor(place: InPlace, offered: ReadonlySet<string>): boolean {
  if (place.option.length < 2) return false;
  return saysAgain(place) || standsOut(place) || offered.has(place.option.toLowerCase());
}

/** Leaves out the lexicon's options that a neighbouring segment says or is offered too. */
export function withoutEchoes(
  cut: readonly CutSegment[],
  row: readonly Pick<RowSegment, "text">[],
): CutSegment[] {
  let offered = new Set<string>();
  return cut.map((segment, i) => {
    const before = row[i - 1]?.text ?? "";
    const behind = row[i + 1]?.text ?? "";
    const here = new Set<string>();
    const pieces = segment.pieces.map((piece): Piece => {
      if (piece.kind !== "choice" || piece.entry === undefined) return piece;
      const [own, ...others] = piece.options;
      const said = wordsOf(own ?? []);
      const kept = others.filter((option) => {
        const words = wordsOf(option);
        here.add(words.toLowerCase());
        return !echoesNextDoor({ words: said, option: words, before, behind }, offered);
      });
      if (kept.length === others.length) return piece;
      if (kept.length > 0) return { ...piece, options: [own ?? [], ...kept] };
      return { kind: "words", text: said };
    });
    offered = here;
    return { ...segment, pieces };
  });
}

function wordsOf(option: readonly Piece[]): string {
  return option.map((piece) => (piece.kind === "choice" ? "" : piece.text)).join("");
}
