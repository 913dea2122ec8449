import { knownId, type ViewerId } from "../../domain/ids.ts";
import { type Instant, instant } from "../../domain/units.ts";
import { type Evidence, explainMatch } from "../../insight/tags/evidence.ts";
import { explainTag, tagWords } from "../../insight/tags/explain.ts";
import type { LedgerEntry } from "../../insight/tags/ledger.ts";
import type { ScorePart, TagScore } from "../../insight/tags/score.ts";
import type { Names, Now } from "../../insight/words.ts";
import { rfc3339 } from "../time.ts";

/** A viewer's id that a row of ours gave to a core, which knows it as text. */
export const viewerView = (id: string): ViewerId => knownId<ViewerId>(id);

/** Which contents findings speak of. */
export function contentsOf(found: readonly Evidence[]): string[] {
  return found.flatMap((evidence) => {
    if ("contentId" in evidence) return [evidence.contentId];
    return "about" in evidence && evidence.about && "contentId" in evidence.about
      ? [evidence.about.contentId]
      : [];
  });
}

/** Which contents entries speak of. */
export function contentsOfEntries(entries: readonly Pick<LedgerEntry, "evidence">[]): string[] {
  return contentsOf(entries.flatMap(({ evidence }) => evidence));
}

/** A tag as it is shown: its score, the sentence that explains it, and every part of the score. */
export function viewTag(tag: TagScore, names: Names, now: Now) {
  return {
    tag: tag.tag,
    name: tagWords(tag.tag),
    score: tag.score,
    limited: tag.limited,
    sentence: explainTag(tag, names, now),
    parts: tag.parts.map((part) => viewPart(part, names, now)),
  };
}

function viewPart({ entry, worth }: ScorePart, names: Names, now: Now) {
  // Who opened through a viewer is nobody's business: of them the number is told, which the finding has.
  const isThrough = entry.evidence.some(({ kind }) => kind === "reshare");
  return {
    ruleId: entry.ruleId,
    version: entry.version,
    visitId: isThrough ? null : entry.source,
    points: entry.points,
    worth: Math.round(worth * 10) / 10,
    at: rfc3339(at(entry.at)),
    why: explainMatch(entry.evidence, names, now),
  };
}

const at = (ms: number): Instant => instant(ms);
