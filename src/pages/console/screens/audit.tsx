import type { AuditScreen, Named } from "../../../usecases/console/show-audit.ts";
import { formatWhen } from "../../shell/format.ts";
import { spoken } from "../../shell/spoken.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { addressOf, type Column, Table, type TableQuery } from "../ui/table.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { keyName } from "./keys.tsx";

type Act = AuditScreen["acts"][number];

export interface AuditView {
  acts: readonly Act[];
  nextCursor: string | null;
  /** The page of the list that the address asks for. */
  cursor: string | undefined;
  timezone: string;
  now: string;
}

export function auditColumns(desk: Desk, { now, timezone }: AuditView): Column<Act>[] {
  const words: Words<"manage"> & Readonly<Record<string, string>> = wordsOf(
    "manage",
    desk.language,
  );
  const acts: Readonly<Record<string, string>> = wordsOf("acts", desk.language);
  return [
    {
      key: "at",
      title: words.at,
      value: ({ at }) => at,
      cell: ({ at }) => formatWhen(at, now, timezone, desk.language),
    },
    {
      key: "actor",
      title: words.actor,
      value: ({ actor }) => {
        const kind = words[`actor-${actor.kind}`] ?? actor.kind;
        // Of whom nothing is held any more the id is left; a job has no name, and nobody looks for one by its id.
        const id = actor.kind === "job" ? null : actor.id;
        const who = actor.named ? nameOf(actor.named, desk) : id;
        return who === null ? kind : fill(words.actorNamed, { kind, who });
      },
    },
    {
      key: "verb",
      title: words.verb,
      value: ({ verb, count }) => {
        const act = acts[verb] ?? verb;
        return count === null ? act : `${act} (${count})`;
      },
    },
    {
      key: "subject",
      title: words.subject,
      value: (act) => subjectOf(act, desk),
      cell: (act) => {
        const href = act.named && placeOf(act.named);
        const text = subjectOf(act, desk);
        return href ? <a href={href}>{text}</a> : text;
      },
    },
    { key: "id", title: words.subjectId, isHidden: true, value: ({ subject }) => subject },
    {
      key: "people",
      title: words.peopleIds,
      isHidden: true,
      value: ({ people }) => (people ?? []).join(" "),
    },
  ];
}

function subjectOf({ named, subject, isAll }: Act, desk: Desk): string {
  if (isAll) return desk.workspaceName;
  if (named) return nameOf(named, desk);
  const systems: Readonly<Record<string, string>> = wordsOf("integrations", desk.language);
  return systems[subject] ?? subject;
}

function nameOf({ kind, id, name }: Named, desk: Desk): string {
  const words = wordsOf("manage", desk.language);
  const said = spoken(name, desk.language);
  switch (kind) {
    case "viewer":
      return words.auditReader;
    case "contact":
      return fill(words.auditContact, { sender: said });
    case "link":
      return fill(words.auditLink, { code: id, sender: said });
    case "image":
      return fill(words.auditPicture, { title: said });
    case "api-key":
      return keyName(said, desk);
    default:
      return said;
  }
}

/** The screen where it is looked at, where there is one for it alone. */
function placeOf({ kind, id, place }: Named): string | null {
  switch (kind) {
    case "sender":
      return `/console/people/${id}`;
    case "contact":
      return `/console/people/${place}`;
    case "content":
      return `/console/posts/${id}`;
    case "image":
      return `/console/posts/${place}/pictures`;
    case "rule":
      return `/console/rules/${id}`;
    case "link":
      return `/console/links/${id}`;
    case "viewer":
      return `/console/readers/${id}`;
    default:
      return null;
  }
}

/** Who did what to what. */
export function renderAudit(desk: Desk, view: AuditView, query: TableQuery): string {
  const words = wordsOf("manage", desk.language);
  return renderScreen({
    desk,
    title: words.audit,
    at: "audit",
    children: (
      <>
        <p class="quiet">{words.auditLead}</p>
        <Table
          caption={words.audit}
          language={desk.language}
          rows={view.acts}
          columns={auditColumns(desk, view)}
          path="/console/audit"
          query={query}
          keep={{ cursor: view.cursor }}
        />
        {view.nextCursor ? (
          <p>
            <a
              class="button"
              href={addressOf("/console/audit", { ...query, cursor: view.nextCursor })}
            >
              {words.older}
            </a>
          </p>
        ) : null}
      </>
    ),
  });
}
