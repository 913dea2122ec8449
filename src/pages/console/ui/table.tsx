/**
 * A table that sorts, filters and leaves as CSV, all by its address: `sort` names a column, with a minus
 * before it for the largest first; `q` keeps the rows that hold a text.
 */
import type { Child } from "hono/jsx";
import type { Language } from "../../shell/language.ts";
import { fill } from "../words/fill.ts";
import { wordsOf } from "../words/index.ts";

export interface Column<Row> {
  /** As the address names it. */
  key: string;
  title: string;
  /** What it sorts and filters by, and what the CSV holds. */
  value: (row: Row) => string | number;
  /** What it shows; the value where it is absent. */
  cell?: (row: Row) => Child;
  /** A number, which stands at the right. */
  isNumber?: boolean;
  /** A sentence, whose column stays wide enough to be read on a phone. */
  isLong?: boolean;
  /** Holds buttons: nothing to sort by, and no column of the CSV. */
  isAct?: boolean;
  /** In the CSV alone. */
  isHidden?: boolean;
}

/** What the address says of a table. */
export interface TableQuery {
  sort?: string | undefined;
  q?: string | undefined;
}

/** The rows that the address asks for, in its order. */
export function arranged<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { sort, q }: TableQuery,
): Row[] {
  const wanted = q?.trim().toLowerCase();
  const kept = wanted
    ? rows.filter((row) =>
        columns.some(({ value }) => String(value(row)).toLowerCase().includes(wanted)),
      )
    : [...rows];
  const column = columns.find(({ key }) => key === sort?.replace(/^-/, ""));
  if (!column) return kept;
  const sign = sort?.startsWith("-") ? -1 : 1;
  const collator = new Intl.Collator("zh-Hans-u-kn-true");
  return kept.sort((a, b) => {
    const [one, other] = [column.value(a), column.value(b)];
    const order =
      typeof one === "number" && typeof other === "number"
        ? one - other
        : collator.compare(String(one), String(other));
    return sign * order;
  });
}

/** The same rows as texts, under their titles. */
export function tableRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[][] {
  const told = columns.filter(({ isAct }) => !isAct);
  return [
    told.map(({ title }) => title),
    ...rows.map((row) => told.map(({ value }) => String(value(row)))),
  ];
}

export interface TableProps<Row> {
  caption: string;
  language: Language;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** Where the table is. */
  path: string;
  query: TableQuery;
  /** Further parameters of the address that stay as they are. */
  keep?: Readonly<Record<string, string | undefined>>;
}

export function Table<Row>(props: TableProps<Row>) {
  const { caption, language, path, query, keep = {} } = props;
  const columns = props.columns.filter(({ isHidden }) => !isHidden);
  const words = wordsOf("table", language);
  const rows = arranged(props.rows, props.columns, query);
  const to = (change: Record<string, string | undefined>) =>
    addressOf(path, { ...keep, ...query, ...change });
  return (
    <div class="table">
      <form class="filter" action={path} method="get" aria-label={caption}>
        {Object.entries(keep).map(([name, value]) =>
          value ? <input type="hidden" name={name} value={value} /> : null,
        )}
        <input
          type="search"
          name="q"
          value={query.q ?? ""}
          aria-label={words.filter}
          placeholder={words.filterHint}
          data-filter
        />
        <Order columns={columns} sort={query.sort} words={words} />
        <button type="submit" class="button">
          {words.show}
        </button>
        <span class="quiet">{fill(words.rows, { n: rows.length })}</span>
        <a href={to({ format: "csv" })} download>
          {words.csv}
        </a>
      </form>
      <section class="scroll rows" tabindex={0} aria-label={caption}>
        <table>
          <caption class="offscreen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading column={column} sort={query.sort} to={to} words={words} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th scope="row">{cellOf(column, row)}</th>
                  ) : (
                    <td
                      class={column.isNumber ? "number" : column.isLong ? "long" : undefined}
                      data-title={column.title}
                    >
                      {cellOf(column, row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length === 0 ? (
        <p class="quiet none">
          {words.none} {query.q ? <a href={to({ q: undefined })}>{words.clear}</a> : null}
        </p>
      ) : null}
    </div>
  );
}

const cellOf = <Row,>(column: Column<Row>, row: Row): Child =>
  column.cell ? column.cell(row) : String(column.value(row));

/** What the headings do, for phones, where a row is a card and there are none. */
function Order<Row>(props: {
  columns: readonly Column<Row>[];
  sort: string | undefined;
  words: { order: string; asIs: string; sortUp: string; sortDown: string };
}) {
  const { columns, sort = "", words } = props;
  return (
    <select class="order" name="sort" aria-label={words.order}>
      <option value="">{words.asIs}</option>
      {columns
        .filter(({ isAct }) => !isAct)
        .flatMap(({ key, title }) => [
          <option value={key} selected={sort === key}>
            {fill(words.sortUp, { column: title })}
          </option>,
          <option value={`-${key}`} selected={sort === `-${key}`}>
            {fill(words.sortDown, { column: title })}
          </option>,
        ])}
    </select>
  );
}

function Heading<Row>(props: {
  column: Column<Row>;
  sort: string | undefined;
  to: (change: Record<string, string | undefined>) => string;
  words: { sortUp: string; sortDown: string };
}) {
  const { column, sort, to, words } = props;
  const { key, title, isNumber, isAct } = column;
  if (isAct) return <th scope="col">{title}</th>;
  const isUp = sort === key;
  const isDown = sort === `-${key}`;
  // A number is most often asked for its largest.
  const next = isUp || (isNumber && !isDown) ? `-${key}` : key;
  const says = fill(next === key ? words.sortUp : words.sortDown, { column: title });
  return (
    <th
      scope="col"
      class={isNumber ? "number" : undefined}
      aria-sort={isUp ? "ascending" : isDown ? "descending" : undefined}
    >
      <a href={to({ sort: next })} title={says}>
        {title}
        <span aria-hidden="true">{isUp ? " ↑" : isDown ? " ↓" : ""}</span>
      </a>
    </th>
  );
}

/** A path with those parameters that have a value. */
export function addressOf(
  path: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const set = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== "");
  const search = new URLSearchParams(set as [string, string][]).toString();
  return search ? `${path}?${search}` : path;
}
