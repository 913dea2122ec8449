import type { readAlerts } from "../../../usecases/alerts/list-alerts.ts";
import { formatDuration, formatWhen } from "../../shell/format.ts";
import { spoken } from "../../shell/spoken.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Empty } from "../ui/parts.tsx";
import { readerName } from "../ui/reader-name.ts";
import { addressOf, type Column, Table, type TableQuery } from "../ui/table.tsx";
import { wordsOf } from "../words/index.ts";

type Alert = Awaited<ReturnType<typeof readAlerts>>["items"][number];

export interface AlertsView {
  items: readonly Alert[];
  nextCursor: string | null;
  cursor: string | undefined;
  timezone: string;
  now: string;
}

export function alertColumns(desk: Desk, { now, timezone }: AlertsView): Column<Alert>[] {
  const { language } = desk;
  const words = wordsOf("alerts", language);
  const nameOf = ({ contact }: Alert) => readerName(contact, language);
  return [
    {
      key: "reader",
      title: words.reader,
      value: nameOf,
      cell: (alert) => <a href={`/console/readers/${alert.viewerId}`}>{nameOf(alert)}</a>,
    },
    { key: "tag", title: words.tag, value: ({ name }) => spoken(name, language) },
    { key: "why", title: words.why, value: ({ sentence }) => spoken(sentence, language) },
    { key: "post", title: words.post, value: ({ visit }) => visit.title ?? "" },
    {
      key: "time",
      title: words.time,
      isNumber: true,
      value: ({ visit }) => Math.round(visit.engagedMs / 1000),
      cell: ({ visit }) => (
        <a href={`/console/reads/${visit.id}?at=${encodeURIComponent(visit.startedAt)}`}>
          {formatDuration(visit.engagedMs, language)}
        </a>
      ),
    },
    { key: "sender", title: words.sender, value: ({ sender }) => sender.name },
    {
      key: "at",
      title: words.at,
      value: ({ toldAt }) => toldAt,
      cell: ({ toldAt }) => formatWhen(toldAt, now, timezone, language),
    },
  ];
}

/** What senders were told at once of their readers. */
export function renderAlerts(desk: Desk, view: AlertsView, query: TableQuery): string {
  const words = wordsOf("alerts", desk.language);
  const isEmpty = view.items.length === 0 && view.cursor === undefined && view.nextCursor === null;
  return renderScreen({
    desk,
    title: words.title,
    at: "alerts",
    children: isEmpty ? (
      <Empty title={words.empty} text={words.emptyText}>
        <a class="button full" href="/console/rules">
          {words.emptyDo}
        </a>
      </Empty>
    ) : (
      <>
        <p class="quiet">{words.lead}</p>
        <Table
          caption={words.title}
          language={desk.language}
          rows={view.items}
          columns={alertColumns(desk, view)}
          path="/console/alerts"
          query={query}
          keep={{ cursor: view.cursor }}
        />
        {view.nextCursor ? (
          <p>
            <a
              class="button"
              href={addressOf("/console/alerts", { ...query, cursor: view.nextCursor })}
            >
              {words.older}
            </a>
          </p>
        ) : null}
      </>
    ),
  });
}
