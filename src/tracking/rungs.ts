/**
 * What each rung of consent does with each column of a visit: one table, from which storing, rounding,
 * showing, adding up, exporting and erasing follow. A column without a line here does not compile.
 */
import type {
  AnonymousVisit,
  StoredVisit,
  Visit,
  VisitAnswer,
  VisitOrigin,
  VisitPerson,
  VisitTotals,
} from "../domain/visit.ts";

export type VisitColumn = keyof StoredVisit;

export type ColumnRule = {
  /** Who it is kept of: of every reader, or of those alone who agreed. */
  keeps: "all" | "agreed";
  /** What becomes of it when the visit of a reader who did not agree is over. */
  rounds: "as it is" | "quarter" | "quarter's end";
  /** Whether the row of a reader who agreed shows it to the workspace. Nobody else is a row. */
  shows: boolean;
  /** What it is in the sums of reads by people who did not agree: what they are by, what is added up, or no part. */
  sums: "by" | "added" | "no";
  /** Part of what a viewer gets who asks for what is kept of them. */
  exports: boolean;
  /** What a refusal or an erasure leaves of it. */
  erases: "stays" | "goes";
};

/** A figure or a mark, the same of every reader. */
const figure: ColumnRule = {
  keeps: "all",
  rounds: "as it is",
  shows: true,
  sums: "no",
  exports: true,
  erases: "stays",
};
/** What leads to a reader. */
const personal: ColumnRule = {
  keeps: "agreed",
  rounds: "as it is",
  shows: true,
  sums: "no",
  exports: true,
  erases: "goes",
};
/** What the machinery needs and nobody asks for. */
const inner: ColumnRule = { ...figure, shows: false, exports: false };
/** What sums of unnamed reads are told apart by. */
const key: ColumnRule = { ...figure, sums: "by" };

export const visitColumns: { readonly [Column in VisitColumn]: Readonly<ColumnRule> } = {
  id: figure,
  workspaceId: inner,
  target: inner,
  /** All that is known of when a reader came who did not agree; their sums are told by the day. */
  quarter: key,
  contentId: key,
  version: figure,
  senderId: key,
  channel: key,
  own: figure,
  burst: inner,
  rung: figure,
  refused: inner,
  answeredAt: { ...inner, rounds: "quarter" },

  code: personal,
  viewerId: personal,
  refHash: { ...personal, shows: false, exports: false },
  parentHash: { ...personal, exports: false },
  startedAt: personal,

  lastBeatAt: { ...inner, rounds: "quarter" },
  engagedMs: { ...figure, sums: "added" },
  idleMs: figure,
  trustMs: figure,
  scroll: figure,
  /** Which parts one person read is told of who agreed; of others the report gives sums. */
  sections: figure,
  seq: inner,
  endSeq: inner,
  wasCut: inner,
  seenMs: inner,
  heard: inner,
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
  visit: VisitOrigin & VisitTotals & VisitAnswer,
  person: Omit<VisitPerson, "viewerId"> & Pick<Visit, "viewerId">,
): Visit {
  const { viewerId } = person;
  if (viewerId === null) return { ...visit, rung: "aggregate", ...nobody };
  return { ...visit, rung: "anonymous", ...person, viewerId };
}

/**
 * True of a visit that may be a row of its own, in whatever face: the kit, a call, a file, a message, the
 * console. Everybody who did not agree is part of sums alone, since a row of a link that was made for one
 * person is that person.
 */
export function isRow<Row extends Visit>(visit: Row): visit is Row & AnonymousVisit {
  return visit.rung === "anonymous";
}

/** The rung whose visits are rows. */
export const rowRung = "anonymous" satisfies Visit["rung"];

/** Of fewer reads than this by people who did not agree nothing is told but how many: it would be what one of them did. */
const fewestSummed = 3;

/**
 * May how long and how far be told of a sum, of whose reads so many are by people who did not agree? Whoever agreed is
 * a row: their rows taken from a sum leave what one or two others did.
 */
export const tellsHow = (unnamed: number): boolean => unnamed === 0 || unnamed >= fewestSummed;

/** What it comes to, or null where it would tell what one or two did who agreed to nothing. */
export const shownOf = <T>(unnamed: number, value: T): T | null =>
  tellsHow(unnamed) ? value : null;

/**
 * The parts of one whole, as they may be told: how many reads always, how long by {@link tellsHow}. Where the parts
 * that are held back would be what the others leave of the whole, and too few, the others with the fewest are held back
 * too.
 */
export function shownParts<Part extends { unnamed: number; engagedMs: number }>(
  parts: readonly Part[],
): (Omit<Part, "unnamed" | "engagedMs"> & { engagedMs: number | null })[] {
  const held = new Set(parts.filter(({ unnamed }) => !tellsHow(unnamed)));
  const left = [...held].reduce((sum, { unnamed }) => sum + unnamed, 0);
  if (!tellsHow(left)) {
    const others = parts.filter((part) => part.unnamed > 0 && !held.has(part));
    const fewest = Math.min(...others.map(({ unnamed }) => unnamed));
    for (const part of others) if (part.unnamed === fewest) held.add(part);
  }
  return parts.map((part) => {
    const { unnamed: _, engagedMs, ...shown } = part;
    return { ...shown, engagedMs: held.has(part) ? null : engagedMs };
  });
}

type Shown = { [Column in VisitColumn]: StoredVisit[Column] | null };

type LinkCounts = { clicks: number; botClicks: number; opens: number };

/** Counts of a link, as they may be told: none of one that was made for a contact, who would be all of them. */
export function shownCounts(link: LinkCounts & { contactId: string | null }): {
  [Count in keyof LinkCounts]: number | null;
} {
  const { contactId, clicks, botClicks, opens } = link;
  if (contactId !== null) return { clicks: null, botClicks: null, opens: null };
  return { clicks, botClicks, opens };
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
