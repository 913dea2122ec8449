/** What a text component may name of a sender. */
export const templateFields = ["name", "title", "phone", "team"] as const;
export type TemplateField = (typeof templateFields)[number];
export type TemplateValues = Readonly<Record<TemplateField, string | null>>;

const FIELD = /\{(name|title|phone|team)\}/;
/** What may stand between two fields, and goes with one that is empty. */
const SEPARATORS = /^[\s·•|/,，、;；:：—–-]+$/u;

/** The names in braces that are no fields. */
export function unknownFields(template: string): string[] {
  const named = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  return named.filter((name) => !(templateFields as readonly string[]).includes(name));
}

/**
 * A template's text for one sender, composed (NFC). A field that is empty takes the separator beside it
 * along, and a line that has nothing else is left out.
 */
export function filledIn(template: string, values: TemplateValues): string {
  const lines = template.split("\n").map((line) => fillLine(line, values));
  return lines
    .filter((line) => line !== "")
    .join("\n")
    .normalize("NFC");
}

function fillLine(line: string, values: TemplateValues): string {
  const parts = line.split(FIELD).map((text, i) => {
    // Every second part is a field's name.
    return i % 2 === 1 ? (values[text as TemplateField] ?? "").trim() : text;
  });
  const isSeparator = (i: number) => i % 2 === 0 && SEPARATORS.test(parts[i] ?? "");
  for (let i = 1; i < parts.length; i += 2) {
    if (parts[i] !== "") continue;
    const hasBefore = parts.slice(0, i - 1).some((part) => part.trim() !== "");
    if (isSeparator(i - 1) && hasBefore) parts[i - 1] = "";
    else if (isSeparator(i + 1)) parts[i + 1] = "";
    else if (isSeparator(i - 1)) parts[i - 1] = "";
  }
  return parts.join("").trim();
}
