import { instant } from "../../domain/units.ts";
import { isQualified } from "../../insight/kinds/qualified.ts";
import type { ViewerContent } from "../../storage/viewer-contents.ts";
import type { Read } from "./history.ts";

/** A viewer's reads by target, each target in one row. */
export function summariesOf(reads: readonly Read[]): ViewerContent[] {
  const byTarget = Map.groupBy(reads, ({ row }) => row.target);
  return [...byTarget].flatMap(([target, own]): ViewerContent[] => {
    const sorted = own.toSorted((a, b) => a.row.at - b.row.at || (a.row.id < b.row.id ? -1 : 1));
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (!first || !last) return [];
    return [
      {
        viewerId: first.row.viewerId,
        target,
        senderId: last.row.senderId,
        firstAt: instant(first.row.at),
        lastAt: instant(last.row.at),
        reads: own.length,
        engagedMs: own.reduce((sum, { row }) => sum + row.engagedMs, 0),
        completion: Math.round(1000 * Math.max(...own.map(({ moment }) => moment.completion))),
        qualified: own.some(({ moment, expectedMs }) => isQualified({ ...moment, expectedMs })),
        converted: own.some(({ row }) => row.hasGoal),
      },
    ];
  });
}

type Changes = {
  changed: ViewerContent[];
  gone: ViewerContent[];
  /** What stands of these now; a key alone where nothing does. */
  asRead: (ViewerContent | Pick<ViewerContent, "viewerId" | "target">)[];
};

/** What has to be written, and what is no more, for the rows to say what the reads do. */
export function changesOf(
  now: readonly ViewerContent[],
  before: readonly ViewerContent[],
): Changes {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const changed = now.filter((row) => !isSame(row, known.get(keyOf(row))));
  const replaced = changed.map(
    (row) => known.get(keyOf(row)) ?? { viewerId: row.viewerId, target: row.target },
  );
  for (const row of now) known.delete(keyOf(row));
  const gone = [...known.values()];
  return { changed, gone, asRead: [...replaced, ...gone] };
}

const keyOf = ({ viewerId, target }: ViewerContent) => `${viewerId} ${target}`;

function isSame(a: ViewerContent, b: ViewerContent | undefined): boolean {
  const fields = Object.keys(a) as (keyof ViewerContent)[];
  return b !== undefined && fields.every((field) => a[field] === b[field]);
}
