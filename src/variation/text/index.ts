export type { Advice } from "./codebook/advice.ts";
export { buildCodebook, type CapacityReport, type CodebookInput } from "./codebook/build.ts";
export {
  type Codebook,
  decodeCodebook,
  decodeRow,
  encodeCodebook,
  encodeRow,
} from "./codebook/codebook.ts";
export { type Deal, dealAll, dealOrder, dealRow, dealRows } from "./codebook/deal.ts";
export { COMPANY_FLOOR, type Floor, TEAM_FLOOR } from "./codebook/floors.ts";
export type { TeamSize } from "./codebook/teams.ts";
export { type CaptionInput, type Compiled, compileCaption, MAX_DRAFTS } from "./compile.ts";
export { editDistanceRatio, jaccardBigrams } from "./distance.ts";
export type { CaptionCode, CaptionError } from "./errors.ts";
export { FOLD_CHARS, FOLD_LINES, type Fold, lintFold } from "./fold.ts";
export { failedGates, type Gate, type GateRules } from "./gates/gates.ts";
export { hash32 } from "./hash.ts";
export { normalise } from "./normalise.ts";
export type { Keep, Part, Plan, PlanDraft, Row, Slot } from "./plan.ts";
export {
  asDraft,
  draftText,
  failedWording,
  type MaskedDraft,
  maskDraft,
  type Proposal,
  type ProposalFault,
  type ProposalPrompt,
  type ProposalRules,
  type Proposals,
  proposalPrompt,
  readProposals,
} from "./proposals.ts";
export { findProtected, protectedSequence, type Span } from "./protect/protect.ts";
export { type Personal, type RenderedSlot, renderVariant, type Variant } from "./render.ts";
export { type Doubt, reviewOptions } from "./review.ts";
export { type SuggestInput, type Suggestion, type Suggestions, suggestOptions } from "./suggest.ts";
export { type Varied, type VariedText, type VaryInput, varyText } from "./vary.ts";
