import { apiScopes } from "../../../domain/vocabulary.ts";
import type { listApiKeys } from "../../../usecases/api-keys/list-api-keys.ts";
import { CopyText } from "../ui/copy.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Badge, Card, Field, Note } from "../ui/parts.tsx";
import { type Words, wordsOf } from "../words/index.ts";

type ApiKey = Awaited<ReturnType<typeof listApiKeys>>["items"][number];

export interface KeysView {
  keys: readonly ApiKey[];
  /** RFC 3339. */
  now: string;
  /** A key that was just made, shown this once. */
  fresh: string | null;
}

/** Keys of other systems. */
export function renderKeys(desk: Desk, { keys, now, fresh }: KeysView): string {
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
        <section class="scroll" tabindex={0} aria-label={words.keys}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.keyName}</th>
                <th scope="col">{words.hint}</th>
                <th scope="col">{words.scopes}</th>
                <th scope="col">{words.used}</th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr>
                  <th scope="row">{key.name}</th>
                  <td class="mono">…{key.hint}</td>
                  <td>{key.scopes.map((scope) => words[scope]).join(", ")}</td>
                  <td>{key.lastUsedOn ?? words.never}</td>
                  <td>
                    <KeyState apiKey={key} now={now} desk={desk} words={words} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
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
                  <input type="checkbox" name="scope" value={scope} checked={index === 0} />{" "}
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

function KeyState(props: { apiKey: ApiKey; now: string; desk: Desk; words: Words<"manage"> }) {
  const { apiKey, now, desk, words } = props;
  if (apiKey.revokedAt) return <Badge>{words.revoked}</Badge>;
  if (apiKey.expiresAt && apiKey.expiresAt <= now) return <Badge>{words.expired}</Badge>;
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
