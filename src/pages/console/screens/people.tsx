import type { PeopleView, Person } from "../../../usecases/console/show-people.ts";
import { formatWhen } from "../../shell/format.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Badge, Card, Empty, Field } from "../ui/parts.tsx";
import { type Column, Table, type TableQuery } from "../ui/table.tsx";
import { type Words, wordsOf } from "../words/index.ts";

/** What of a colleague a form asks for. */
export type PersonFields = Partial<
  Record<
    "name" | "team" | "title" | "phone" | "externalId" | "signature" | "opener" | "closer",
    string | null
  >
>;

export function peopleColumns(desk: Desk, view: PeopleView): Column<Person>[] {
  const { language } = desk;
  const words = wordsOf("people", language);
  const { now, timezone } = view;
  return [
    {
      key: "name",
      title: words.name,
      value: ({ name }) => name,
      cell: ({ id, name }) => <a href={`/console/people/${id}`}>{name}</a>,
    },
    { key: "team", title: words.team, value: ({ team }) => team ?? "" },
    { key: "job", title: words.job, value: ({ title }) => title ?? "" },
    {
      key: "state",
      title: words.state,
      value: ({ state }) => words[`state-${state}`],
      cell: ({ state }) =>
        view.newest ? (
          <Badge tone={state === "copied" || state === "edited" ? "good" : "plain"}>
            {words[`state-${state}`]}
          </Badge>
        ) : (
          "–"
        ),
    },
    {
      key: "copied",
      title: words.lastCopied,
      value: ({ copiedAt }) => copiedAt ?? "",
      cell: ({ copiedAt }) =>
        copiedAt ? formatWhen(copiedAt, now, timezone, language) : words.never,
    },
    {
      key: "reads",
      title: words.reads,
      isNumber: true,
      value: ({ reads }) => reads,
    },
  ];
}

export function renderPeople(
  desk: Desk,
  view: PeopleView,
  query: TableQuery,
  team: string | undefined,
): string {
  const words = wordsOf("people", desk.language);
  const isEmpty = view.people.length === 0 && team === undefined;
  return renderScreen({
    desk,
    title: words.title,
    at: "people",
    actions: desk.mayWrite ? (
      <>
        <a class="button" href="/console/people/import">
          {words.import}
        </a>
        {isEmpty ? null : (
          <a
            class="button"
            href={
              team
                ? `/console/people/sheet?team=${encodeURIComponent(team)}`
                : "/console/people/sheet"
            }
          >
            {words.sheet}
          </a>
        )}
      </>
    ) : null,
    children: (
      <>
        {isEmpty ? (
          <Empty title={words.empty} text={words.emptyText} />
        ) : (
          <Table
            caption={words.title}
            language={desk.language}
            rows={view.people}
            columns={peopleColumns(desk, view)}
            path="/console/people"
            query={query}
            keep={{ team }}
          />
        )}
        {desk.mayWrite ? (
          <Card title={words.add} id="add">
            <form method="post" action="/console/people">
              <input type="hidden" name="token" value={desk.tokens.person ?? ""} />
              <div class="fields">
                <TextField name="name" label={words.name} isRequired />
                <TextField name="team" label={words.team} value={team} />
                <TextField name="title" label={words.job} />
                <TextField name="phone" label={words.phone} />
              </div>
              <p class="buttons">
                <button type="submit" class="button full">
                  {words.addOne}
                </button>
              </p>
            </form>
          </Card>
        ) : null}
      </>
    ),
  });
}

function TextField(props: {
  name: keyof PersonFields;
  label: string;
  value?: string | null | undefined;
  hint?: string;
  isRequired?: boolean;
}) {
  const { name, label, value, hint, isRequired } = props;
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => <input {...control} name={name} value={value ?? ""} required={isRequired} />}
    </Field>
  );
}

/** All fields of a colleague. */
export function PersonForm(props: { person: PersonFields; words: Words<"people"> }) {
  const { person, words } = props;
  return (
    <div class="fields">
      <TextField name="name" label={words.name} value={person.name} isRequired />
      <TextField name="team" label={words.team} value={person.team} />
      <TextField name="title" label={words.job} value={person.title} />
      <TextField name="phone" label={words.phone} value={person.phone} />
      <TextField
        name="externalId"
        label={words.externalId}
        value={person.externalId}
        hint={words.externalIdHint}
      />
      <TextField
        name="signature"
        label={words.signature}
        value={person.signature}
        hint={words.signatureHint}
      />
      <TextField name="opener" label={words.opener} value={person.opener} />
      <TextField name="closer" label={words.closer} value={person.closer} />
    </div>
  );
}
