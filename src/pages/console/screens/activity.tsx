import type { getContentSenders } from "../../../usecases/reports/content-senders.ts";
import { formatWhen } from "../../shell/format.ts";
import { CopyText } from "../ui/copy.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Badge, Empty } from "../ui/parts.tsx";
import { type Column, Table, type TableQuery } from "../ui/table.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { PostTabs, postHead } from "./post-tabs.tsx";

type Senders = Awaited<ReturnType<typeof getContentSenders>>;
export type ActivityView = Senders & { title: string; timezone: string; now: string };
type Line = Senders["items"][number];

/** How far somebody got with a post. */
type Deeds = Pick<Line, "shared" | "copiedAt" | "edited" | "openedAt">;

/** The same as a badge. */
export function DeedBadge({ deeds, words }: { deeds: Deeds; words: Words<"activity"> }) {
  const tone = deeds.shared || deeds.copiedAt ? "good" : "plain";
  return <Badge tone={tone}>{words[stateOf(deeds)]}</Badge>;
}

function stateOf({ shared, copiedAt, edited, openedAt }: Deeds) {
  if (shared) return "state-shared";
  if (copiedAt) return edited ? "state-edited" : "state-copied";
  return openedAt ? "state-opened" : "state-none";
}

export function activityColumns(desk: Desk, { now, timezone }: ActivityView): Column<Line>[] {
  const words = wordsOf("activity", desk.language);
  const when = (at: string | null) =>
    at ? formatWhen(at, now, timezone, desk.language) : words.never;
  return [
    {
      key: "name",
      title: words.name,
      value: ({ name }) => name,
      cell: ({ senderId, name }) => <a href={`/console/people/${senderId}`}>{name}</a>,
    },
    { key: "team", title: words.team, value: ({ team }) => team ?? "" },
    {
      key: "state",
      title: words.state,
      value: (line) => words[stateOf(line)],
      cell: (line) => <DeedBadge deeds={line} words={words} />,
    },
    {
      key: "opened",
      title: words.opened,
      value: ({ openedAt }) => openedAt ?? "",
      cell: ({ openedAt }) => when(openedAt),
    },
    { key: "opens", title: words.opens, isNumber: true, value: ({ opens }) => opens },
    {
      key: "copied",
      title: words.copied,
      value: ({ copiedAt }) => copiedAt ?? "",
      cell: ({ copiedAt }) => when(copiedAt),
    },
    { key: "reads", title: words.reads, isNumber: true, value: ({ reads }) => reads },
  ];
}

/** Names in one line of a reminder; whoever is left is told as a number. */
const namedInOne = 20;

/** For each team a text to paste in its chat, of those who have not copied their caption: nothing is sent. */
function Reminders({ view, words }: { view: ActivityView; words: Words<"activity"> }) {
  const late = view.items.filter(({ copiedAt, shared }) => copiedAt === null && !shared);
  if (late.length === 0) return null;
  const teams = [...Map.groupBy(late, ({ team }) => team)];
  return (
    <details class="card">
      <summary>{fill(words.remind, { n: late.length })}</summary>
      <p class="quiet">{words.remindLead}</p>
      {teams.map(([team, own], index) => {
        const named = own
          .slice(0, namedInOne)
          .map(({ name }) => name)
          .join(words.comma);
        const more = own.length - namedInOne;
        const names = more > 0 ? fill(words.andMore, { names: named, n: more }) : named;
        return (
          <>
            <h3>{team ?? words.noTeam}</h3>
            <CopyText
              id={`remind-${index}`}
              text={fill(words.remindText, { title: view.title, names })}
              label={words.copy}
              done={words.done}
            />
          </>
        );
      })}
    </details>
  );
}

/** Who has opened, copied and shared a post, and who has not. */
export function renderActivity(
  desk: Desk,
  id: string,
  view: ActivityView,
  query: TableQuery,
): string {
  const words = wordsOf("activity", desk.language);
  const { senders, opened, copied, shared } = view;
  return renderScreen({
    desk,
    title: view.title,
    at: "posts",
    ...postHead(desk),
    children: (
      <>
        <PostTabs desk={desk} id={id} on="activity" />
        {senders === 0 ? (
          <Empty title={words.empty} text={words.emptyText} />
        ) : (
          <>
            <p>{fill(words.sentence, { senders, opened, copied, shared })}</p>
            <p class="quiet">{words.how}</p>
            <Reminders view={view} words={words} />
            <Table
              caption={words.tab}
              language={desk.language}
              rows={view.items}
              columns={activityColumns(desk, view)}
              path={`/console/posts/${id}/activity`}
              query={query}
            />
          </>
        )}
      </>
    ),
  });
}
