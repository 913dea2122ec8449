/** Tracking: from a page's beats to visits that can be trusted. Pure; time and bytes are passed in. */
export { decodeMessage, encodeMessage } from "./beat-message.ts";
export {
  type BeatMessage,
  clampBeat,
  type FoldedVisit,
  foldBeats,
  mergeVisits,
} from "./merge.ts";
export * as protocol from "./protocol.ts";
export {
  type Beat,
  type Opening,
  parseBeat,
  parseOpening,
} from "./protocol.ts";
export {
  type Bounds,
  boundsOf,
  worthOf,
} from "./qualify.ts";

export { encodeClaims, parseClaims } from "./visit-token.ts";
