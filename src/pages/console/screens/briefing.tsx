import type { getBriefing } from "../../../usecases/briefing/get-briefing.ts";
import { formatDate } from "../../shell/format.ts";
import { spoken } from "../../shell/spoken.ts";
import { CopyText } from "../ui/copy.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Badge, Card, Empty, Field, Note } from "../ui/parts.tsx";
import { PeopleOptions } from "../ui/people-options.tsx";
import { readerName } from "../ui/reader-name.ts";
import { type Column, Table, type TableQuery } from "../ui/table.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";

type Briefing = Awaited<ReturnType<typeof getBriefing>>;

export interface BriefingScreen {
  senders: readonly { id: string; name: string; team: string | null }[];
  /** Null where there is nobody whose list it could be. */
  briefing: (Briefing & { name: string }) | null;
  query: TableQuery;
}

type Precision = Briefing["precision"][number];
type Part = { desk: Desk; briefing: Briefing; words: Words<"briefing"> };

/** Any sender's day as head office sees it: whom to turn to, who was left out and why, and how right the reasons are. */
export function renderBriefing(desk: Desk, { senders, briefing, query }: BriefingScreen): string {
  const words = wordsOf("briefing", desk.language);
  return renderScreen({
    desk,
    title: words.title,
    at: "briefing",
    children: briefing ? (
      <>
        <p class="quiet">{words.lead}</p>
        <Choice senders={senders} briefing={briefing} words={words} />
        <h2>
          {fill(words.of, {
            name: briefing.name,
            date: formatDate(briefing.date, desk.language),
          })}
        </h2>
        {briefing.madeAt === null ? <Note>{words.notMade}</Note> : null}
        <List desk={desk} briefing={briefing} words={words} />
        <div class="two">
          <Hidden desk={desk} briefing={briefing} words={words} />
          <Windows desk={desk} briefing={briefing} words={words} />
        </div>
        <Card title={words.precision} id="precision">
          <p class="quiet">{words.precisionLead}</p>
          {briefing.precision.length === 0 ? (
            <p>{words.precisionNone}</p>
          ) : (
            <Table
              caption={words.precision}
              language={desk.language}
              rows={briefing.precision}
              columns={precisionColumns(desk)}
              path="/console/briefing"
              query={query}
              keep={{ sender: briefing.senderId, date: briefing.date }}
            />
          )}
        </Card>
        <Card title={words.text}>
          <CopyText
            id="briefing-text"
            text={spoken(
              briefing.text,
              desk.language,
              briefing.items.map(({ contact }) => contact?.name),
            )}
            label={words.copy}
            done={words.copied}
          />
        </Card>
      </>
    ) : (
      <Empty title={words.empty} text={words.emptyText}>
        <a class="button full" href="/console/people">
          {wordsOf("people", desk.language).add}
        </a>
      </Empty>
    ),
  });
}

function Choice(props: {
  senders: BriefingScreen["senders"];
  briefing: Briefing;
  words: Words<"briefing">;
}) {
  const { senders, briefing, words } = props;
  return (
    <form class="filter" action="/console/briefing" method="get">
      <Field name="sender" label={words.sender}>
        {(control) => (
          <select {...control} name="sender">
            <PeopleOptions people={senders} chosen={briefing.senderId} />
          </select>
        )}
      </Field>
      <Field name="date" label={words.date}>
        {(control) => <input {...control} type="date" name="date" value={briefing.date} />}
      </Field>
      <button type="submit" class="button">
        {words.show}
      </button>
    </form>
  );
}

function List({ desk, briefing, words }: Part) {
  const { language } = desk;
  if (briefing.items.length === 0) {
    return <Empty title={words.nobody} text={words.nobodyText} />;
  }
  return (
    <ol class="readers">
      {briefing.items.map((item, at) => (
        <li class="card">
          <div class="card-head">
            <h3>
              <a href={`/console/readers/${item.viewerId}`}>
                {at + 1}. {readerName(item.contact, language)}
              </a>
            </h3>
            <Badge tone={item.state === "done" ? "good" : "plain"}>
              {item.outcome ? words[`outcome-${item.outcome}`] : words[`state-${item.state}`]}
            </Badge>
          </div>
          <ul>
            {item.why.map(({ sentence, visitIds, at: when }) => (
              <li>
                {spoken(sentence, language)}{" "}
                {visitIds[0] ? (
                  <a href={`/console/reads/${visitIds.at(-1)}?at=${encodeURIComponent(when)}`}>
                    {words.evidence}
                  </a>
                ) : null}
              </li>
            ))}
          </ul>
          <p class="quiet">
            {[
              fill(words.score, { percent: Math.round(item.score * 100) }),
              ...(item.topic ? [fill(words.topic, { topic: item.topic })] : []),
              ...(item.isRisingMiddle ? [words.rising] : []),
            ].join(" · ")}
          </p>
          {item.opener ? (
            <p>
              {words.opener}: {spoken(item.opener, language, [item.contact?.name])}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Hidden({ desk, briefing, words }: Part) {
  return (
    <Card title={words.hidden}>
      {briefing.hidden.length === 0 ? <p class="quiet">{words.hiddenNone}</p> : null}
      <ul class="lines">
        {briefing.hidden.map(({ viewerId, contact, sentence }) => (
          <li>
            <a href={`/console/readers/${viewerId}`}>{readerName(contact, desk.language)}</a>
            <span class="quiet">{spoken(sentence, desk.language)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Windows({ briefing, words }: Part) {
  return (
    <Card title={words.windows}>
      <ul class="lines">
        {briefing.postingWindows.map(({ from, to, at, basis }) => (
          <li>
            <span>{fill(words.window, { from, to, at })}</span>
            <span class="quiet">{words[`basis-${basis}`]}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function precisionColumns(desk: Desk): Column<Precision>[] {
  const words = wordsOf("briefing", desk.language);
  const percent = ({ mean, low, high }: Precision["rate"]) =>
    `${Math.round(mean * 100)}% (${Math.round(low * 100)}–${Math.round(high * 100)}%)`;
  return [
    { key: "kind", title: words.kind, value: ({ kind }) => words[`kind-${kind}`] },
    { key: "hits", title: words.hits, isNumber: true, value: ({ rate }) => rate.hits },
    { key: "trials", title: words.trials, isNumber: true, value: ({ rate }) => rate.trials },
    {
      key: "rate",
      title: words.rate,
      isNumber: true,
      value: ({ rate }) => Math.round(rate.mean * 100),
      cell: ({ rate }) => percent(rate),
    },
    {
      key: "baseline",
      title: words.baseline,
      isNumber: true,
      value: ({ baseline }) => (baseline ? Math.round(baseline.mean * 100) : ""),
      cell: ({ baseline }) =>
        baseline ? `${percent(baseline)} ${baseline.hits}/${baseline.trials}` : "–",
    },
    {
      key: "state",
      title: words.state,
      value: ({ isHidden }) => (isHidden ? words.isHidden : words.used),
      cell: ({ isHidden }) => (
        <Badge tone={isHidden ? "warn" : "good"}>{isHidden ? words.isHidden : words.used}</Badge>
      ),
    },
    { key: "said", title: words.said, value: ({ sentence }) => spoken(sentence, desk.language) },
  ];
}
