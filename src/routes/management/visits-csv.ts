/** Visits as a table, one row each: of readers who agreed, like the list. */
import type { listVisits } from "../../usecases/visits/list-visits.ts";
import { toCsv } from "./csv.ts";

type Visit = Awaited<ReturnType<typeof listVisits>>["items"][number];

const columns: Readonly<Record<string, (visit: Visit) => string>> = {
  id: ({ id }) => id,
  startedAt: ({ startedAt }) => startedAt,
  contentId: ({ contentId }) => contentId ?? "",
  version: ({ version }) => String(version),
  senderId: ({ senderId }) => senderId,
  channel: ({ channel }) => channel,
  link: ({ link }) => link ?? "",
  rung: ({ rung }) => rung,
  viewerId: ({ viewerId }) => viewerId,
  contactId: ({ contact }) => contact?.id ?? "",
  contact: ({ contact }) => contact?.name ?? "",
  certainty: ({ contact }) => contact?.certainty ?? "",
  engagedMs: ({ engagedMs }) => String(engagedMs),
  scroll: ({ scroll }) => String(scroll),
  completion: ({ completion }) => String(completion),
  app: ({ app }) => app,
  device: ({ device }) => device,
  bot: ({ bot }) => String(bot),
  own: ({ own }) => String(own),
  confidence: ({ confidence }) => confidence,
  closed: ({ closed }) => String(closed),
  revision: ({ revision }) => String(revision),
  url: ({ url }) => url ?? "",
};

export function visitsCsv(visits: readonly Visit[]): string {
  const cells = Object.values(columns);
  return toCsv([Object.keys(columns), ...visits.map((visit) => cells.map((cell) => cell(visit)))]);
}
