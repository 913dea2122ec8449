import type { Section } from "../../domain/content.ts";
import type { ContentId, ViewerId } from "../../domain/ids.ts";
import { completionOf } from "../../insight/completion.ts";
import { findVersion } from "../../storage/contents.ts";
import {
  listVisits as list,
  namesOfViewers,
  type Visit,
  type VisitFilter,
} from "../../storage/visit-queries.ts";
import { confidenceOf } from "../../tracking/qualify.ts";
import type { Scoped } from "../context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { rfc3339 } from "../time.ts";

/** Visits, the newest quarter-hour first: reads, the sender's own looks and bots alike, each marked. */
export async function listVisits(ctx: Scoped, query: PageQuery & VisitFilter) {
  const page = await viewPage(list(ctx.scope, query, query), (row) => row);
  return { ...page, items: await viewVisits(ctx, page.items) };
}

export async function viewVisits({ scope }: Scoped, rows: readonly Visit[]) {
  const names = await namesOfViewers(
    scope,
    rows.map(({ viewerId }) => viewerId),
  );
  const sections = new SectionsOfVersions(scope);
  return await Promise.all(
    rows.map(async (row) => viewVisit(row, names, await sections.of(row.contentId, row.version))),
  );
}

function viewVisit(
  row: Visit,
  names: ReadonlyMap<ViewerId, { id: string; name: string }>,
  sections: readonly Section[],
) {
  const contact = (row.viewerId && names.get(row.viewerId)) || null;
  return {
    id: row.id,
    contentId: row.contentId,
    version: row.version,
    senderId: row.senderId,
    channel: row.channel,
    rung: contact ? ("named" as const) : row.rung,
    link: row.code,
    viewerId: row.viewerId,
    contact,
    // At the aggregate rung only the quarter-hour is known.
    startedAt: rfc3339(row.startedAt ?? row.quarter),
    engagedMs: row.engagedMs,
    scroll: row.scroll / 1000,
    completion: completionOf(
      row.sections,
      sections.map(({ expectedMs }) => expectedMs),
    ),
    // Which parts somebody read is told from three readers on (the report), or by who agreed.
    sections: (row.rung === "aggregate" ? [] : row.sections).map((ms, ordinal) => ({
      id: sections[ordinal]?.id ?? String(ordinal),
      heading: sections[ordinal]?.heading ?? "",
      ms,
    })),
    parent: row.parentHash,
    app: row.app,
    device: row.device,
    bot: row.bot,
    own: row.own,
    confidence: confidenceOf(row),
    closed: row.closedAt !== null,
    revision: row.revision,
  };
}

/** The sections of the versions that a list of visits speaks of, each read once. */
export class SectionsOfVersions {
  readonly #scope: Scoped["scope"];
  readonly #known = new Map<string, Promise<Section[]>>();

  constructor(scope: Scoped["scope"]) {
    this.#scope = scope;
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
