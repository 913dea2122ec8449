import type { ReportView } from "../../../usecases/console/show-report.ts";
import { excerpt, formatDuration } from "../../shell/format.ts";
import { Numbers } from "../ui/bars.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { HeatStrip } from "../ui/heat.tsx";
import { Card, Empty, Figure, Note, Tabs } from "../ui/parts.tsx";
import { addressOf, type Column, Table, type TableQuery } from "../ui/table.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { PostTabs, postHead } from "./post-tabs.tsx";
import { appName, channelName } from "./readers.tsx";

/** Ways to look at a report, by their names in the address. */
const reportViews = ["article", "sender", "team", "channel", "app", "day"] as const;
export type ReportBy = (typeof reportViews)[number];

/** The periods that there are beside all, in days. */
export const reportDays = [1, 7, 30] as const;

/** A line of any view but the article's. */
export type ReportLine = { name: string; reads: number; engagedMs: number | null };

export function renderReport(
  desk: Desk,
  view: ReportView,
  by: ReportBy,
  query: TableQuery,
): string {
  const words = wordsOf("report", desk.language);
  const { id, title, report } = view;
  const place = `/console/posts/${id}/report`;
  const lines = reportLines(desk, view, by);
  const at = (way: ReportBy, days: number | null) =>
    addressOf(place, {
      by: way === "article" ? undefined : way,
      days: days === null ? undefined : String(days),
    });
  return renderScreen({
    desk,
    title,
    at: "posts",
    ...postHead(desk),
    children: (
      <>
        <PostTabs desk={desk} id={id} on="report" />
        {report.open > 0 ? <Note>{fill(words.open, { n: report.open })}</Note> : null}
        {report.reads > 0 || view.days !== null ? (
          <Tabs
            label={words.periods}
            tabs={[null, ...reportDays].map((each) => ({
              href: at(by, each),
              text: periodOf(each, words),
              on: each === view.days,
            }))}
          />
        ) : null}
        {report.isComplete ? null : <Note tone="warn">{words.incomplete}</Note>}
        {report.reads === 0 ? (
          <Empty title={words.none} text={words.noneText}>
            <a class="button full" href={`/console/readers?post=${id}`}>
              {words.toReaders}
            </a>
          </Empty>
        ) : (
          <>
            <Figures desk={desk} view={view} words={words} />
            <Tabs
              label={words.views}
              tabs={viewsOf(desk).map((each) => ({
                href: at(each, view.days),
                text: words[each],
                on: each === by,
              }))}
            />
            {by === "article" ? (
              <Article desk={desk} view={view} words={words} />
            ) : (
              <>
                <Table
                  caption={words[by]}
                  language={desk.language}
                  rows={lines}
                  columns={reportColumns(desk, by)}
                  path={place}
                  query={query}
                  keep={{ by, days: view.days === null ? undefined : String(view.days) }}
                />
                {lines.some(({ engagedMs }) => engagedMs === null) ? (
                  <Note>{words.held}</Note>
                ) : null}
              </>
            )}
          </>
        )}
      </>
    ),
  });
}

/** What a view adds up. */
export function reportLines(desk: Desk, { report }: ReportView, by: ReportBy): ReportLine[] {
  const words = wordsOf("report", desk.language);
  switch (by) {
    case "sender":
      return report.senders;
    case "team":
      return report.teams.map(({ team, ...sums }) => ({ name: team ?? words.noTeam, ...sums }));
    case "channel":
      return report.channels.map(({ channel, ...sums }) => ({
        name: channelName(channel, desk.language),
        ...sums,
      }));
    case "app":
      return report.apps.map(({ app, ...sums }) => ({
        name: appName(app, desk.language),
        ...sums,
      }));
    case "day":
      return report.days.map(({ date, ...sums }) => ({ name: date, ...sums }));
    default:
      return [];
  }
}

export function reportColumns(desk: Desk, by: ReportBy): Column<ReportLine>[] {
  const words = wordsOf("report", desk.language);
  return [
    { key: "name", title: by === "article" ? "" : words[`of-${by}`], value: ({ name }) => name },
    { key: "reads", title: words.reads, isNumber: true, value: ({ reads }) => reads },
    {
      key: "time",
      title: words.time,
      isNumber: true,
      value: ({ engagedMs }) => (engagedMs === null ? "" : Math.round(engagedMs / 1000)),
      cell: ({ engagedMs }) =>
        engagedMs === null ? "–" : formatDuration(engagedMs, desk.language),
    },
  ];
}

/** Ways that there are for who looks: of a team it is known who brought how much and in which channel and app. */
export const viewsOf = ({ team }: Pick<Desk, "team">): readonly ReportBy[] =>
  team === null ? reportViews : ["sender", "channel", "app"];

const percentOf = (share: number) => Math.round(share * 100);

type Part = { desk: Desk; view: ReportView; words: Words<"report"> };

function periodOf(days: number | null, words: Words<"report">): string {
  if (days === null) return words.allDays;
  return days === 1 ? words.lastDay : fill(words.lastDays, { n: days });
}

function Figures({ desk, view: { report }, words }: Part) {
  const { how } = wordsOf("week", desk.language);
  const { readsHow } = wordsOf("week", desk.language);
  const { reads, viewers, medianEngagedMs, completion } = report;
  return (
    <div class="figures">
      <Figure name={words.reads} value={String(reads)} how={readsHow} label={how} />
      <Figure name={words.readers} value={String(viewers)} how={words.readersHow} label={how} />
      {desk.team === null ? (
        <>
          <Figure
            name={words.median}
            value={medianEngagedMs === null ? "–" : formatDuration(medianEngagedMs, desk.language)}
            how={words.medianHow}
            label={how}
          />
          <Figure
            name={words.completion}
            value={completion === null ? "–" : `${percentOf(completion)}%`}
            how={words.completionHow}
            label={how}
          />
        </>
      ) : null}
    </div>
  );
}

function Article({ desk, view, words }: Part) {
  const { language } = desk;
  const span = (ms: number) => formatDuration(ms, language);
  const told = view.article.filter(({ meanMs }) => meanMs !== null);
  const most = told.reduce<(typeof told)[number] | null>(
    (best, part) =>
      (part.meanMs ?? 0) / (part.expectedMs || 1) > (best?.meanMs ?? 0) / (best?.expectedMs || 1)
        ? part
        : best,
    null,
  );
  const nameOf = (heading: string) => heading || words.start;
  return (
    <Card>
      <p>
        {most
          ? fill(words.heatSay, { most: nameOf(most.heading), time: span(most.meanMs ?? 0) })
          : words.heatNone}{" "}
        {most ? words.heat : null}
      </p>
      <ol class="heat-article">
        {view.article.map((part) => (
          <li>
            <HeatStrip part={part} />
            <div>
              <h3>{nameOf(part.heading)}</h3>
              <p class="quiet">{excerpt(part.text, 160)}</p>
            </div>
            <p class="number">
              {part.meanMs === null
                ? words.few
                : fill(words.mean, { time: span(part.meanMs), n: part.readers ?? 0 })}
              {part.dropOff ? (
                <>
                  <br />
                  <span class="quiet">
                    {fill(words.left, { percent: percentOf(part.dropOff) })}
                  </span>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ol>
      <Numbers
        heads={[words.section, words.expected, words.spent, words.dropOff]}
        rows={view.article.map(({ heading, expectedMs, meanMs, dropOff }) => [
          nameOf(heading),
          span(expectedMs),
          meanMs === null ? words.few : span(meanMs),
          dropOff === null ? words.few : `${percentOf(dropOff)}%`,
        ])}
      />
    </Card>
  );
}
