import type { listAudit } from "../../../usecases/audit/list-audit.ts";
import { formatWhen } from "../../shell/format.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { addressOf, type Column, Table, type TableQuery } from "../ui/table.tsx";
import { type Words, wordsOf } from "../words/index.ts";

type Act = Awaited<ReturnType<typeof listAudit>>["items"][number];

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
      value: ({ actor }) =>
        `${words[`actor-${actor.kind}`] ?? actor.kind} ${actor.id ?? ""}`.trim(),
    },
    {
      key: "verb",
      title: words.verb,
      value: ({ verb, count }) => {
        const act = acts[verb] ?? verb;
        return count === null ? act : `${act} (${count})`;
      },
    },
    { key: "subject", title: words.subject, value: ({ subject }) => subject },
  ];
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
