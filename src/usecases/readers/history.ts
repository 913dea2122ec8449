/** What viewers did, as rules look at it. */
import type { ContentId, ViewerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/units.ts";
import { completionOf } from "../../insight/completion.ts";
import type { Moment, ReadMoment } from "../../insight/tags/moment.ts";
import {
  type ReadRow,
  readContentFacts,
  readReads,
  readThrough,
  readVersionFacts,
  type ThroughRow,
  type VersionFacts,
} from "../../storage/histories.ts";
import type { Scope } from "../../storage/scope.ts";

/** A read as rules look at it, with its row, which says through whom it came. */
export type Read = { row: ReadRow; moment: ReadMoment; expectedMs: number };
export type History = {
  reads: Read[];
  /** Who opened through them, by whose link it began. */
  through: Pick<ThroughRow, "id" | "senderId">[];
  moments: Moment[];
};

/** The histories of some viewers since a time; one without any is not among them. */
export async function readHistories(
  scope: Scope,
  viewerIds: readonly ViewerId[],
  since: Instant,
): Promise<Map<ViewerId, History>> {
  const [rows, through] = await Promise.all([
    readReads(scope, viewerIds, since),
    readThrough(scope, viewerIds, since),
  ]);
  const versions = await versionsOf(scope, rows);
  const topics = new Map(
    (await readContentFacts(scope, [...new Set(through.map(({ target }) => target))])).map(
      (content): [string, string[]] => [content.id, content.topics],
    ),
  );
  const histories = new Map<ViewerId, History>();
  const historyOf = (viewerId: ViewerId) => {
    const known = histories.get(viewerId) ?? { reads: [], through: [], moments: [] };
    histories.set(viewerId, known);
    return known;
  };
  for (const row of rows) {
    const read = readOf(row, versions.get(`${row.contentId} ${row.version}`));
    const history = historyOf(row.viewerId);
    history.reads.push(read);
    history.moments.push(read.moment);
  }
  for (const { viewerId, id, target, at, senderId } of through) {
    const moment = { id, at, contentId: target as string, topics: topics.get(target) ?? [] };
    const history = historyOf(viewerId);
    history.through.push({ id, senderId });
    history.moments.push({ kind: "reshare", ...moment });
  }
  return histories;
}

/** A read with what its version says: topics, completion, time by lasting section ids. */
function readOf(row: ReadRow, version: VersionFacts | undefined): Read {
  const sections = version?.sections ?? [];
  const expected = sections.map(({ expectedMs }) => expectedMs);
  const moment: ReadMoment = {
    kind: "read",
    id: row.id,
    at: row.at,
    contentId: row.target,
    topics: version?.topics ?? [],
    engagedMs: row.engagedMs,
    completion: completionOf(row.sections, expected),
    // A page of somebody else's has no versions: its sections go by their places.
    sections: Object.fromEntries(
      row.sections.flatMap((ms, at) => (ms > 0 ? [[sections[at]?.id ?? String(at), ms]] : [])),
    ),
  };
  return { row, moment, expectedMs: expected.reduce((sum, ms) => sum + ms, 0) };
}

async function versionsOf(
  scope: Scope,
  rows: readonly ReadRow[],
): Promise<Map<string, VersionFacts>> {
  const wanted = new Map<string, { contentId: ContentId; version: number }>();
  for (const { contentId, version } of rows) {
    if (contentId !== null) wanted.set(`${contentId} ${version}`, { contentId, version });
  }
  const facts = await readVersionFacts(scope, [...wanted.values()]);
  return new Map(facts.map((version) => [`${version.contentId} ${version.version}`, version]));
}
