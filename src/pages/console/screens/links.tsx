import { channels } from "../../../domain/vocabulary.ts";
import type { LinkLine, LinksView } from "../../../usecases/console/show-links.ts";
import { dayOf, formatDate } from "../../shell/format.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Badge, Card, Empty, Field } from "../ui/parts.tsx";
import { PeopleOptions } from "../ui/people-options.tsx";
import { addressOf, type Column, Table, type TableQuery } from "../ui/table.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { channelName } from "./readers.tsx";

/** Whom and what a new link may be of. */
export interface LinkChoices {
  posts: readonly { id: string; title: string }[];
  people: Parameters<typeof PeopleOptions>[0]["people"];
  /** The sender for whose contacts a link is made, and they. */
  whose: string | undefined;
  contacts: readonly { id: string; name: string }[];
}

/** Whose it is; of somebody who has left, that it was theirs. */
export const senderOf = (
  { sender, hasLeft }: Pick<LinkLine, "sender" | "hasLeft">,
  words: Words<"links">,
) => (hasLeft ? fill(words.was, { name: sender }) : sender);

type Link = Pick<LinkLine, "paused" | "expiresAt">;

export function linkColumns(desk: Desk, { now }: LinksView): Column<LinkLine>[] {
  const words = wordsOf("links", desk.language);
  return [
    {
      key: "code",
      title: words.code,
      value: ({ url }) => url,
      cell: ({ code }) => (
        <a class="mono" href={`/console/links/${code}`}>
          {code}
        </a>
      ),
    },
    { key: "post", title: words.post, value: ({ title }) => title },
    { key: "sender", title: words.sender, value: (link) => senderOf(link, words) },
    {
      key: "channel",
      title: words.channel,
      value: ({ channel }) => channelName(channel, desk.language),
    },
    { key: "clicks", title: words.clicks, isNumber: true, value: ({ clicks }) => clicks ?? "–" },
    { key: "opens", title: words.opens, isNumber: true, value: ({ opens }) => opens ?? "–" },
    {
      key: "state",
      title: words.state,
      value: (link) => stateOf(link, now, desk, words),
      cell: (link) => (
        <Badge tone={link.paused || isOver(link, now) ? "warn" : "good"}>
          {stateOf(link, now, desk, words)}
        </Badge>
      ),
    },
  ];
}

const isOver = ({ expiresAt }: Link, now: string) => expiresAt !== null && expiresAt <= now;

/** The last day on which a link opens, in the workspace's timezone. */
export function lastDayOf(expiresAt: string, { timeZone }: Desk): string {
  return dayOf(new Date(Date.parse(expiresAt) - 1).toISOString(), timeZone);
}

export function stateOf(link: Link, now: string, desk: Desk, words: Words<"links">): string {
  if (isOver(link, now)) return words.expired;
  if (link.paused) return words.paused;
  return link.expiresAt
    ? fill(words.until, { day: formatDate(lastDayOf(link.expiresAt, desk), desk.language) })
    : words.open;
}

/** Which links are listed, as the address says it, and from where on. */
export type LinksQuery = TableQuery & {
  post: string | undefined;
  sender: string | undefined;
  cursor: string | undefined;
};

export function renderLinks(
  desk: Desk,
  view: LinksView,
  query: LinksQuery,
  choices: LinkChoices,
): string {
  const { post, sender, cursor } = query;
  const words = wordsOf("links", desk.language);
  return renderScreen({
    desk,
    title: words.title,
    at: "links",
    actions:
      view.links.length > 0 ? (
        <a class="button" href={addressOf("/console/links/sheet", { channel: "print" })}>
          {words.sheet}
        </a>
      ) : null,
    children: (
      <>
        <p class="quiet">{words.lead}</p>
        {view.links.length === 0 ? (
          <Empty title={words.empty} text={words.emptyText} />
        ) : (
          <Table
            caption={words.title}
            language={desk.language}
            rows={view.links}
            columns={linkColumns(desk, view)}
            path="/console/links"
            query={query}
            keep={{ post, sender, cursor }}
          />
        )}
        {view.nextCursor ? (
          <p>
            <a
              class="button"
              href={addressOf("/console/links", { ...query, cursor: view.nextCursor })}
            >
              {words.older}
            </a>
          </p>
        ) : null}
        {desk.mayWrite && choices.posts.length > 0 && choices.people.length > 0 ? (
          <NewLink desk={desk} choices={choices} words={words} />
        ) : null}
      </>
    ),
  });
}

function NewLink(props: { desk: Desk; choices: LinkChoices; words: Words<"links"> }) {
  const { desk, choices, words } = props;
  const { whose, contacts } = choices;
  const people = choices.people.filter(({ id }) => whose === undefined || id === whose);
  return (
    <Card title={words.make}>
      <p class="quiet">{words.makeLead}</p>
      <form method="post" action="/console/links">
        <input type="hidden" name="token" value={desk.tokens.link ?? ""} />
        <div class="fields">
          <Field name="contentId" label={words.post}>
            {(control) => (
              <select {...control} name="contentId">
                {choices.posts.map(({ id, title }) => (
                  <option value={id}>{title}</option>
                ))}
              </select>
            )}
          </Field>
          <Field name="senderId" label={words.sender}>
            {(control) => (
              <select {...control} name="senderId">
                <PeopleOptions people={people} />
              </select>
            )}
          </Field>
          <Field name="channel" label={words.channel}>
            {(control) => (
              <select {...control} name="channel">
                {channels.map((channel) => (
                  <option value={channel}>{channelName(channel, desk.language)}</option>
                ))}
              </select>
            )}
          </Field>
          <Field name="group" label={words.group} hint={words.groupHint}>
            {(control) => <input {...control} name="group" maxlength={60} />}
          </Field>
          {whose === undefined ? null : (
            <Field
              name="contactId"
              label={words.contact}
              hint={contacts.length > 0 ? words.contactHint : words.noContacts}
            >
              {(control) => (
                <select {...control} name="contactId">
                  <option value="">{words.nobody}</option>
                  {contacts.map(({ id, name }) => (
                    <option value={id}>{name}</option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <Field name="maxClicks" label={words.cap} hint={words.capHint}>
            {(control) => <input {...control} name="maxClicks" inputmode="numeric" maxlength={9} />}
          </Field>
        </div>
        <p class="buttons">
          <button type="submit" class="button full">
            {words.create}
          </button>
        </p>
      </form>
      {whose === undefined ? <ForOne people={people} words={words} /> : null}
    </Card>
  );
}

/** Whose contacts a link for one person is chosen from. */
function ForOne({ people, words }: { people: LinkChoices["people"]; words: Words<"links"> }) {
  return (
    <form method="get" action="/console/links">
      <Field name="for" label={words.forOne} hint={words.forOneHint}>
        {(control) => (
          <select {...control} name="for">
            {people.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </select>
        )}
      </Field>
      <p class="buttons">
        <button type="submit" class="button">
          {words.showContacts}
        </button>
      </p>
    </form>
  );
}
