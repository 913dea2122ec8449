export { adviceText, gainBetween } from "./codebook/advice-text.ts";
export { type Had, rowsKept } from "./codebook/before.ts";
export {
  buildCodebook,
  type CapacityReport,
  type CodebookInput,
  codebookSteps,
} from "./codebook/build.ts";
export {
  type Codebook,
  decodeCodebook,
  decodeRow,
  encodeCodebook,
  encodeRow,
} from "./codebook/codebook.ts";
export { dealAll, dealOrder } from "./codebook/deal.ts";
export { mixesOf } from "./codebook/mixes.ts";
export type { TeamSize } from "./codebook/teams.ts";
export {
  type CaptionInput,
  compileCaption,
  MAX_CAPTION_CHARS,
  MAX_DRAFTS,
  MAX_SOURCE_CHARS,
} from "./compile.ts";
export { editDistanceRatio, jaccardBigrams } from "./distance.ts";
export type { CaptionError } from "./errors.ts";
export { foldForWords } from "./facts/banned.ts";
export { FOLD_CHARS, FOLD_LINES, lintFold } from "./fold.ts";
export { failedGates, type GateRules } from "./gates/gates.ts";
export { hash32 } from "./hash.ts";
export { guessKind } from "./kind.ts";
export { besideNearest } from "./nearest.ts";
export { normalise } from "./normalise.ts";
export { wordDifference } from "./options/difference.ts";
export { findingText } from "./options/finding-text.ts";
export { judgeOption } from "./options/judge.ts";
export { editsOf } from "./own/edits.ts";
export { isMasked, masked } from "./own/mask.ts";
export type { Part, Plan, Row, Slot } from "./plan.ts";
export {
  asDraft,
  draftText,
  failedWording,
} from "./proposals.ts";
export { PROPOSE, READ } from "./proposing/prompts.ts";
export { isClean, type Offers, type ProposedOption, Proposing } from "./proposing/proposing.ts";
export { askedSentences } from "./proposing/sentences.ts";
export {
  findProtected,
  protectedSequence,
} from "./protect/protect.ts";
export { type Personal, renderVariant } from "./render.ts";
export { reviewOptions } from "./review.ts";
export {
  draftOfSegments,
  sentenceJudge,
  sentencesOf,
  withMoreOptions,
  withSentenceOptions,
} from "./segments/sentences.ts";
export { type Suggestion, suggestOptions } from "./suggest.ts";
export { varyText } from "./vary.ts";
