/** What is kept of a reader, as the export has it, for pages that say it: all of it comes from the manifest. */
import { instant } from "../../domain/units.ts";
import { exportHeld } from "../../storage/held.ts";
import { type ColumnKind, handedOut } from "../../storage/manifest.ts";
import type { Viewer } from "../../storage/viewers.ts";
import type { Scoped } from "../kernel/context.ts";
import { rfc3339 } from "../time.ts";
import { personOf } from "./held-of.ts";
import type { KeptFields, KeptRecords, KeptValue } from "./held-view.ts";

/** As many rows of a table a page shows; the export has them all. */
const shownRows = 20;

/** Every field that may be kept of a reader who agreed and that is handed out to them, by table. */
export function keptFields(): KeptFields[] {
  return handedOut.map(({ name, columns }) => ({
    table: name,
    fields: columns.map(({ field }) => field),
  }));
}

/** The first records of each table in which something is a viewer's. */
export async function keptRecords(ctx: Scoped, viewer: Viewer): Promise<KeptRecords[]> {
  const { person } = await personOf(ctx, viewer);
  const held = await exportHeld(ctx.scope, person, shownRows + 1);
  return handedOut.flatMap(({ name: table, columns }) => {
    const rows = held[table] ?? [];
    if (rows.length === 0) return [];
    const shown = rows.slice(0, shownRows).map((row) =>
      columns.flatMap(({ field, kind }) => {
        const value = saidAs(field, row[field], kind);
        return value ? [{ field, value }] : [];
      }),
    );
    return [{ table, rows: shown, hasMore: rows.length > shownRows }];
  });
}

/** Fields that count thousandths. */
const ofWhole: ReadonlySet<string> = new Set(["scroll", "completion"]);

function saidAs(field: string, raw: unknown, kind: ColumnKind): KeptValue | null {
  if (raw === null || raw === undefined) return null;
  if (kind === "flag") return { kind, is: Boolean(raw) };
  if (kind === "time") return { kind, at: rfc3339(instant(Number(raw))) };
  if (typeof raw === "number" && field.endsWith("Ms")) return { kind: "duration", ms: raw };
  if (typeof raw === "number" && ofWhole.has(field)) return { kind: "part", permille: raw };
  const each = field === "sections" ? numbersIn(String(raw)) : [];
  if (each.length > 0) return { kind: "durations", each };
  const text = plain(String(raw));
  return text === "" ? null : { kind: "text", text };
}

function numbersIn(text: string): number[] {
  const held: unknown = JSON.parse(text);
  return Array.isArray(held) ? held.map(Number) : [];
}

/** A list or a record as it is read, without the signs that only programs need; "" where nothing is in it. */
function plain(text: string): string {
  if (!/^[[{]/.test(text)) return text;
  try {
    return spoken(JSON.parse(text));
  } catch {
    return text;
  }
}

function spoken(value: unknown): string {
  if (value === null || typeof value !== "object") return String(value ?? "");
  const parts = Array.isArray(value)
    ? value.map(spoken)
    : Object.entries(value).map(([name, one]) => `${name}: ${spoken(one)}`);
  return parts.filter((part) => part !== "").join(" · ");
}
