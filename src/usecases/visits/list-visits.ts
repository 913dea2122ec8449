import type { Section } from "../../domain/content.ts";
import type { ContentId } from "../../domain/ids.ts";
import { completionOf } from "../../insight/completion.ts";
import { type OutsidePage, readOutsidePages } from "../../storage/page-sections.ts";
import { findVersion, type Version } from "../../storage/versions.ts";
import {
  listVisits as list,
  type VisitFilter,
  type VisitRow,
  whoViewersAre,
} from "../../storage/visit-queries.ts";
import { fitSections } from "../../tracking/merge.ts";
import { boundsOf, worthOf } from "../../tracking/qualify.ts";
import { noteLook } from "../audit/note-look.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { rfc3339 } from "../time.ts";

/**
 * Visits of readers who agreed to be remembered, the newest first: reads, the sender's own looks and bots
 * alike, each marked. Everybody else is in sums alone. Who reads the list is kept in the audit.
 */
export async function listVisits(caller: Caller, query: PageQuery & VisitFilter) {
  requireScope(caller, "read", "own-team");
  const filter = { ...query, team: ownTeam(caller) ?? query.team };
  const page = await viewPage(list(caller.scope, query, filter), (row) => row);
  const items = await viewVisits(caller, page.items);
  await noteLook(
    caller,
    { verb: "visit.list", subject: subjectOf(caller, query) },
    items.map(({ viewerId }) => viewerId),
  );
  return { ...page, items };
}

/** Whose reads a list is of, as narrowly as it was asked for. */
function subjectOf({ scope }: Scoped, filter: VisitFilter): string {
  const { viewerId, contactId, code, senderId, contentId } = filter;
  return viewerId ?? contactId ?? code ?? senderId ?? contentId ?? scope.workspaceId;
}

/** Visits as they may be shown; versions that are at hand are not read again. */
export async function viewVisits(
  caller: Scoped,
  rows: readonly VisitRow[],
  atHand: readonly Version[] = [],
) {
  const viewerIds = rows.map(({ viewerId }) => viewerId);
  const { scope } = caller;
  const outside = rows.flatMap(({ contentId, target }) => (contentId === null ? [target] : []));
  const [readers, pages] = await Promise.all([
    whoViewersAre(scope, viewerIds, ownTeam(caller)),
    readOutsidePages(scope, outside),
  ]);
  const sections = new SectionsOfVersions(scope, atHand);
  return await Promise.all(
    rows.map(async (row) =>
      viewVisit(row, readers, {
        sections: await sections.of(row.contentId, row.version),
        page: pages.get(row.target),
      }),
    ),
  );
}

function viewVisit(
  visit: VisitRow,
  readers: Awaited<ReturnType<typeof whoViewersAre>>,
  { sections, page }: { sections: readonly Section[]; page: OutsidePage | undefined },
) {
  const { viewerId, contact } = readers.get(visit.viewerId) ?? { ...visit, contact: null };
  const expected = sections.map(({ expectedMs }) => expectedMs);
  return {
    id: visit.id,
    contentId: visit.contentId,
    url: page?.url ?? null,
    version: visit.version,
    senderId: visit.senderId,
    channel: visit.channel,
    rung: contact ? ("named" as const) : visit.rung,
    link: visit.code,
    viewerId,
    contact,
    startedAt: rfc3339(visit.startedAt),
    engagedMs: visit.engagedMs,
    ...boundsOf(visit),
    scroll: visit.scroll / 1000,
    completion: completionOf(visit.sections, expected),
    sections: fitSections(visit.sections, visit.engagedMs).map((ms, ordinal) => ({
      id: sections[ordinal]?.id ?? String(ordinal),
      heading: sections[ordinal]?.heading ?? page?.headings.get(ordinal) ?? "",
      ms,
    })),
    parent: visit.parentHash,
    app: visit.app,
    device: visit.device,
    bot: visit.bot,
    own: visit.own,
    confidence: worthOf(visit),
    closed: visit.closedAt !== null,
    revision: visit.revision,
  };
}

/** The sections of the versions that a list of visits speaks of, each read once. */
export class SectionsOfVersions {
  readonly #scope: Scoped["scope"];
  readonly #known = new Map<string, Promise<Section[]>>();

  constructor(scope: Scoped["scope"], atHand: readonly Version[] = []) {
    this.#scope = scope;
    for (const { contentId, version, sections } of atHand) {
      this.#known.set(`${contentId}:${version}`, Promise.resolve(sections));
    }
  }

  of(contentId: ContentId | null, version: number): Promise<Section[]> {
    if (contentId === null) return Promise.resolve([]);
    const key = `${contentId}:${version}`;
    const known = this.#known.get(key);
    if (known) return known;
    const pending = findVersion(this.#scope, contentId, version).then((row) => row?.sections ?? []);
    this.#known.set(key, pending);
    return pending;
  }
}
