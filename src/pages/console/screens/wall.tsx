/** What everybody gets of a post, side by side or as a table. */
import type { RollOutView, WallCaption } from "../../../usecases/console/show-roll-out.ts";
import type { Desk } from "../ui/frame.tsx";
import { Badge, Marked, Tabs } from "../ui/parts.tsx";
import { addressOf, type Column, Table, type TableQuery } from "../ui/table.tsx";
import { writtenIn } from "../ui/written.ts";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";

/** What the address says of the wall: which page of it, and as a table rather than side by side. */
export interface WallQuery extends TableQuery {
  cursor: string | undefined;
  isList: boolean;
  /** The time that was asked to publish at, as the workspace's clocks show it; "" for at once. */
  at: string;
}

export function wallColumns(desk: Desk): Column<WallCaption>[] {
  const words = wordsOf("rollOut", desk.language);
  return [
    { key: "name", title: words.name, value: ({ sender }) => sender.name },
    { key: "team", title: words.team, value: ({ sender }) => sender.team ?? "" },
    {
      key: "caption",
      title: words.caption,
      isLong: true,
      value: ({ caption }) => caption ?? "",
      cell: ({ caption }) =>
        caption === null ? (
          words.waiting
        ) : (
          <span class="caption" {...writtenIn(desk.standing, desk.language)}>
            {caption}
          </span>
        ),
    },
    {
      key: "state",
      title: words.state,
      value: (one) => stateWords(one, words).join(", "),
      cell: (one) => <CaptionState one={one} words={words} />,
    },
    { key: "link", title: words.link, value: ({ url }) => url ?? "", isHidden: true },
  ];
}

type Part = { desk: Desk; view: RollOutView; words: Words<"rollOut"> };

export function Wall({ desk, view, words, query }: Part & { query: WallQuery }) {
  const place = `/console/posts/${view.id}/roll-out`;
  const { cursor, isList } = query;
  const list = isList ? "list" : undefined;
  return (
    <>
      <Tabs
        label={words.wall}
        tabs={[
          { href: addressOf(place, { cursor }), text: words.sideBySide, on: !isList },
          { href: addressOf(place, { cursor, view: "list" }), text: words.asTable, on: isList },
        ]}
      />
      {isList ? (
        <Table
          caption={words.wall}
          language={desk.language}
          rows={view.wall}
          columns={wallColumns(desk)}
          path={place}
          query={{ sort: query.sort, q: query.q }}
          keep={{ cursor, view: list }}
        />
      ) : (
        <SideBySide desk={desk} view={view} words={words} />
      )}
      {view.nextCursor ? (
        <p>
          <a class="button" href={addressOf(place, { cursor: view.nextCursor, view: list })}>
            {words.more}
          </a>
        </p>
      ) : null}
    </>
  );
}

function SideBySide({ desk, view, words }: Part) {
  return (
    <>
      <p class="quiet">{words.wallLead}</p>
      <ul class="wall">
        {view.wall.map((one) => (
          <li>
            <p class="who-line">
              <b>{one.sender.name}</b>
              {one.sender.team ? <span class="quiet"> · {one.sender.team}</span> : null}
            </p>
            {one.caption === null ? (
              <p class="quiet">{words.waiting}</p>
            ) : (
              <>
                <p class="caption" {...writtenIn(desk.standing, desk.language)}>
                  <Marked parts={one.parts} />
                </p>
                {one.nearest ? (
                  <p class="quiet">{fill(words.nearest, { name: one.nearest })}</p>
                ) : null}
              </>
            )}
            <CaptionState one={one} words={words} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is to be said of somebody's caption. */
function stateWords(
  { copied, copiedBefore, folded, same }: WallCaption,
  words: Words<"rollOut">,
): string[] {
  return [
    copied
      ? copied.edited
        ? words.edited
        : words.copied
      : copiedBefore
        ? words.copiedBefore
        : words.notYet,
    ...(folded ? [words.folded] : []),
    ...(same.length > 0 ? [fill(words.same, { names: same.slice(0, 3).join(", ") })] : []),
  ];
}

function CaptionState({ one, words }: { one: WallCaption; words: Words<"rollOut"> }) {
  const { copied, url } = one;
  const [state, ...warnings] = stateWords(one, words);
  return (
    <p class="badges">
      <Badge tone={copied ? "good" : "plain"}>{state}</Badge>
      {warnings.map((warning) => (
        <Badge tone="warn">{warning}</Badge>
      ))}
      {url ? (
        <a href={url} target="_blank" rel="noopener">
          {words.open}
          <span class="offscreen">: {one.sender.name}</span>
        </a>
      ) : null}
    </p>
  );
}
