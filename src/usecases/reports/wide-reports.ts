/** Reports over all contents: the whole workspace's, one sender's, one link's. Made of sums alone. */
import type { LinkCode, SenderId, TargetId } from "../../domain/ids.ts";
import type { Sums } from "../../domain/rollup.ts";
import { told } from "../../insight/report/sections.ts";
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
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";

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
 * reads are those of the sender's links of that channel to the same page, which is mostly this one.
 */
export async function getLinkReport(caller: Caller, code: LinkCode) {
  requireScope(caller, "read");
  const link = found(await findLink(caller.scope, code), "link");
  const rows = await readSenderRows(caller.scope, link.target, link.senderId);
  const sums = rows.reduce((all, row) => addSums(all, row), {} as Sums);
  const [reads = 0, engagedMs = 0] = sums[`channel:${link.channel}`] ?? [];
  return {
    code: code as string,
    contentId: link.contentId as string | null,
    url: link.url,
    senderId: link.senderId as string,
    channel: link.channel,
    sections: link.url === null ? null : await partsOf(caller, link.target),
    clicks: link.clicks,
    botClicks: link.botClicks,
    opens: link.opens,
    reads,
    engagedMs,
  };
}

/** The parts of an outside page by their places: what they are called, and how long its readers stayed. */
async function partsOf({ scope }: Caller, target: TargetId) {
  const [sums, names] = await Promise.all([
    readContentRows(scope, target),
    readPageSections(scope, target),
  ]);
  const all = sums.reduce((sum, row) => addSums(sum, row), {} as Sums);
  const read = new Map(cellsOf(all, "section").map(([place, cell]) => [Number(place), cell]));
  const places = [...new Set([...read.keys(), ...names.keys()])].sort((a, b) => a - b);
  return places.map((place) => {
    const [readers = 0, ms = 0] = read.get(place) ?? [];
    const time = told(readers, () => ({ totalMs: ms, meanMs: Math.round(ms / readers) }));
    return {
      place,
      heading: names.get(place) ?? null,
      ...("value" in time
        ? { readers, ...time.value, missing: null }
        : { readers: null, totalMs: null, meanMs: null, missing: time.missing }),
    };
  });
}

/** Reads and their time by the names of a kind of cell, the most read first. */
function shares(sums: Sums, kind: string) {
  return cellsOf(sums, kind)
    .map(([name, [reads = 0, engagedMs = 0]]) => [name, { reads, engagedMs }] as const)
    .sort(([a, most], [b, more]) => more.reads - most.reads || (a < b ? -1 : 1));
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
      return {
        contentId: url === null ? (target as string) : null,
        ...{ url, title, viewers, reads: came, engagedMs: ms },
      };
    })
    .filter((page) => page.reads > 0)
    .sort((a, b) => b.reads - a.reads || ((a.title ?? "") < (b.title ?? "") ? -1 : 1));
  const [reads = 0, , engagedMs = 0] = all.total ?? [];
  const medianEngagedMs = cellsOf(all, "ms").length > 0 ? medianOf(all) : null;
  return {
    isComplete: rows.length < mostRows,
    reads,
    engagedMs,
    medianEngagedMs,
    pages,
    channels: shares(all, "channel").map(([channel, figures]) => ({ channel, ...figures })),
    apps: shares(all, "app").map(([app, figures]) => ({ app, ...figures })),
  };
}
