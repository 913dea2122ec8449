import { gatesOf, LENGTH_SLACK, readsTwice } from "../gates/gates.ts";
import { type Part, type Plan, type Row, type Slot, segmentsOf, slotsIn } from "../plan.ts";
import { writeParts } from "../render.ts";

/** So much on each side of a border between segments is read for a word or mark said twice. */
const BORDER = 4;

/**
 * Judges rows by what Starling itself changed in them: each segment beside what its author wrote there, and
 * every border. Segments come back in thousands of rows, so each of their wordings is read once.
 */
export class RowGate {
  private readonly plan: Plan;
  private readonly segments: readonly (readonly (readonly Part[])[])[];
  /** The segments, by draft, in which Starling has a say at all. */
  private readonly varied: readonly (readonly number[])[];
  /** The choices that are Starling's own, by draft. */
  private readonly own: readonly (readonly number[])[];
  /** What each draft says at first. */
  private readonly texts: readonly string[];
  private readonly known = new Map<string, boolean>();

  constructor(plan: Plan) {
    this.plan = plan;
    this.segments = plan.drafts.map(segmentsOf);
    this.texts = plan.drafts.map(({ parts, slots }) =>
      writeParts(parts, new Array<number>(slots).fill(0)),
    );
    const ours = ({ entry, style }: Slot) => entry !== undefined || style === true;
    this.own = plan.drafts.map(({ parts }) =>
      slotsIn(parts)
        .filter(ours)
        .map(({ at }) => at),
    );
    this.varied = this.segments.map((segments) =>
      segments.flatMap((parts, i) => (slotsIn(parts).some(ours) ? [i] : [])),
    );
  }

  /** Whether a row may go out as it is. */
  passes(row: Row): boolean {
    const ours = this.own[row.draft] ?? [];
    if (ours.every((at) => row.choices[at] === 0)) return true;
    const segments = this.segments[row.draft] ?? [];
    const choices = [...row.choices];
    for (const at of ours) choices[at] = 0;
    const write = (i: number, taken: readonly number[]) => {
      const parts = segments[i];
      return parts === undefined ? "" : writeParts(parts, taken);
    };
    let longer = 0;
    for (const i of this.varied[row.draft] ?? []) {
      const [own, said] = [write(i, choices), write(i, row.choices)];
      longer += said.length - own.length;
      if (own === said) continue;
      const before = [choices, row.choices].map((taken) => write(i - 1, taken).slice(-BORDER));
      const behind = [choices, row.choices].map((taken) => write(i + 1, taken).slice(0, BORDER));
      if (!this.isGood(own, said, [before, behind], this.texts[row.draft] ?? "")) return false;
    }
    return Math.abs(longer) <= (this.texts[row.draft]?.length ?? 0) * LENGTH_SLACK;
  }

  private isGood(
    own: string,
    said: string,
    [before, behind]: readonly (readonly string[])[],
    within: string,
  ): boolean {
    const key = [own, said, ...(before ?? []), ...(behind ?? [])].join("\u0001");
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const good =
      gatesOf(own, { ...this.plan, within })(said).length === 0 &&
      !readsTwice(`${before?.[0]}${own}${behind?.[0]}`, `${before?.[1]}${said}${behind?.[1]}`);
    this.known.set(key, good);
    return good;
  }
}
