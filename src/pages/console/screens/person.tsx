import { raw } from "hono/html";
import type { getSenderActivity } from "../../../usecases/reports/sender-activity.ts";
import { CopyText } from "../ui/copy.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Card, Field } from "../ui/parts.tsx";
import { PeopleOptions } from "../ui/people-options.tsx";
import { fill } from "../words/fill.ts";
import { wordsOf } from "../words/index.ts";
import { DeedBadge } from "./activity.tsx";
import { type PersonFields, PersonForm } from "./people.tsx";

type SenderActivity = Awaited<ReturnType<typeof getSenderActivity>>;

export interface PersonView {
  id: string;
  person: PersonFields;
  /** For who may write: the kit's address, and its QR code as an svg element. */
  kit: { url: string; qrSvg: string } | null;
  /** What became in their hands of what there is to share. */
  activity: SenderActivity;
  /** Who may take over; for who may write. */
  heirs: Parameters<typeof PeopleOptions>[0]["people"];
}

/** One colleague: their kit, and what is known of them. */
export function renderPerson(desk: Desk, { id, person, kit, activity, heirs }: PersonView): string {
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
        <div class="stack">
          <Activity id={id} activity={activity} desk={desk} />
          {kit ? (
            <Card title={words.kit}>
              <p class="quiet">{words.kitLead}</p>
              <div class="qr">{raw(kit.qrSvg)}</div>
              <CopyText id="kit-url" text={kit.url} label={words.copy} done={words.copied} />
              <div class="buttons">
                <ActionForm
                  action={`${place}/end-kit`}
                  token={desk.tokens["end-kit"]}
                  label={words.end}
                  ask={words.endAsk}
                />
              </div>
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
                      <select {...control} name="to" required>
                        <option value="">{words.choose}</option>
                        <PeopleOptions people={heirs} />
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
              <div class="buttons">
                <ActionForm
                  action={`${place}/remove`}
                  token={desk.tokens["remove-person"]}
                  label={words.remove}
                  kind="danger"
                  ask={words.removeAsk}
                />
              </div>
            </Card>
          ) : null}
        </div>
      </div>
    ),
  });
}

/** Posts that are named here, those first that they have not shared. */
const shownPosts = 10;

/** What they did with what there is to share. */
function Activity({ id, activity, desk }: Pick<PersonView, "id" | "activity"> & { desk: Desk }) {
  const words = wordsOf("activity", desk.language);
  const { contents, opened, copied, shared, items } = activity;
  return (
    <Card title={words.ofOne}>
      <p>
        {contents === 0
          ? words.ofOneNone
          : fill(words.ofOneSentence, { contents, opened, copied, shared })}
      </p>
      <ul class="lines">
        {items.slice(0, shownPosts).map((deeds) => (
          <li>
            <a href={`/console/posts/${deeds.contentId}/activity`}>{deeds.title}</a>
            <DeedBadge deeds={deeds} words={words} />
          </li>
        ))}
      </ul>
      <p>
        <a href={`/console/readers?sender=${id}`}>{words.ofOneReaders}</a>
      </p>
    </Card>
  );
}
