/** What is held of a viewer, as their pages show it, in whatever language. */
import type { Certainty, Naming } from "../../domain/vocabulary.ts";

export interface HeldView {
  workspaceName: string;
  retentionDays: number;
  timeZone: string;
  /** RFC 3339; "today" and "yesterday" are told from it. */
  now: string;
  /** Since when they are remembered. */
  since: string;
  withdrawnAt: string | null;
  /**
   * As whom the workspace knows them, and how it came to. Without the name itself where that is a guess: whoever a
   * contact's link was forwarded to is not told whose it was.
   */
  name: {
    name: string | null;
    /** That is kept with the name; as little told of a guess. */
    phone: string | null;
    certainty: Certainty | null;
    by: Naming | null;
  } | null;
  /** Since when a mark of their WeChat account is kept; null where none is. */
  signedInSince: string | null;
  visits: readonly { title: string; at: string; engagedMs: number }[];
  /** There are more than are shown. */
  hasMore: boolean;
  consents: readonly { choice: boolean; textVersion: string; at: string }[];
  /** Each record as the export has it, field by field. */
  records: readonly KeptRecords[];
}

/** What may be kept in a table, field by field. */
export interface KeptFields {
  table: string;
  fields: readonly string[];
}

/** A field's value, told apart by how it is said to people. */
export type KeptValue =
  | { kind: "text"; text: string }
  /** RFC 3339. */
  | { kind: "time"; at: string }
  | { kind: "duration"; ms: number }
  /** Of each part of a text. */
  | { kind: "durations"; each: readonly number[] }
  /** Of a whole, in thousandths. */
  | { kind: "part"; permille: number }
  | { kind: "flag"; is: boolean };

export interface KeptRecords {
  table: string;
  /** Each a record: its fields that hold something. */
  rows: readonly (readonly { field: string; value: KeptValue }[])[];
  /** There are more than are shown. */
  hasMore: boolean;
}
