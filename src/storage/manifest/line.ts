/** What is said of each column: the shape of the manifest's lines. */

/** Why it may be held. */
export type Basis =
  /** The reader said yes, or read on under a notice that said how to say no. */
  | "consent"
  /** The workspace does what it was asked to do for its own staff and customers. */
  | "contract"
  /** Needed to keep the service up and honest, by data that names nobody by itself. */
  | "interest"
  /** Proof of what was asked, answered or done. */
  | "duty"
  /** Nothing about a person. */
  | "none";

/** How long it is held. */
export type Kept =
  /** The workspace's retention period, from the time in `since`; `longer` than that while the viewer exists. */
  | { by: "retention"; since: string; longer?: "viewer" }
  /** As long as the visit that it hangs on. */
  | { by: "visit" }
  /** Until the viewer's last visit has gone. */
  | { by: "viewer" }
  /** A fixed time. */
  | { by: "clock"; days: number }
  /** Until somebody deletes it. */
  | { by: "hand" }
  /** For good. */
  | { by: "good" };

/** Who may see it. */
export type Sees =
  | "nobody"
  | "workspace"
  | "its sender and the workspace"
  | "its sender; the workspace what they agree to show"
  | "everybody";

/**
 * What a column is to a person.
 * - `viewer`, `visit`, `contact`: the id of one, by which a row is found that belongs to them.
 * - `personal`: leads to a reader or says what they did.
 * - `staff`: of a sender.
 * - `fact`: says nothing of a reader by itself, and is theirs where its row is.
 * - `inner`: of use to the machinery alone.
 * - `mentions`: text that may hold ids of a reader among others.
 * - `list`: a JSON list of ids of readers.
 */
export type Role =
  | "viewer"
  | "visit"
  | "contact"
  | "personal"
  | "staff"
  | "fact"
  | "inner"
  | "mentions"
  | "list";

/**
 * What an erasure does to a row that a viewer or one of their visits is in.
 * - `row`: deletes it.
 * - `empty`: empties what leads to them; the rest names nobody.
 * - `element`: takes the elements of a JSON list that mention them.
 * - `hash`: puts a keyed hash in place of their id.
 * - `stays`: nothing in it is theirs.
 */
export type Erasing = "row" | "empty" | "element" | "hash" | "stays";

export type TableLine<Column extends string = string> = {
  purpose: string;
  basis: Basis;
  kept: Kept;
  sees: Sees;
  erasing: Erasing;
  /** Part of what a viewer gets who asks what is held of them: columns but the inner ones and the mentions. */
  exports: boolean;
  columns: Readonly<Record<Column, Role>>;
};

/** A line for every column of a table: one that is forgotten does not compile. */
export type LineOf<Table> = Table extends { $inferSelect: infer Row }
  ? TableLine<keyof Row & string>
  : never;
