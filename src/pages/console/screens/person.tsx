import { raw } from "hono/html";
import { CopyText } from "../ui/copy.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Card, Field } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";
import { type PersonFields, PersonForm } from "./people.tsx";

export interface PersonView {
  id: string;
  person: PersonFields;
  /** For who may write: the kit's address, and its QR code as an svg element. */
  kit: { url: string; qrSvg: string } | null;
  /** Who may take over; for who may write. */
  heirs: readonly { id: string; name: string; team: string | null }[];
}

/** One colleague: their kit, and what is known of them. */
export function renderPerson(desk: Desk, { id, person, kit, heirs }: PersonView): string {
  const words = wordsOf("people", desk.language);
  const place = `/console/people/${id}`;
  return renderScreen({
    desk,
    title: person.name ?? "",
    at: "people",
    trail: [{ href: "/console/people", text: words.title }],
    children: (
      <div class="two">
        <Card title={words.person}>
          <form method="post" action={place}>
            <input type="hidden" name="token" value={desk.tokens.person ?? ""} />
            <PersonForm person={person} words={words} />
            {desk.mayWrite ? (
              <p class="buttons">
                <button type="submit" class="button full">
                  {words.save}
                </button>
              </p>
            ) : null}
          </form>
        </Card>
        {kit ? (
          <Card title={words.kit}>
            <p class="quiet">{words.kitLead}</p>
            <div class="qr">{raw(kit.qrSvg)}</div>
            <CopyText id="kit-url" text={kit.url} label={words.copy} done={words.copied} />
            <p class="buttons">
              <ActionForm
                action={`${place}/end-kit`}
                token={desk.tokens["end-kit"]}
                label={words.end}
                ask={words.endAsk}
              />
            </p>
          </Card>
        ) : null}
        {desk.mayWrite ? (
          <Card title={words.leaves}>
            <p class="quiet">{words.leavesLead}</p>
            {heirs.length > 0 ? (
              <form
                method="post"
                action={`${place}/hand-over`}
                data-ask={words.handOverAsk}
                class="field"
              >
                <input type="hidden" name="token" value={desk.tokens["hand-over"] ?? ""} />
                <Field name="to" label={words.heir}>
                  {(control) => (
                    <select {...control} name="to">
                      {heirs.map((heir) => (
                        <option value={heir.id}>
                          {heir.team ? `${heir.name} · ${heir.team}` : heir.name}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
                <p class="buttons">
                  <button type="submit" class="button">
                    {words.handOver}
                  </button>
                </p>
              </form>
            ) : null}
            <p class="buttons">
              <ActionForm
                action={`${place}/remove`}
                token={desk.tokens["remove-person"]}
                label={words.remove}
                kind="danger"
                ask={words.removeAsk}
              />
            </p>
          </Card>
        ) : null}
        <p>
          <a href={`/console/readers?sender=${id}`}>{wordsOf("readers", desk.language).title}</a>
        </p>
      </div>
    ),
  });
}
