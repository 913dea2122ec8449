/** The briefing: whom a sender turns to today, why, and how it can be opened. */
export {
  type Briefing,
  type BriefingItem,
  briefingOf,
  type Candidate,
  MOST_ITEMS,
} from "./briefing.ts";
export { reasonsFor, topicOf } from "./find-reasons.ts";
export { openerWords } from "./opener.ts";
export { type PastLine, precisionOf, precisionWords, type ReasonPrecision } from "./precision.ts";
export { type Reason, type ReasonKind, reasonWords } from "./reason.ts";
export { briefingText } from "./text.ts";
