export type CaptionCode =
  | "no-drafts"
  | "too-many-drafts"
  | "empty-draft"
  | "draft-too-long"
  | "slot-not-closed"
  | "slot-not-opened"
  | "pipe-outside-slot"
  | "empty-slot"
  | "single-option"
  | "repeated-option"
  | "too-many-options"
  | "too-many-slots"
  | "too-deep"
  | "changes-facts"
  | "banned-word";

/** What is wrong with a caption and where; shows the author the place, never the text. */
export interface CaptionError {
  /** Index of the draft, from 0. */
  readonly draft: number;
  /** UTF-16 offset into the draft as given, from 0. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** In code points, from 1. */
  readonly column: number;
  readonly code: CaptionCode;
  /** Says what to do. */
  readonly message: string;
}

/** An error at an offset of one draft, before its draft, line and column are known. */
export interface Fault {
  readonly offset: number;
  readonly code: CaptionCode;
  readonly message: string;
}

/** Faults told of one draft: whoever mends these sees the rest. */
export const MAX_FAULTS = 20;

export function locate(text: string, draft: number, fault: Fault): CaptionError {
  const before = text.slice(0, fault.offset).split(/\r\n|\r|\n/);
  const last = before[before.length - 1] ?? "";
  return { draft, ...fault, line: before.length, column: [...last].length + 1 };
}
