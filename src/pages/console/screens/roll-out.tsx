import type { RollOutView, WallCaption } from "../../../usecases/console/show-roll-out.ts";
import { formatWhen } from "../../shell/format.ts";
import { FaultText } from "../ui/fault-text.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { JobProgress } from "../ui/job-progress.tsx";
import { ActionForm, Badge, Card, Empty, Field, Marked, Meter, Note, Tabs } from "../ui/parts.tsx";
import { addressOf, type Column, Table, type TableQuery } from "../ui/table.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { PostTabs, postHead } from "./post-tabs.tsx";

/** The publish job that the address names. */
export interface PublishJob {
  id: string;
  status: "queued" | "running" | "succeeded" | "failed";
  /** 0..1 */
  progress: number;
  /** Of one that is finished but for its time. */
  waitsUntil?: string;
  error?: { code: string; detail: string; errors?: { path: string; message: string }[] };
}

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
      cell: ({ caption }) => <span class="caption">{caption ?? words.waiting}</span>,
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

export function renderRollOut(
  desk: Desk,
  view: RollOutView,
  job: PublishJob | null,
  query: WallQuery,
): string {
  const words = wordsOf("rollOut", desk.language);
  const { id, title, senders, isShared } = view;
  return renderScreen({
    desk,
    title,
    at: "posts",
    ...postHead(desk),
    children: (
      <>
        <PostTabs desk={desk} id={id} on="roll-out" />
        {senders === 0 ? (
          <Empty title={words.none} text={words.noneText}>
            <a class="button full" href="/console/people">
              {words.addPeople}
            </a>
          </Empty>
        ) : (
          <Publishing desk={desk} view={view} job={job} at={query.at} words={words} />
        )}
        {senders > 0 ? (
          <Card title={words.wall}>
            {isShared ? (
              <Wall desk={desk} view={view} words={words} query={query} />
            ) : (
              <p class="quiet">{words.wallNone}</p>
            )}
          </Card>
        ) : null}
        {isShared && desk.mayWrite ? (
          <div>
            <ActionForm
              action={`/console/posts/${id}/withdraw`}
              token={desk.tokens.withdraw}
              label={words.withdraw}
              kind="danger"
              ask={words.withdrawAsk}
            />
          </div>
        ) : null}
      </>
    ),
  });
}

type Part = { desk: Desk; view: RollOutView; words: Words<"rollOut"> };

function Publishing({ desk, view, job, at, words }: Part & { job: PublishJob | null; at: string }) {
  const { id, status, isAhead, isShared, senders, waiting } = view;
  const token = desk.tokens.publish;
  const action = `/console/posts/${id}/publish`;
  if (waiting) return <Waiting desk={desk} view={view} waiting={waiting} words={words} />;
  if (job && (job.status === "queued" || job.status === "running")) {
    return (
      <Card title={words.working}>
        <JobProgress
          id={job.id}
          progress={job.progress}
          label={words.working}
          said={words.workingLead}
        />
      </Card>
    );
  }
  const needs = !isShared || isAhead;
  return (
    <Card title={words.publish}>
      {job?.status === "failed" ? (
        <Failed desk={desk} id={id} job={job} at={at} words={words} />
      ) : (
        <>
          {status === "withdrawn" ? <Note tone="warn">{words.withdrawn}</Note> : null}
          <p>
            {isShared
              ? isAhead
                ? words.publishChanged
                : words.upToDate
              : fill(words.publishLead, { n: senders })}
          </p>
          <Served view={view} words={words} />
          {needs && desk.mayWrite ? (
            <ActionForm
              action={action}
              token={token}
              label={isShared ? words.publishAgain : words.publish}
              kind="full"
            />
          ) : null}
          {needs && desk.mayWrite ? <Later desk={desk} view={view} words={words} /> : null}
        </>
      )}
    </Card>
  );
}

/** A time to publish at, as the workspace's clocks show it. */
function Later({ desk, view, words }: Part) {
  const { id, offered, timezone } = view;
  return (
    <form method="post" action={`/console/posts/${id}/publish`} class="later">
      <input type="hidden" name="token" value={desk.tokens.publish ?? ""} />
      <Field name="at" label={words.at} hint={fill(words.atHint, { zone: timezone })}>
        {(control) => (
          <input {...control} type="datetime-local" name="at" value={offered} required />
        )}
      </Field>
      <button type="submit" class="button">
        {words.later}
      </button>
    </form>
  );
}

/** A version that is finished and waits: when it goes out, what is not in it, and how to take it back. */
function Waiting(props: Part & { waiting: NonNullable<RollOutView["waiting"]> }) {
  const { desk, view, waiting, words } = props;
  const when = formatWhen(waiting.at, view.now, view.timezone, desk.language);
  const place = `/console/posts/${view.id}`;
  return (
    <Card title={words.waits}>
      <p>
        <b>{fill(words.waitsUntil, { when })}</b>
      </p>
      <Served view={view} words={words} />
      <p class="quiet">{words.waitsHow}</p>
      {waiting.isChanged ? <Note tone="warn">{words.waitsChanged}</Note> : null}
      {desk.mayWrite ? (
        <>
          <div class="buttons">
            <ActionForm
              action={`${place}/cancel-publish`}
              token={desk.tokens["cancel-publish"]}
              label={words.cancel}
            />
            <ActionForm
              action={`${place}/publish`}
              token={desk.tokens.publish}
              label={words.publishNow}
            />
          </div>
          <details>
            <summary>{words.otherTime}</summary>
            <Later desk={desk} view={view} words={words} />
          </details>
        </>
      ) : null}
    </Card>
  );
}

function Served({ view: { capacity }, words }: Omit<Part, "desk">) {
  if (!capacity) return null;
  const { served, seats } = capacity;
  const said = fill(words.served, { served, seats });
  return (
    <>
      <Meter value={served} of={seats} label={said} tone={served < seats ? "warn" : "good"} />
      <p>
        {said}
        {served < seats ? ` · ${fill(words.shares, { n: seats - served })}` : ""}
      </p>
    </>
  );
}

function Failed(props: {
  desk: Desk;
  id: string;
  job: PublishJob;
  at: string;
  words: Words<"rollOut">;
}) {
  const { desk, id, job, at, words } = props;
  const isBelow = job.error?.code === "below-floor";
  return (
    <Note tone={isBelow ? "warn" : "bad"}>
      <p>
        <b>{isBelow ? words.below : words.failed}</b>
      </p>
      <p>
        <FaultText text={job.error?.detail ?? ""} language={desk.language} />
      </p>
      {job.error?.errors ? (
        <ul>
          {job.error.errors.map(({ path, message }) => (
            <li>
              {path}: <FaultText text={message} language={desk.language} />
            </li>
          ))}
        </ul>
      ) : null}
      <div class="buttons">
        <a class="button full" href={`/console/posts/${id}/words`}>
          {words.improve}
        </a>
        {isBelow && desk.mayWrite ? (
          <ActionForm
            action={`/console/posts/${id}/publish`}
            token={desk.tokens.publish}
            label={words.accept}
          >
            <input type="hidden" name="accept" value="yes" />
            <input type="hidden" name="at" value={at} />
          </ActionForm>
        ) : null}
      </div>
      {isBelow ? <p class="quiet">{words.acceptHint}</p> : null}
    </Note>
  );
}

function Wall({ desk, view, words, query }: Part & { query: WallQuery }) {
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
        <SideBySide view={view} words={words} />
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

function SideBySide({ view, words }: Omit<Part, "desk">) {
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
                <p class="caption">
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
function stateWords({ copied, folded, same }: WallCaption, words: Words<"rollOut">): string[] {
  return [
    copied ? (copied.edited ? words.edited : words.copied) : words.notYet,
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
