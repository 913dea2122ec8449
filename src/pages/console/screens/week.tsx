import type { Todo, WeekView } from "../../../usecases/console/show-week.ts";
import { formatDuration, formatWhen } from "../../shell/format.ts";
import { Bars } from "../ui/bars.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Card, Empty, Figure } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { PostState } from "./post-state.tsx";

export function renderWeek(desk: Desk, view: WeekView): string {
  const words = wordsOf("week", desk.language);
  const isFresh = view.posts.length === 0;
  return renderScreen({
    desk,
    title: words.title,
    at: "week",
    actions: desk.mayWrite ? (
      <a class="button full" href="/console/posts/new">
        {wordsOf("posts", desk.language).new}
      </a>
    ) : null,
    children: isFresh ? (
      <Start desk={desk} view={view} words={words} />
    ) : (
      <>
        {isFirstUnread(view) ? <Start desk={desk} view={view} words={words} /> : null}
        <Figures desk={desk} view={view} words={words} />
        <div class="two">
          <Card title={words.todo}>
            <Todos desk={desk} view={view} words={words} />
          </Card>
          {view.team === null ? (
            <Card title={words.chart}>
              <Chart view={view} words={words} />
            </Card>
          ) : null}
        </div>
        <Latest desk={desk} view={view} words={words} />
      </>
    ),
  });
}

type Part = { desk: Desk; view: WeekView; words: Words<"week"> };

function Figures({ desk, view, words }: Part) {
  const { reads, engagedMs, sharers, senders, published, open } = view;
  const against = (now: number, before: number, said: (n: number) => string) => {
    if (now === before) return words.same;
    return fill(now > before ? words.more : words.less, { n: said(Math.abs(now - before)) });
  };
  const span = (ms: number) => formatDuration(ms, desk.language);
  return (
    <div class="figures">
      {view.team === null ? (
        <>
          <Figure
            name={words.reads}
            value={String(reads.now)}
            hint={
              open > 0 ? fill(words.open, { n: open }) : against(reads.now, reads.before, String)
            }
            how={words.readsHow}
            label={words.how}
          />
          <Figure
            name={words.time}
            value={engagedMs.now === null ? "–" : span(engagedMs.now)}
            hint={
              engagedMs.now === null || engagedMs.before === null
                ? words.held
                : against(engagedMs.now, engagedMs.before, span)
            }
            how={words.timeHow}
            label={words.how}
          />
        </>
      ) : null}
      <Figure
        name={words.sharers}
        value={fill(words.sharersOf, { n: sharers, of: senders })}
        how={words.sharersHow}
        label={words.how}
      />
      <Figure
        name={words.published}
        value={String(published)}
        how={words.publishedHow}
        label={words.how}
      />
    </div>
  );
}

function Chart({ view, words }: Omit<Part, "desk">) {
  const most = view.days.reduce((best, day) => (day.reads > best.reads ? day : best));
  const label = (date: string) => date.slice(5).replace("-", "/");
  const sentence =
    view.reads.now === 0
      ? words.chartNone
      : fill(words.chartSay, { reads: view.reads.now, day: label(most.date), most: most.reads });
  const bars = view.days.map(({ date, reads }) => ({
    label: label(date),
    value: reads,
    text: String(reads),
  }));
  return <Bars sentence={sentence} heads={[words.day, words.reads]} bars={bars} />;
}

function Todos({ desk, view, words }: Part) {
  const { todo, now, timezone } = view;
  const when = (at: string) => formatWhen(at, now, timezone, desk.language);
  if (todo.length === 0) return <p class="quiet">{words.todoNone}</p>;
  return (
    <ul class="todo">
      {todo.map((one) => {
        const [text, href, label] = doing(one, words, when);
        return (
          <li>
            <span>{text}</span> <a href={href}>{label}</a>
          </li>
        );
      })}
    </ul>
  );
}

function doing(
  todo: Todo,
  words: Words<"week">,
  when: (at: string) => string,
): readonly [string, string, string] {
  switch (todo.kind) {
    case "no-senders":
      return [words.noSenders, "/console/people", words.noSendersDo];
    case "no-posts":
      return [words.noPosts, "/console/posts/new", words.noPostsDo];
    default: {
      const { id, title } = todo.post;
      const place = `/console/posts/${id}`;
      if (todo.kind === "draft") return [fill(words.draft, { title }), place, words.draftDo];
      if (todo.kind === "waits") {
        const said = fill(words.waits, { title, when: when(todo.at) });
        return [said, `${place}/roll-out`, words.waitsDo];
      }
      if (todo.kind === "unpublished-change") {
        return [fill(words.unpublished, { title }), `${place}/roll-out`, words.unpublishedDo];
      }
      if (todo.kind === "not-opened") {
        const { count: n } = todo;
        return [fill(words.notOpened, { title, n }), `${place}/activity`, words.notOpenedDo];
      }
      if (todo.kind === "not-copied") {
        const { count: n } = todo;
        return [fill(words.notCopied, { title, n }), `${place}/roll-out`, words.notCopiedDo];
      }
      const { served, seats } = todo;
      return [
        fill(words.fewWordings, { title, served, seats }),
        `${place}/words`,
        words.fewWordingsDo,
      ];
    }
  }
}

function Latest({ desk, view, words }: Part) {
  return (
    <Card title={words.latest} aside={<a href="/console/posts">{words.all}</a>}>
      <ul class="lines">
        {view.posts.map((post) => (
          <li>
            <a href={`/console/posts/${post.id}`}>{post.title}</a>
            <PostState post={post} language={desk.language} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Somebody who has written their first post is led on until it was read; a lead cannot do the steps. */
const isFirstUnread = ({ team, posts, reads, open }: WeekView): boolean =>
  team === null && posts.length === 1 && reads.now + reads.before + open === 0;

/** A fresh workspace: what to do first, step by step, each ticked off as it is done. */
function Start({ view, words }: Part) {
  const [first] = view.posts;
  const rollOut = first && `/console/posts/${first.id}/roll-out`;
  const steps = [
    [words.step1, words.step1Text, "/console/people", view.senders > 0],
    [words.step2, words.step2Text, "/console/posts/new", first !== undefined],
    [words.step3, words.step3Text, rollOut, view.published > 0],
    [words.step4, words.step4Text, view.published > 0 ? rollOut : undefined, false],
  ] as const;
  const next = steps.findIndex(([, , , isDone]) => !isDone);
  return (
    <>
      <Empty title={words.start} text={words.startLead} />
      <ol class="steps">
        {steps.map(([title, text, href, isDone], index) => (
          <li class={isDone ? "done" : index === next ? "next" : undefined}>
            <h2>
              {isDone ? <span aria-hidden="true">✓ </span> : null}
              {title}
            </h2>
            <p class="quiet">{text}</p>
            {href && !isDone ? (
              <a class={index === next ? "button full" : "button"} href={href}>
                {title}
              </a>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}
