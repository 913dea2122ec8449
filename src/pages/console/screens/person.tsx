import { raw } from "hono/html";
import { CopyText } from "../ui/copy.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Card } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";
import { type PersonFields, PersonForm } from "./people.tsx";

export interface PersonView {
  id: string;
  person: PersonFields;
  /** For who may write: the kit's address, and its QR code as an svg element. */
  kit: { url: string; qrSvg: string } | null;
}

/** One colleague: their kit, and what is known of them. */
export function renderPerson(desk: Desk, { id, person, kit }: PersonView): string {
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

export interface SheetPerson {
  name: string;
  team: string | null;
  qrSvg: string;
}

/** A sheet of kit codes, to print and cut. */
export function renderSheet(desk: Desk, people: readonly SheetPerson[]): string {
  const words = wordsOf("people", desk.language);
  return renderScreen({
    desk,
    title: words.sheetTitle,
    at: "people",
    trail: [{ href: "/console/people", text: words.title }],
    actions: (
      <button type="button" class="button full" data-print hidden>
        {words.print}
      </button>
    ),
    children: (
      <>
        <p class="quiet">{words.sheetLead}</p>
        <ul class="sheet">
          {people.map(({ name, team, qrSvg }) => (
            <li>
              {raw(qrSvg)}
              <b>{name}</b>
              <span>{team}</span>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}
