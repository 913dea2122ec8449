/**
 * Points as they came to be known. Nothing in the ledger is changed: a correction appends, so that a
 * past score can be read as it was.
 */
import type { Credit } from "./credit.ts";
import type { Evidence } from "./evidence.ts";
import type { RuleVersion } from "./rule.ts";

/** What a rule version gives one viewer for one moment and tag, as of when it was written. */
export type LedgerEntry = {
  readonly ruleId: string;
  readonly version: number;
  readonly tag: string;
  readonly source: string;
  /** 1, 2, … within (rule version, tag, source); the highest is what counts. With the viewer it is the
   *  entry's key: of two writers who append the same one, one loses and looks again. */
  readonly seq: number;
  /** 0 where the points were taken back. */
  readonly points: number;
  /** When the moment began. */
  readonly at: number;
  /** When the entry was written. */
  readonly recordedAt: number;
  readonly evidence: readonly Evidence[];
};

/**
 * What has to be appended so that the ledger says what a rule gives. Nothing, where it says so already:
 * a repeated or late event of a visit writes no second credit.
 *
 * @param entries of this viewer and rule version, in any order, old ones included
 */
export function entriesToAppend(
  rule: Pick<RuleVersion, "ruleId" | "version">,
  credits: readonly Credit[],
  entries: readonly LedgerEntry[],
  recordedAt: number,
): LedgerEntry[] {
  const { ruleId, version } = rule;
  const known = new Map(newest(entries).map((entry) => [placeOf(entry), entry]));
  const appended: LedgerEntry[] = [];
  for (const { tag, source, at, points, evidence } of credits) {
    const place = placeOf({ ruleId, version, tag, source });
    const before = known.get(place);
    known.delete(place);
    if (before && before.points === points && isSame(before.evidence, evidence)) continue;
    const seq = (before?.seq ?? 0) + 1;
    appended.push({ ruleId, version, tag, source, seq, points, at, recordedAt, evidence });
  }
  for (const before of known.values()) {
    if (before.points === 0) continue;
    appended.push({ ...before, seq: before.seq + 1, points: 0, recordedAt, evidence: [] });
  }
  return appended;
}

/** Of each credit the entry that counts, as far as was known at an instant. */
export function newest(
  entries: readonly LedgerEntry[],
  knownAt = Number.POSITIVE_INFINITY,
): LedgerEntry[] {
  const best = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    if (entry.recordedAt > knownAt) continue;
    const place = placeOf(entry);
    if (entry.seq > (best.get(place)?.seq ?? 0)) best.set(place, entry);
  }
  return [...best.values()];
}

/** The entries of those credits that rest on their own visit alone, in all that was ever written of them. */
export function ofOneVisit(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const mixed = new Set(entries.filter((entry) => !restsOnItself(entry)).map(placeOf));
  return entries.filter((entry) => !mixed.has(placeOf(entry)));
}

/** A finding of another time is of another visit, and a sum or a count of several. */
const restsOnItself = ({ at, evidence }: LedgerEntry) =>
  evidence.every(
    (one) =>
      one.at === at &&
      (one.kind === "engaged" ||
        one.kind === "completion" ||
        (one.kind === "section" && one.times === 1)),
  );

function placeOf(entry: Pick<LedgerEntry, "ruleId" | "version" | "tag" | "source">): string {
  return JSON.stringify([entry.ruleId, entry.version, entry.tag, entry.source]);
}

/** Evidence is made by one function, so that its fields always come in one order. */
function isSame(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
