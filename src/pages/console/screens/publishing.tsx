/** A post's publishing: at once, at a time to come, what waits, and why it did not work. */
import type { RollOutView } from "../../../usecases/console/show-roll-out.ts";
import { formatWhen } from "../../shell/format.ts";
import { Enough } from "../ui/enough.tsx";
import { FaultText } from "../ui/fault-text.tsx";
import type { Desk } from "../ui/frame.tsx";
import { JobProgress } from "../ui/job-progress.tsx";
import { ActionForm, Card, Field, Note } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";

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

type Part = { desk: Desk; view: RollOutView; words: Words<"rollOut"> };

export function Publishing({
  desk,
  view,
  job,
  at,
  words,
}: Part & { job: PublishJob | null; at: string }) {
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
        <Failed desk={desk} view={view} job={job} at={at} words={words} />
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
          <Served desk={desk} view={view} words={words} />
          {isShared ? <Next desk={desk} view={view} words={words} /> : null}
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

/** What is to be done when it is out. */
function Next({ desk, view: { id, unopened }, words }: Part) {
  if (unopened === 0) return null;
  return (
    <>
      <p>{fill(words.next, { n: unopened })}</p>
      <p class="buttons">
        {desk.mayWrite ? (
          <a class="button" href="/console/people/sheet">
            {words.kits}
          </a>
        ) : null}
        <a class="button" href={`/console/posts/${id}/activity`}>
          {words.whoNot}
        </a>
      </p>
    </>
  );
}

/** A time to publish at, as the workspace's clocks show it. */
function Later({ desk, view, words }: Part) {
  const { id, offered, earliest, latest, timezone } = view;
  return (
    <form method="post" action={`/console/posts/${id}/publish`} class="later">
      <input type="hidden" name="token" value={desk.tokens.publish ?? ""} />
      <Field name="at" label={words.at} hint={fill(words.atHint, { zone: timezone })}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            name="at"
            value={offered}
            min={earliest}
            max={latest}
            required
          />
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
      <Served desk={desk} view={view} words={words} />
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

/** For how many the wordings were enough when they were counted, and that more have come since. */
function Served({ desk, view: { capacity, senders, isShared, isAhead }, words }: Part) {
  if (!capacity) return null;
  const { seats, served } = capacity;
  const enough = wordsOf("enough", desk.language);
  // A lead sees their own team's people beside the company's wordings: no two numbers to compare.
  if (desk.team !== null || seats === senders) {
    return <Enough language={desk.language} counted={capacity} />;
  }
  if (isShared && !isAhead) {
    return (
      <p>
        {fill(enough.count, { seats, served })} {fill(words.undealt, { n: senders - seats })}
      </p>
    );
  }
  return (
    <>
      <Enough language={desk.language} counted={capacity} />
      <p class="quiet">{fill(enough.counted, { seats, now: senders })}</p>
    </>
  );
}

/** @param props.at - the time that was asked for; one that has passed meanwhile is not asked for again */
function Failed(props: Part & { job: PublishJob; at: string }) {
  const { desk, view, job, at, words } = props;
  const { id } = view;
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
          {job.error.errors.map(({ message }) => (
            <li>
              <FaultText text={message} language={desk.language} />
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
            <input type="hidden" name="at" value={at < view.earliest ? "" : at} />
          </ActionForm>
        ) : null}
      </div>
      {isBelow ? <p class="quiet">{words.acceptHint}</p> : null}
    </Note>
  );
}
