import { keptStyle } from "../../generated/faces.ts";
import type { HeldView, KeptRecords, KeptValue } from "../../usecases/viewers/held-view.ts";
import { formatDate, formatDuration, formatWhen } from "../shell/format.ts";
import type { Language } from "../shell/language.ts";
import { renderPlain } from "../shell/plain.tsx";
import { HELD_WORDS } from "./held-words.ts";
import { apart, inGroups, KEPT_GROUP_WORDS } from "./kept-groups.ts";
import { KEPT_WORDS, keptWord } from "./kept-words.ts";

export interface HeldProps {
  language: Language;
  nonce: string;
  view: HeldView;
  /** The page's own path; what the forms send goes to addresses below it. */
  path: string;
}

/** What is held of a viewer, in plain words, with ways to take it along and to end it; a whole document. */
export function renderHeld({ language, nonce, view, path }: HeldProps): string {
  const words = HELD_WORDS[language];
  const dayOf = (at: string) => formatDate(at, language, view.timeZone);
  const whenOf = (at: string) => formatWhen(at, view.now, view.timeZone, language);
  return renderPlain({
    language,
    nonce,
    title: words.title,
    style: keptStyle,
    children: (
      <>
        <p class="lead">{words.lead(view.workspaceName, dayOf(view.since))}</p>
        <p>{view.name ? knownAs(view.name, language) : words.nobody}</p>
        {view.name?.phone ? <p>{words.phone(view.name.phone)}</p> : null}
        {view.signedInSince ? <p>{words.signedIn(dayOf(view.signedInSince))}</p> : null}
        <p>{words.until(view.retentionDays)}</p>
        <h2>{words.read}</h2>
        {view.visits.length === 0 ? <p>{words.nothing}</p> : null}
        <ul>
          {view.visits.map(({ title, at, engagedMs }) => (
            <li>
              {title === "" ? "" : `${title} · `}
              {whenOf(at)} · {formatDuration(engagedMs, language)}
            </li>
          ))}
        </ul>
        {view.hasMore ? <p>{words.more}</p> : null}
        {view.consents.length > 0 ? <h2>{words.answers}</h2> : null}
        <ul>
          {view.consents.map(({ choice, at, textVersion }) => (
            <li>
              {choice ? words.yes : words.no} · {whenOf(at)} · {words.version(textVersion)}
            </li>
          ))}
        </ul>
        <Records view={view} language={language} />
        <Act
          title={words.exportTitle}
          text={words.exportText}
          button={words.exportButton}
          action={`${path}/export`}
        />
        {view.withdrawnAt ? (
          <>
            <h2>{words.withdrawTitle}</h2>
            <p>{words.withdrawn(dayOf(view.withdrawnAt))}</p>
          </>
        ) : (
          <Act
            title={words.withdrawTitle}
            text={words.withdrawText}
            button={words.withdrawButton}
            action={`${path}/withdraw`}
          />
        )}
        <Act
          title={words.eraseTitle}
          text={words.eraseText}
          button={words.eraseButton}
          action={`${path}/erase`}
          check={words.eraseCheck}
        />
      </>
    ),
  });
}

/** Every record with all its fields, as the export has them: what says something first, numbers below it. */
function Records({ view, language }: { view: HeldView; language: Language }) {
  const words = HELD_WORDS[language];
  const heads = KEPT_GROUP_WORDS[language];
  return (
    <>
      <h2>{words.all}</h2>
      <p>{words.allLead}</p>
      {inGroups(view.records).map(({ group, told }) => (
        <>
          <h3>{heads.groups[group]}</h3>
          {told.map(({ table, rows, hasMore }) => (
            <details class="kept">
              <summary>
                {keptWord(KEPT_WORDS[language].tables, table)} (
                {hasMore ? `${rows.length}+` : rows.length})
              </summary>
              {rows.map((row) => (
                <Fields table={table} row={row} view={view} language={language} />
              ))}
              {hasMore ? <p>{words.more}</p> : null}
            </details>
          ))}
        </>
      ))}
    </>
  );
}

function Fields(props: {
  table: string;
  row: KeptRecords["rows"][number];
  view: HeldView;
  language: Language;
}) {
  const { table, row, view, language } = props;
  const { fields } = KEPT_WORDS[language];
  const { colon } = HELD_WORDS[language];
  const { plain, numbered } = apart(row, ({ field }) => field);
  return (
    <dl>
      {plain.map(({ field, value }) => (
        <div class="field" data-field={`${table}.${field}`}>
          <dt>{keptWord(fields, field)}</dt>
          <dd>{saidValue(field, value, view, language)}</dd>
        </div>
      ))}
      {numbered.length > 0 ? (
        <div class="field">
          <dt>{KEPT_GROUP_WORDS[language].numbers}</dt>
          <dd class="numbers">
            {numbered.map(({ field, value }, index) => (
              <>
                {index === 0 ? "" : " · "}
                <span data-field={`${table}.${field}`}>
                  {keptWord(fields, field)}
                  {colon}
                  {saidValue(field, value, view, language)}
                </span>
              </>
            ))}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function saidValue(field: string, value: KeptValue, view: HeldView, language: Language): string {
  const words = HELD_WORDS[language];
  switch (value.kind) {
    case "text":
      return KEPT_GROUP_WORDS[language].values[field]?.[value.text] ?? value.text;
    case "time":
      return formatWhen(value.at, view.now, view.timeZone, language);
    case "duration":
      return formatDuration(value.ms, language);
    case "durations":
      return value.each.map((ms) => formatDuration(ms, language)).join(" · ");
    case "part":
      return `${Math.round(value.permille / 10)}%`;
    case "flag":
      return value.is ? words.isSo : words.isNot;
  }
}

/** After what is erased, or taken to be: the receipt. */
export function renderErased(props: {
  language: Language;
  nonce: string;
  receipt: string;
  isDone: boolean;
}): string {
  const { language, nonce, receipt, isDone } = props;
  const words = HELD_WORDS[language];
  return renderPlain({
    language,
    nonce,
    title: isDone ? words.erased : words.erasing,
    children: (
      <>
        <p class="lead">{isDone ? words.erasedText : words.erasingText}</p>
        <h2>{words.receipt}</h2>
        <p>{words.receiptHint}</p>
        <p>
          <code id="receipt">{receipt}</code>
        </p>
        <p>
          <a href={`/privacy/verify?receipt=${encodeURIComponent(receipt)}`}>{words.verify}</a>
        </p>
      </>
    ),
  });
}

/** The name and how it came about; of a guess how it came about alone. */
function knownAs(name: NonNullable<HeldView["name"]>, language: Language): string {
  const words = HELD_WORDS[language];
  if (name.name !== null) return `${words.name(name.name)}${reasonOf(name, language)}`;
  const reason = reasonOf({ ...name, certainty: null }, language);
  return `${words.guessed}${reason}${language === "en" ? "." : "。"}`;
}

function reasonOf({ by, certainty }: NonNullable<HeldView["name"]>, language: Language): string {
  const words = HELD_WORDS[language];
  const parts = [by ? words.by[by] : "", certainty === "probable" ? words.probable : ""];
  const said = parts.filter((part) => part !== "").join(language === "en" ? "; " : "；");
  if (said === "") return "";
  return language === "en" ? ` (${said})` : `（${said}）`;
}

/** One thing that can be done, by a form that needs no script. */
function Act(props: {
  title: string;
  text: string;
  button: string;
  action: string;
  /** What has to be ticked first. */
  check?: string;
}) {
  const { title, text, button, action, check } = props;
  return (
    <form method="post" action={action}>
      <h2>{title}</h2>
      <p>{text}</p>
      {check ? (
        <p>
          <label>
            <input type="checkbox" name="sure" value="yes" required /> {check}
          </label>
        </p>
      ) : null}
      <p>
        <button type="submit" class="button">
          {button}
        </button>
      </p>
    </form>
  );
}
