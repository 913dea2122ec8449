import { firstKeyName } from "../../../domain/first-key.ts";
import { apiScopes } from "../../../domain/vocabulary.ts";
import type { listApiKeys } from "../../../usecases/api-keys/list-api-keys.ts";
import { formatDate } from "../../shell/format.ts";
import { CopyText } from "../ui/copy.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Badge, Card, Field, Note } from "../ui/parts.tsx";
import { type Column, Table, type TableQuery } from "../ui/table.tsx";
import { type Words, wordsOf } from "../words/index.ts";

type ApiKey = Awaited<ReturnType<typeof listApiKeys>>["items"][number];

export interface KeysView {
  keys: readonly ApiKey[];
  /** RFC 3339. */
  now: string;
  /** A key that was just made, shown this once. */
  fresh: string | null;
}

export function keyColumns(desk: Desk, now: string): Column<ApiKey>[] {
  const words = wordsOf("manage", desk.language);
  return [
    { key: "name", title: words.keyName, value: ({ name }) => keyName(name, desk) },
    {
      key: "hint",
      title: words.hint,
      value: ({ hint }) => hint,
      cell: ({ hint }) => <span class="mono">…{hint}</span>,
    },
    {
      key: "scopes",
      title: words.scopes,
      value: ({ scopes }) => scopes.map((scope) => words[scope]).join(", "),
    },
    {
      key: "used",
      title: words.used,
      value: ({ lastUsedOn }) => lastUsedOn ?? "",
      cell: ({ lastUsedOn }) =>
        lastUsedOn === null ? words.never : formatDate(lastUsedOn, desk.language),
    },
    {
      key: "state",
      title: words.state,
      value: (key) => words[stateOf(key, now)],
      cell: (key) => <KeyState apiKey={key} now={now} desk={desk} words={words} />,
    },
  ];
}

/** The key that a workspace begins with has a name that nobody chose: it is told in the screen's language. */
export function keyName(name: string, desk: Desk): string {
  return name === firstKeyName ? wordsOf("manage", desk.language).firstKey : name;
}

/** Keys of other systems. */
export function renderKeys(desk: Desk, { keys, now, fresh }: KeysView, query: TableQuery): string {
  const words = wordsOf("manage", desk.language);
  return renderScreen({
    desk,
    title: words.keys,
    at: "keys",
    children: (
      <>
        <p class="quiet">{words.keysLead}</p>
        {fresh ? (
          <Note tone="good">
            <p>
              <b>{words.newKey}</b>
            </p>
            <p>{words.newKeyLead}</p>
            <CopyText id="fresh-key" text={fresh} label={words.copy} done={words.copied} />
          </Note>
        ) : null}
        <Table
          caption={words.keys}
          language={desk.language}
          rows={keys}
          columns={keyColumns(desk, now)}
          path="/console/keys"
          query={query}
        />
        <Card title={words.make}>
          <form method="post" action="/console/keys">
            <input type="hidden" name="token" value={desk.tokens.key ?? ""} />
            <Field name="name" label={words.keyName}>
              {(control) => <input {...control} name="name" required />}
            </Field>
            <fieldset>
              <legend>{words.scopes}</legend>
              {apiScopes.map((scope, index) => (
                <label class="choice">
                  <input type="checkbox" name="scopes" value={scope} checked={index === 0} />{" "}
                  {words[scope]}
                </label>
              ))}
            </fieldset>
            <p class="buttons">
              <button type="submit" class="button full">
                {words.make}
              </button>
            </p>
          </form>
        </Card>
      </>
    ),
  });
}

function stateOf({ revokedAt, expiresAt }: ApiKey, now: string): "revoked" | "expired" | "live" {
  if (revokedAt) return "revoked";
  return expiresAt && expiresAt <= now ? "expired" : "live";
}

function KeyState(props: { apiKey: ApiKey; now: string; desk: Desk; words: Words<"manage"> }) {
  const { apiKey, now, desk, words } = props;
  const state = stateOf(apiKey, now);
  if (state !== "live") return <Badge>{words[state]}</Badge>;
  return (
    <>
      <Badge tone="good">{words.live}</Badge>{" "}
      <ActionForm
        action={`/console/keys/${apiKey.id}/revoke`}
        token={desk.tokens["key-revoke"]}
        label={words.revoke}
        kind="link"
        ask={words.revokeAsk}
      />
    </>
  );
}
