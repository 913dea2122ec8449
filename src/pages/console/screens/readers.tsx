import { apps, channels } from "../../../domain/vocabulary.ts";
import type { Reader, ReadersView } from "../../../usecases/console/show-readers.ts";
import { formatDuration, formatWhen } from "../../shell/format.ts";
import type { Language } from "../../shell/language.ts";
import { spoken } from "../../shell/spoken.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Badge, Empty, Meter, Note, Tabs } from "../ui/parts.tsx";
import { readerName } from "../ui/reader-name.ts";
import { addressOf, type Column, Table, type TableQuery } from "../ui/table.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";

/** What the address asks for: one post's reads, one colleague's, and read by read rather than by reader. */
export interface ReadersQuery {
  post: { id: string; title: string } | null;
  sender: string | undefined;
  isList: boolean;
}

/** A read beside who read. */
type ReadLine = Reader["reads"][number] & Pick<Reader, "name" | "certainty">;

/** Read by read, the newest first. */
export function readLines({ readers }: ReadersView): ReadLine[] {
  return readers
    .flatMap(({ name, certainty, reads }) => reads.map((read) => ({ ...read, name, certainty })))
    .sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
}

export function readColumns(desk: Desk, { now, timezone }: ReadersView): Column<ReadLine>[] {
  const { language } = desk;
  const words = wordsOf("readers", language);
  return [
    { key: "reader", title: words.reader, value: (read) => readerName(read, language) },
    { key: "post", title: words.post, value: ({ title }) => title ?? "" },
    { key: "via", title: words.sender, value: ({ sender }) => sender },
    {
      key: "channel",
      title: words.channel,
      value: ({ channel }) => channelName(channel, language),
    },
    { key: "app", title: words.app, value: ({ app }) => appName(app, language) },
    {
      key: "at",
      title: words.at,
      value: ({ startedAt }) => startedAt,
      cell: ({ startedAt }) => formatWhen(startedAt, now, timezone, language),
    },
    {
      key: "time",
      title: words.time,
      isNumber: true,
      value: ({ engagedMs }) => Math.round(engagedMs / 1000),
      cell: ({ id, startedAt, engagedMs }) => (
        <a href={`/console/reads/${id}?at=${encodeURIComponent(startedAt)}`}>
          {formatDuration(engagedMs, language)}
        </a>
      ),
    },
    {
      key: "finished",
      title: words.completion,
      isNumber: true,
      value: ({ contentId, completion }) => (contentId ? Math.round(completion * 100) : ""),
      cell: ({ contentId, completion }) => (contentId ? `${Math.round(completion * 100)}%` : "–"),
    },
    { key: "longest", title: words.longestPart, value: ({ longest }) => longest ?? "" },
  ];
}

export function renderReaders(
  desk: Desk,
  view: ReadersView,
  asked: ReadersQuery,
  query: TableQuery,
): string {
  const words = wordsOf("readers", desk.language);
  const { post, sender, isList } = asked;
  const keep = { post: post?.id, sender };
  return renderScreen({
    desk,
    title: post ? post.title : words.title,
    at: "readers",
    ...(post ? { trail: [{ href: "/console/readers", text: words.all }] } : {}),
    children: (
      <div data-live class="stack">
        <p class="quiet">{words.lead}</p>
        {view.unnamed > 0 ? <Note>{fill(words.unnamed, { n: view.unnamed })}</Note> : null}
        {view.readers.length === 0 ? (
          <Empty title={words.empty} text={words.emptyText}>
            <a
              class="button full"
              href={post ? `/console/posts/${post.id}/roll-out` : "/console/posts"}
            >
              {words.emptyPost}
            </a>
          </Empty>
        ) : (
          <>
            <Tabs
              label={words.views}
              tabs={[
                { href: addressOf(place, keep), text: words.byReader, on: !isList },
                {
                  href: addressOf(place, { ...keep, view: "list" }),
                  text: words.byRead,
                  on: isList,
                },
              ]}
            />
            {isList ? <p class="quiet">{words.finishedHow}</p> : null}
            {isList ? (
              <Table
                caption={words.byRead}
                language={desk.language}
                rows={readLines(view)}
                columns={readColumns(desk, view)}
                path={place}
                query={query}
                keep={{ ...keep, view: "list" }}
              />
            ) : (
              <ul class="readers">
                {view.readers.map((reader) => (
                  <OneReader reader={reader} view={view} words={words} language={desk.language} />
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    ),
  });
}

const place = "/console/readers";

/** The name of a channel; a group's own name as it is. */
export function channelName(channel: string, language: Language): string {
  const words = wordsOf("readers", language);
  const known = channels.find((each) => each === channel);
  return known ? words[`channel-${known}`] : channel.replace(/^group:/, "");
}

/** How much of the text was read, and why it may be nothing of it although somebody read. */
export function finishedWords(
  { contentId, completion }: { contentId: string | null; completion: number },
  language: Language,
): string {
  const words = wordsOf("readers", language);
  if (contentId === null) return words.finishedUnknown;
  const percent = Math.round(completion * 100);
  return percent === 0 ? words.finishedNone : fill(words.finished, { percent });
}

/** The name of an app. */
export function appName(app: string, language: Language): string {
  const known = apps.find((each) => each === app);
  return known ? wordsOf("apps", language)[known] : app;
}

type Part = { view: ReadersView; words: Words<"readers">; language: Language };

function OneReader({ reader, view, words, language }: Part & { reader: Reader }) {
  const time = formatDuration(reader.engagedMs, language);
  return (
    <li class="card">
      <div class="card-head">
        <h2>
          <a href={`${place}/${reader.viewerId}`}>{readerName(reader, language)}</a>
        </h2>
        <span class="quiet">{fill(words.reads, { n: reader.reads.length, time })}</span>
      </div>
      <ul class="lines">
        {reader.reads.map((read) => (
          <OneRead read={read} view={view} words={words} language={language} />
        ))}
      </ul>
    </li>
  );
}

function OneRead({ read, view, words, language }: Part & { read: Reader["reads"][number] }) {
  const percent = Math.round(read.completion * 100);
  const finished = finishedWords(read, language);
  const facts = [
    fill(words.via, { sender: read.sender }),
    channelName(read.channel, language),
    ...(read.isPassedOn ? [words.passedOn] : []),
    ...(read.longest ? [fill(words.longest, { heading: read.longest })] : []),
  ];
  return (
    <li>
      <div class="read">
        <p>
          {read.contentId ? (
            <a href={`/console/readers?post=${read.contentId}`}>{read.title}</a>
          ) : (
            read.title
          )}
        </p>
        <p class="quiet">{facts.join(" · ")}</p>
      </div>
      <div class="spent">
        <p>
          <a href={`/console/reads/${read.id}?at=${encodeURIComponent(read.startedAt)}`}>
            <b>{formatDuration(read.engagedMs, language)}</b>
          </a>{" "}
          {read.isOver ? null : <Badge tone="live">{words.now}</Badge>}
        </p>
        <p class="quiet">{formatWhen(read.startedAt, view.now, view.timezone, language)}</p>
        {read.contentId ? <Meter value={percent} of={100} label={finished} /> : null}
        <p class="quiet">{finished}</p>
      </div>
    </li>
  );
}

/** How a read's seconds came about, in sentences. */
export function renderRead(
  desk: Desk,
  read: { engagedMs: number; sentences: readonly { zh: string; en: string }[] },
): string {
  const words = wordsOf("readers", desk.language);
  const time = formatDuration(read.engagedMs, desk.language);
  return renderScreen({
    desk,
    title: fill(words.how, { time }),
    at: "readers",
    trail: [{ href: "/console/readers", text: words.title }],
    children: (
      <ul class="card">
        {read.sentences.map((sentence) => (
          <li>{spoken(sentence, desk.language)}</li>
        ))}
      </ul>
    ),
  });
}
