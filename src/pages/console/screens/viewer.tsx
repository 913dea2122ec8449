import type { TimelineEntry, ViewerScreen } from "../../../usecases/console/show-viewer.ts";
import { formatDate, formatDuration, formatWhen } from "../../shell/format.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "../../shell/language.ts";
import { spoken } from "../../shell/spoken.ts";
import { CopyText } from "../ui/copy.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Badge, Card, Note } from "../ui/parts.tsx";
import { readerName } from "../ui/reader-name.ts";
import { type Column, Table, type TableQuery } from "../ui/table.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { finishedWords } from "./readers.tsx";

type Part = { desk: Desk; view: ViewerScreen; words: Words<"viewer"> };
type Entry = TimelineEntry;

const placeOf = ({ viewer }: ViewerScreen) => `/console/readers/${viewer.id}`;

/** The way back from one reader to all. */
export function trailOf(desk: Desk) {
  return [{ href: "/console/readers", text: wordsOf("readers", desk.language).title }];
}

/** One reader: next step, interests with their evidence, all they did, their consent, and erasure. */
export function renderViewer(desk: Desk, view: ViewerScreen, query: TableQuery): string {
  const words = wordsOf("viewer", desk.language);
  const part = { desk, view, words };
  return renderScreen({
    desk,
    title: readerName(
      { name: view.viewer.contact?.name ?? null, certainty: view.viewer.certainty },
      desk.language,
    ),
    at: "readers",
    trail: trailOf(desk),
    // Ways lead through colleagues of every team.
    actions:
      desk.team === null ? (
        <a class="button" href={`${placeOf(view)}/paths`}>
          {words.introduce}
        </a>
      ) : null,
    children: (
      <>
        <Who {...part} />
        <div class="two">
          <div class="stack">
            <NextStep {...part} />
            {/* A tie is made of what they read through every team. */}
            {desk.team === null ? <Tie {...part} /> : null}
          </div>
          <Tags {...part} />
        </div>
        <Card title={words.timeline}>
          <Table
            caption={words.timeline}
            language={desk.language}
            rows={view.timeline}
            columns={timelineColumns(desk, view)}
            path={placeOf(view)}
            query={query}
          />
        </Card>
        <div class="two">
          <Consent {...part} />
          {desk.mayAdmin ? (
            <Card title={words.erase} id="erase">
              <p class="quiet">{words.eraseLead}</p>
              <ActionForm
                action={`${placeOf(view)}/erase`}
                token={desk.tokens["viewer-erase"]}
                label={words.erase}
                kind="danger"
                ask={words.eraseAsk}
              />
            </Card>
          ) : null}
        </div>
      </>
    ),
  });
}

const visitsOf = ({ timeline }: ViewerScreen) =>
  timeline.flatMap((entry) => (entry.kind === "visit" ? [entry] : []));

function Who({ desk, view, words }: Part) {
  const { firstSeenAt, visits, namedBy, certainty, withdrawnAt } = view.viewer;
  const facts = [
    fill(words.since, { date: formatDate(firstSeenAt, desk.language, view.timezone) }),
    fill(words.visits, { n: visits }),
    ...(namedBy ? [fill(words.named, { by: words[`by-${namedBy}`] })] : []),
    ...(certainty ? [certainty === "confirmed" ? words.sure : words.probable] : []),
  ];
  return (
    <>
      <p class="quiet">{facts.join(" · ")}</p>
      {withdrawnAt ? (
        <Note tone="warn">
          {fill(words.withdrawn, { date: formatDate(withdrawnAt, desk.language, view.timezone) })}
        </Note>
      ) : null}
      {visitsOf(view).some(({ uncounted }) => uncounted === "bot") ? (
        <Note tone="warn">
          {visitsOf(view).every(({ uncounted }) => uncounted !== null)
            ? words.noneCounted
            : words.someUncounted}
        </Note>
      ) : null}
    </>
  );
}

function NextStep({ desk, view, words }: Part) {
  const { next } = view;
  return (
    <Card title={words.next} aside={next ? <Badge>{words[`state-${next.state}`]}</Badge> : null}>
      {next ? (
        <>
          {next.why.map(({ sentence }) => (
            <p>{spoken(sentence, desk.language)}</p>
          ))}
          {next.opener ? (
            <>
              <h3>{words.opener}</h3>
              <CopyText
                id="opener"
                text={spoken(next.opener, desk.language)}
                label={words.copy}
                done={words.copied}
              />
            </>
          ) : null}
        </>
      ) : (
        <p class="quiet">{words.nextNone}</p>
      )}
    </Card>
  );
}

/** The parts of a tie, by which its strength is made. */
const tieParts = ["recency", "frequency", "depth", "reciprocity"] as const;

function Tie({ desk, view, words }: Part) {
  const tie = view.viewer.relationship;
  return (
    <Card
      title={words.tie}
      aside={tie?.levelName ? <Badge>{spoken(tie.levelName, desk.language)}</Badge> : null}
    >
      {tie ? (
        <>
          <p>{spoken(tie.sentence, desk.language)}</p>
          <details>
            <summary>{words.tieHow}</summary>
            <ul>
              {tieParts.map((part) => (
                <li>{fill(words[part], { percent: Math.round(tie[part] * 100) })}</li>
              ))}
            </ul>
            <p class="quiet">{words.tieThirds}</p>
          </details>
        </>
      ) : (
        <p class="quiet">{words.tieNone}</p>
      )}
    </Card>
  );
}

function Tags({ desk, view, words }: Part) {
  const when = (at: string) => formatWhen(at, view.now, view.timezone, desk.language);
  return (
    <Card title={words.tags}>
      {view.tags.length === 0 ? <p class="quiet">{words.tagsNone}</p> : null}
      <ul class="lines">
        {view.tags.map((tag) => (
          <li>
            <div>
              <p>
                <b>{spoken(tag.name, desk.language)}</b>{" "}
                <a href={`${placeOf(view)}/tags?tag=${encodeURIComponent(tag.tag)}`}>
                  {fill(words.score, { n: Math.round(tag.score) })}
                  <span class="offscreen"> · {words.history}</span>
                </a>
              </p>
              <details>
                <summary>
                  {words.evidence}
                  <span class="offscreen">: {spoken(tag.name, desk.language)}</span>
                </summary>
                <ul>
                  {tag.parts.slice(0, 8).map(({ why, points, worth, at, visitId }) => (
                    <li>
                      {spoken(why, desk.language)} ({fill(words.points, { points, worth })}){" "}
                      {visitId ? (
                        <a href={`/console/reads/${visitId}?at=${encodeURIComponent(at)}`}>
                          {words.how}
                          <span class="offscreen"> {when(at)}</span>
                        </a>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </details>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Consent({ desk, view, words }: Part) {
  const answers = view.timeline.filter((entry) => entry.kind === "consent");
  return (
    <Card title={words.consent} id="consent">
      <p class="quiet">{words.consentLead}</p>
      {answers.length === 0 ? <p>{words.consentNone}</p> : null}
      <ul class="lines">
        {answers.map((entry) => (
          <li>
            <span>{whatOf(entry, desk, words)}</span>
            <span class="quiet">
              {formatWhen(entry.at, view.now, view.timezone, desk.language)}
            </span>
          </li>
        ))}
      </ul>
      {view.viewer.privacyUrl === null ? null : (
        <p>
          <a href={view.viewer.privacyUrl}>{words.own}</a>
        </p>
      )}
    </Card>
  );
}

function whatOf(entry: Entry, desk: Desk, words: Words<"viewer">): string {
  if (entry.kind === "consent") {
    const { choice, textVersion: version } = entry.consent;
    const asked = LANGUAGES.find((each) => each === entry.consent.language);
    const language = asked ? LANGUAGE_NAMES[asked] : entry.consent.language;
    return fill(choice ? words.yes : words.no, { version, language });
  }
  const { title, engagedMs, uncounted } = entry;
  if (engagedMs < 1000 && title !== null) return fill(words.glance, { title });
  const time = formatDuration(engagedMs, desk.language);
  const finished = finishedWords(entry, desk.language);
  const what =
    title === null
      ? fill(words.readUntitled, { time })
      : fill(words.read, { title, time, finished });
  return uncounted === null ? what : `${what} ${words[`uncounted-${uncounted}`]}`;
}

export function timelineColumns(desk: Desk, view: ViewerScreen): Column<Entry>[] {
  const { language } = desk;
  const words = wordsOf("viewer", language);
  const readers = wordsOf("readers", language);
  return [
    {
      key: "at",
      title: readers.at,
      value: ({ at }) => at,
      cell: ({ at }) => formatWhen(at, view.now, view.timezone, language),
    },
    {
      key: "what",
      title: words.what,
      isLong: true,
      value: (entry) => whatOf(entry, desk, words),
    },
    {
      key: "longest",
      title: readers.longestPart,
      value: (entry) => (entry.kind === "visit" ? (entry.longest ?? "") : ""),
    },
    {
      key: "via",
      title: readers.sender,
      value: (entry) => (entry.kind === "visit" ? entry.sender : ""),
    },
    {
      key: "time",
      title: readers.time,
      isNumber: true,
      value: (entry) => (entry.kind === "visit" ? Math.round(entry.engagedMs / 1000) : ""),
      cell: (entry) =>
        entry.kind === "visit" ? (
          <a href={`/console/reads/${entry.id}?at=${encodeURIComponent(entry.at)}`}>
            {formatDuration(entry.engagedMs, language)}
          </a>
        ) : null,
    },
  ];
}
