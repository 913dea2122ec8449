/** Reports over all contents: the whole workspace's, one sender's, one link's. Made of sums alone. */
import type { LinkCode, SenderId, TargetId } from "../../domain/ids.ts";
import type { Sums } from "../../domain/rollup.ts";
import { addSums, cellsOf, medianOf } from "../../insight/rollups.ts";
import { findLink } from "../../storage/links.ts";
import { readPageSections } from "../../storage/page-sections.ts";
import {
  readContentRows,
  readSenderRows,
  readWide,
  type WideRow,
} from "../../storage/report-queries.ts";
import { findSender } from "../../storage/senders.ts";
import { shownCounts, shownOf, shownParts, tellsHow } from "../../tracking/rungs.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { partsOf } from "./parts.ts";
import { timeOn } from "./section-figures.ts";

/** Targets that one call adds up; a workspace has hundreds. */
const mostRows = 5000;

/** Every content and outside page that was read, and all of them together. */
export async function getWorkspaceReport(caller: Caller) {
  requireScope(caller, "read");
  return viewWide(await readWide(caller.scope, "content", "", mostRows));
}

/** What came through one sender, by content, channel and app. */
export async function getSenderReport(caller: Caller, id: SenderId) {
  requireScope(caller, "read");
  const sender = found(await findSender(caller.scope, id), "sender");
  const rows = await readWide(caller.scope, "sender", id, mostRows);
  return { senderId: id as string, name: sender.name, team: sender.team, ...viewWide(rows) };
}

/**
 * What a link came to. Readers who agreed to nothing leave no link, but the sender and the channel that it is of:
 * reads are those of the sender's links of that channel to the same page, which is mostly this one. Of a link that was
 * made for a contact nothing is counted.
 */
export async function getLinkReport(caller: Caller, code: LinkCode) {
  requireScope(caller, "read");
  const link = found(await findLink(caller.scope, code), "link");
  const rows = await readSenderRows(caller.scope, link.target, link.senderId);
  const sums = rows.reduce((all, row) => addSums(all, row), {} as Sums);
  const [reads = 0, engagedMs = 0, unnamed = 0] = sums[`channel:${link.channel}`] ?? [];
  const isOfAll = link.contactId === null;
  return {
    code: code as string,
    contentId: link.contentId as string | null,
    url: link.url,
    senderId: link.senderId as string,
    channel: link.channel,
    sections: link.url === null ? null : await pageParts(caller, link.target),
    ...shownCounts(link),
    reads: isOfAll ? reads : null,
    engagedMs: isOfAll ? shownOf(unnamed, engagedMs) : null,
  };
}

/** The parts of an outside page by their places: what they are called, and how long its readers stayed. */
async function pageParts({ scope }: Caller, target: TargetId) {
  const [sums, names] = await Promise.all([
    readContentRows(scope, target),
    readPageSections(scope, target),
  ]);
  const all = sums.reduce((sum, row) => addSums(sum, row), {} as Sums);
  const mayTell = tellsHow(all.unnamed?.[0] ?? 0);
  const read = new Map(cellsOf(all, "section").map(([place, cell]) => [Number(place), cell]));
  const places = [...new Set([...read.keys(), ...names.keys()])].sort((a, b) => a - b);
  return places.map((place) => {
    const { readers, time } = timeOn(read.get(place) ?? [], mayTell);
    return {
      place,
      heading: names.get(place) ?? null,
      ...("value" in time
        ? { readers, ...time.value, missing: null }
        : { readers: null, totalMs: null, meanMs: null, missing: time.missing }),
    };
  });
}

function viewWide(rows: readonly WideRow[]) {
  const byTarget = new Map<string, WideRow>();
  for (const row of rows) {
    const known = byTarget.get(row.target);
    byTarget.set(row.target, known ? { ...row, sums: addSums(known.sums, row.sums) } : row);
  }
  const all = [...byTarget.values()].reduce((sum, { sums }) => addSums(sum, sums), {} as Sums);
  const pages = [...byTarget.values()]
    .map(({ target, title, url, sums }) => {
      const [came = 0, viewers = 0, ms = 0] = sums.total ?? [];
      const [unnamed = 0] = sums.unnamed ?? [];
      return {
        contentId: url === null ? (target as string) : null,
        ...{ url, title, viewers, reads: came, engagedMs: ms, unnamed },
      };
    })
    .filter((page) => page.reads > 0)
    .sort((a, b) => b.reads - a.reads || ((a.title ?? "") < (b.title ?? "") ? -1 : 1));
  const [reads = 0, , engagedMs = 0] = all.total ?? [];
  const [unnamed = 0] = all.unnamed ?? [];
  const medianEngagedMs = cellsOf(all, "ms").length > 0 ? medianOf(all) : null;
  return {
    isComplete: rows.length < mostRows,
    reads,
    engagedMs: shownOf(unnamed, engagedMs),
    medianEngagedMs: shownOf(unnamed, medianEngagedMs),
    pages: shownParts(pages),
    channels: shownParts(
      partsOf(all, "channel").map(({ name: channel, ...part }) => ({ channel, ...part })),
    ),
    apps: shownParts(partsOf(all, "app").map(({ name: app, ...part }) => ({ app, ...part }))),
  };
}
