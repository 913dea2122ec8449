import { roles } from "../../../domain/vocabulary.ts";
import type { listMembers } from "../../../usecases/members/list-members.ts";
import { formatDate } from "../../shell/format.ts";
import { CopyText } from "../ui/copy.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Card, Field, Note } from "../ui/parts.tsx";
import { type Column, Table, type TableQuery } from "../ui/table.tsx";
import { fill } from "../words/fill.ts";
import { wordsOf } from "../words/index.ts";

type Member = Awaited<ReturnType<typeof listMembers>>["items"][number];

export interface MembersView {
  members: readonly Member[];
  /** A sign-in link that was just made, shown this once. */
  fresh: { name: string; url: string } | null;
}

export function memberColumns(desk: Desk): Column<Member>[] {
  const words = wordsOf("manage", desk.language);
  return [
    { key: "name", title: words.name, value: ({ name }) => name },
    { key: "role", title: words.role, value: ({ role }) => words[role] },
    { key: "team", title: words.team, value: ({ team }) => team ?? "" },
    {
      key: "since",
      title: words.since,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => formatDate(createdAt, desk.language, desk.timeZone),
    },
    {
      key: "access",
      title: words.access,
      value: () => "",
      isAct: true,
      cell: ({ id, name }) => (
        <>
          <ActionForm
            action={`/console/members/${id}/link`}
            token={desk.tokens["member-link"]}
            label={words.link}
            kind="link"
          >
            <input type="hidden" name="name" value={name} />
          </ActionForm>{" "}
          <ActionForm
            action={`/console/members/${id}/end`}
            token={desk.tokens["member-end"]}
            label={words.end}
            kind="link"
            ask={words.endAsk}
          />
        </>
      ),
    },
  ];
}

/** Who works in the console. */
export function renderMembers(
  desk: Desk,
  { members, fresh }: MembersView,
  query: TableQuery,
): string {
  const words = wordsOf("manage", desk.language);
  return renderScreen({
    desk,
    title: words.members,
    at: "members",
    children: (
      <>
        <p class="quiet">{words.membersLead}</p>
        {fresh ? (
          <Note tone="good">
            <p>
              <b>{fill(words.linkFor, { name: fresh.name })}</b>
            </p>
            <p>{words.linkLead}</p>
            <CopyText id="fresh-link" text={fresh.url} label={words.copy} done={words.copied} />
          </Note>
        ) : null}
        <Table
          caption={words.members}
          language={desk.language}
          rows={members}
          columns={memberColumns(desk)}
          path="/console/members"
          query={query}
        />
        <Card title={words.invite}>
          <form method="post" action="/console/members">
            <input type="hidden" name="token" value={desk.tokens.member ?? ""} />
            <div class="fields">
              <Field name="name" label={words.name}>
                {(control) => <input {...control} name="name" required />}
              </Field>
              <Field name="role" label={words.role} hint={words.roleHint}>
                {(control) => (
                  <select {...control} name="role">
                    {roles.map((role) => (
                      <option value={role}>{words[role]}</option>
                    ))}
                  </select>
                )}
              </Field>
              <Field name="team" label={words.team} hint={words.teamHint}>
                {(control) => <input {...control} name="team" />}
              </Field>
            </div>
            <p class="buttons">
              <button type="submit" class="button full">
                {words.invite}
              </button>
            </p>
          </form>
        </Card>
      </>
    ),
  });
}
