/**
 * What each rung of consent does with each column of a visit: one table, from which storing, rounding,
 * showing, exporting and erasing follow. A column without a line here does not compile.
 */
import type { StoredVisit, Visit, VisitOrigin, VisitPerson, VisitTotals } from "../domain/visit.ts";

export type VisitColumn = keyof StoredVisit;

export type ColumnRule = {
  /** Who it is kept of: of every reader, or of those alone who agreed. */
  keeps: "all" | "agreed";
  /** What becomes of it when the visit of a reader who did not agree is over. */
  rounds: "as it is" | "quarter" | "quarter's end";
  /** Of whose visits it is shown to the workspace. */
  shows: "all" | "agreed" | "nobody";
  /** Part of what a viewer gets who asks for what is kept of them. */
  exports: boolean;
  /** What a refusal or an erasure leaves of it. */
  erases: "stays" | "goes";
};

/** A figure or a mark, the same of every reader. */
const figure: ColumnRule = {
  keeps: "all",
  rounds: "as it is",
  shows: "all",
  exports: true,
  erases: "stays",
};
/** What leads to a reader. */
const personal: ColumnRule = {
  keeps: "agreed",
  rounds: "as it is",
  shows: "agreed",
  exports: true,
  erases: "goes",
};
/** What the machinery needs and nobody asks for. */
const inner: ColumnRule = { ...figure, shows: "nobody", exports: false };

export const visitColumns: { readonly [Column in VisitColumn]: Readonly<ColumnRule> } = {
  id: figure,
  workspaceId: inner,
  target: inner,
  /** All that is known of when a reader came who did not agree. */
  quarter: figure,
  contentId: figure,
  version: figure,
  senderId: figure,
  channel: figure,
  own: figure,
  rung: figure,
  refused: inner,

  code: personal,
  viewerId: personal,
  refHash: { ...personal, shows: "nobody", exports: false },
  parentHash: { ...personal, exports: false },
  startedAt: personal,

  lastBeatAt: { ...inner, rounds: "quarter" },
  engagedMs: figure,
  idleMs: figure,
  trustMs: figure,
  scroll: figure,
  /** Which parts one person read is told of who agreed; of others the report gives sums. */
  sections: { ...figure, shows: "agreed" },
  seq: inner,
  endSeq: inner,
  wasCut: inner,
  bot: figure,
  app: figure,
  device: figure,

  /** Never told too early: the end of its quarter-hour. */
  closedAt: { ...inner, rounds: "quarter's end" },
  revision: figure,
};

/** The columns whose rule says so, in the table's order. */
export function columnsWhere(fits: (rule: ColumnRule) => boolean): VisitColumn[] {
  const columns = Object.entries(visitColumns) as [VisitColumn, ColumnRule][];
  return columns.filter(([, rule]) => fits(rule)).map(([column]) => column);
}

type Nobody = { [Field in keyof VisitPerson]: null };
const emptied = (columns: readonly VisitColumn[]) =>
  Object.fromEntries(columns.map((column) => [column, null])) as Nobody;
const nobody = emptied(columnsWhere(({ keeps }) => keeps === "agreed"));
const erased = emptied(columnsWhere(({ erases }) => erases === "goes"));

/** A visit as its rung may keep it: without a viewer it is nobody's, and all that leads to one is null. */
export function keptVisit(
  visit: VisitOrigin & VisitTotals & { refused: boolean },
  person: Omit<VisitPerson, "viewerId"> & Pick<Visit, "viewerId">,
): Visit {
  const { viewerId } = person;
  if (viewerId === null) return { ...visit, rung: "aggregate", ...nobody };
  return { ...visit, rung: "anonymous", ...person, viewerId };
}

type Shown = { [Column in VisitColumn]: StoredVisit[Column] | null };

/** A visit as the workspace may see it: what its reader's rung does not show is null. */
export function shownVisit(visit: StoredVisit): Shown {
  const shows = visit.rung === "aggregate" ? ["all"] : ["all", "agreed"];
  return masked(visit, ({ shows: whose }) => shows.includes(whose));
}

/** What a viewer gets of a visit of theirs; the rest is null. */
export function exportedVisit(visit: StoredVisit): Shown {
  return masked(visit, ({ exports }) => exports);
}

/** A visit once its reader refused or was erased: a figure in sums, and nobody's. */
export function erasedVisit(visit: StoredVisit): StoredVisit {
  return { ...visit, rung: "aggregate", ...erased };
}

function masked(visit: StoredVisit, fits: (rule: ColumnRule) => boolean): Shown {
  const columns = Object.entries(visitColumns) as [VisitColumn, ColumnRule][];
  return Object.fromEntries(
    columns.map(([column, rule]) => [column, fits(rule) ? visit[column] : null]),
  ) as Shown;
}
