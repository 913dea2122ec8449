import type { listPosts, PostLine } from "../../../usecases/console/list-posts.ts";
import { formatDuration, formatWhen } from "../../shell/format.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Empty } from "../ui/parts.tsx";
import { type Column, Table, type TableQuery } from "../ui/table.tsx";
import { writtenIn } from "../ui/written.ts";
import { fill } from "../words/fill.ts";
import { wordsOf } from "../words/index.ts";
import { PostState } from "./post-state.tsx";

export type PostsView = Awaited<ReturnType<typeof listPosts>> & { timezone: string; now: string };

export function postColumns(desk: Desk, { senders, timezone, now }: PostsView): Column<PostLine>[] {
  const { language } = desk;
  const words = wordsOf("posts", language);
  return [
    {
      key: "title",
      title: words.name,
      value: ({ title }) => title,
      cell: ({ id, title, ...post }) => (
        <a href={`/console/posts/${id}`} {...writtenIn(post, language)}>
          {title}
        </a>
      ),
    },
    {
      key: "status",
      title: words.status,
      value: ({ status }) => words[status],
      cell: (post) => <PostState post={post} language={language} />,
    },
    {
      key: "copied",
      title: words.copied,
      isNumber: true,
      value: ({ copied }) => copied,
      cell: ({ copied, status }) =>
        status === "draft" ? "–" : fill(words.copiedOf, { n: copied, of: senders }),
    },
    {
      key: "wordings",
      title: words.wordings,
      isNumber: true,
      value: ({ served }) => served ?? 0,
      cell: ({ served, seats }) =>
        served === null ? "–" : fill(words.wordingsOf, { n: served, of: seats ?? 0 }),
    },
    {
      key: "reads",
      title: words.reads,
      isNumber: true,
      value: ({ reads }) => reads,
      cell: ({ id, reads }) =>
        reads > 0 ? <a href={`/console/posts/${id}/report`}>{String(reads)}</a> : "0",
    },
    {
      key: "time",
      title: words.time,
      isNumber: true,
      value: ({ engagedMs }) => (engagedMs === null ? "" : Math.round(engagedMs / 1000)),
      cell: ({ engagedMs }) => (engagedMs ? formatDuration(engagedMs, language) : "–"),
    },
    {
      key: "changed",
      title: words.changed,
      value: ({ updatedAt }) => updatedAt,
      cell: ({ updatedAt }) => formatWhen(updatedAt, now, timezone, language),
    },
  ];
}

export function renderPosts(desk: Desk, view: PostsView, query: TableQuery): string {
  const words = wordsOf("posts", desk.language);
  const write = desk.mayWrite ? (
    <a class="button full" href="/console/posts/new">
      {words.new}
    </a>
  ) : null;
  return renderScreen({
    desk,
    title: words.title,
    at: "posts",
    actions: view.posts.length > 0 ? write : null,
    children:
      view.posts.length === 0 ? (
        <Empty title={words.empty} text={words.emptyText}>
          {write}
        </Empty>
      ) : (
        <Table
          caption={words.title}
          language={desk.language}
          rows={view.posts}
          columns={postColumns(desk, view)}
          path="/console/posts"
          query={query}
        />
      ),
  });
}
