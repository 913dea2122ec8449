/** Tracking: from a page's beats to visits that can be trusted. Pure; time and bytes are passed in. */
export { decodeMessage, encodeMessage } from "./beat-message.ts";
export {
  type BeatMessage,
  type ClampedTotals,
  clampBeat,
  type FoldedVisit,
  fitSections,
  foldBeats,
  mergeVisits,
  visitOf,
} from "./merge.ts";
export * as protocol from "./protocol.ts";
export {
  type Beat,
  type BeatFault,
  CLOCK_SLACK_MS,
  encodeBeat,
  type Goal,
  idleLimitMs,
  MAX_BEAT_CHARS,
  MAX_SECTIONS,
  nextCheckpointMs,
  type Opening,
  type ParsedBeat,
  parseBeat,
  parseOpening,
} from "./protocol.ts";
export {
  ANNOUNCE_AFTER_MS,
  type Bounds,
  boundsOf,
  CLOSE_AFTER_MS,
  confidenceOf,
} from "./qualify.ts";
export { expectedReadingMs } from "./reading-time.ts";
export {
  type BearerInput,
  bearerOf,
  encodeRef,
  FRESH_MINUTES,
  type ParsedRef,
  parseRef,
  REF_EPOCH_MS,
  REF_MAC_BYTES,
  type RefFields,
  refId,
  refMinute,
  refPayload,
} from "./ref.ts";
export { type Agent, classifyAgent } from "./user-agent.ts";
export { encodeClaims, parseClaims } from "./visit-token.ts";
