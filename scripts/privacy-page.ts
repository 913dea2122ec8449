/** `npm run privacy` writes docs/privacy.md: what scripts/privacy.md says, and a table of all that is held. */
import { readFile, writeFile } from "node:fs/promises";
import type { Basis, Erasing, Kept, Role, TableLine } from "../src/storage/manifest/line.ts";
import { type ManifestTable, manifest } from "../src/storage/manifest.ts";

const text = new URL("privacy.md", import.meta.url);
const docs = new URL("../docs/privacy.md", import.meta.url);

const bases: Readonly<Record<Basis, string>> = {
  consent: "consent",
  contract: "contract with staff and customers",
  interest: "keeping the service up and honest",
  duty: "proof",
  none: "nothing about a person",
};

const erasings: Readonly<Record<Erasing, string>> = {
  row: "the row goes",
  empty: "the row stays and names nobody",
  element: "what mentions them goes",
  hash: "a keyed hash takes the id's place",
  stays: "nothing in it is a reader's",
};

const roles: Readonly<Record<Role, string>> = {
  viewer: "names a viewer",
  visit: "names a visit",
  contact: "names a contact",
  personal: "personal",
  staff: "of a sender",
  fact: "figure or fact",
  inner: "machinery",
  mentions: "may mention ids",
  list: "a list of ids",
};

function keptFor(kept: Kept): string {
  switch (kept.by) {
    case "retention":
      return kept.longer
        ? "the retention period, and as long as the viewer exists"
        : "the retention period";
    case "visit":
      return "as long as its visit";
    case "viewer":
      return "until the viewer's last visit has gone";
    case "clock":
      return kept.days === 1 ? "a day" : `${kept.days} days`;
    case "hand":
      return "until it is deleted";
    case "good":
      return "for good";
  }
}

/** The page as it has to be. */
export async function privacyPage(): Promise<string> {
  const written = await readFile(text, "utf8");
  return `${written.trimEnd()}\n\n${manifest.map(section).join("\n\n")}\n`;
}

function section(table: ManifestTable): string {
  return [
    `### ${table.name}`,
    "",
    `${table.purpose}.`,
    "",
    "| field | what it is | basis | kept | seen by | exported | erased |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...table.columns.map(({ name, role }) =>
      row([
        `\`${name}\``,
        roles[role],
        bases[table.basis],
        keptFor(table.kept),
        isInner(role) ? "nobody" : table.sees,
        isExported(table, role) ? "yes" : "no",
        erasings[erasingOf(table, role)],
      ]),
    ),
  ].join("\n");
}

function isExported({ exports }: Pick<TableLine, "exports">, role: Role): boolean {
  return exports && !isInner(role);
}

const isInner = (role: Role) => role === "inner" || role === "mentions" || role === "list";

function erasingOf({ erasing }: Pick<TableLine, "erasing">, role: Role): Erasing {
  const leads = ["viewer", "visit", "contact", "personal", "mentions", "list"].includes(role);
  return erasing === "row" || leads ? erasing : "stays";
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

if (import.meta.main) await writeFile(docs, await privacyPage());
