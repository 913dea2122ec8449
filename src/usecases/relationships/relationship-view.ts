import { type Instant, instant } from "../../domain/units.ts";
import { levelWords, tieWords } from "../../insight/relationship/explain.ts";
import type { Relationship } from "../../insight/relationship/rank.ts";
import { clockIn } from "../readers/clock.ts";
import { thousandth } from "../rounded.ts";
import { rfc3339OrNull } from "../time.ts";

/** A tie as it is shown: its level, every part of it, and what they rest on, in numbers and in a sentence. */
export function viewRelationship(tie: Relationship, at: Instant, timezone: string) {
  const { level, isRising, activity, parts, evidence, place, of } = tie;
  const { lastReadAt, lately, offered, completion, answers } = evidence;
  return {
    level,
    levelName: level && levelWords[level],
    ...{ place, of, isRising, activity },
    strength: thousandth(parts.strength),
    recency: thousandth(parts.recency),
    frequency: thousandth(parts.frequency),
    depth: thousandth(parts.depth),
    reciprocity: thousandth(parts.reciprocity),
    lastReadAt: rfc3339OrNull(lastReadAt === null ? null : instant(lastReadAt)),
    evidence: { reads: lately, offered, completion: thousandth(completion), answers },
    sentence: tieWords(tie, { at, clock: clockIn(timezone) }),
  };
}
