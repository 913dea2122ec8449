/** What is wrong with a field, in sentences of our own: what would be right, and never what was sent. */
import type { z } from "@hono/zod-openapi";
import type { FieldError } from "../../usecases/errors.ts";

/** The errors of a schema, each by the field's path ("drafts[0]"). */
export function fieldErrors({ issues }: z.ZodError): FieldError[] {
  return issues
    .flatMap(meantOf)
    .filter(isNearest)
    .map((issue) => ({ path: pathOf(issue.path), message: messageOf(issue) }));
}

/** Of several bounds that one field passes, such as its own and that of all whole numbers, the one that it would meet last. */
function isNearest(issue: Issue, _: number, all: readonly Issue[]): boolean {
  return !all.some((other) => {
    if (other === issue || pathOf(other.path) !== pathOf(issue.path)) return false;
    if (issue.code === "too_big" && other.code === "too_big") return other.maximum < issue.maximum;
    return (
      issue.code === "too_small" && other.code === "too_small" && other.minimum > issue.minimum
    );
  });
}

/**
 * Of something that takes one form or another, what is wrong with the form that was meant: the one that fits furthest,
 * and of those the one with the fewest faults. Where that is none or several, that no form fits.
 */
function meantOf(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const forms = issue.errors
    .map((faults) => faults.flatMap((fault) => meantOf(fault as Issue)))
    .map((faults) => ({ faults, depth: Math.max(...faults.map(({ path }) => path.length)) }))
    .sort((a, b) => b.depth - a.depth || a.faults.length - b.faults.length);
  const [first, second] = forms;
  const isAlike = first?.depth === second?.depth && first?.faults.length === second?.faults.length;
  if (!first || first.depth < 1 || isAlike) return [issue];
  return first.faults.map((fault) => ({ ...fault, path: [...issue.path, ...fault.path] }));
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number"
        ? `${text}[${part}]`
        : text === ""
          ? String(part)
          : `${text}.${String(part)}`,
    "",
  );
}

type Issue = z.ZodError["issues"][number];

const kinds: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      // The schema library keeps what was sent to itself, and says in its message that nothing was.
      return issue.message.endsWith("received undefined")
        ? "This field is missing."
        : `This has to be ${kinds[issue.expected] ?? issue.expected}.`;
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    case "invalid_value":
      return `Use one of: ${issue.values.map(String).join(", ")}.`;
    case "invalid_format":
      return issue.format === "datetime"
        ? "Use a time such as 2026-11-01T08:00:00+08:00, or a date such as 2026-11-01."
        : issue.message;
    case "invalid_union":
      return "This has none of the forms that the call takes.";
    default:
      return issue.message;
  }
}

type Sized = { origin: string; inclusive?: boolean };

function tooSmall({ origin, minimum, inclusive }: Sized & { minimum: number | bigint }): string {
  if (origin === "string") {
    return Number(minimum) === 1 ? "This may not be empty." : `Use ${minimum} characters or more.`;
  }
  if (origin === "array") return `Give ${minimum} or more.`;
  return `Use ${inclusive === false ? "more than " : ""}${minimum}${inclusive === false ? "" : " or more"}.`;
}

function tooBig({ origin, maximum, inclusive }: Sized & { maximum: number | bigint }): string {
  if (origin === "string") return `Use at most ${maximum} characters.`;
  if (origin === "array") return `Give at most ${maximum}.`;
  return `Use ${inclusive === false ? "less than " : "at most "}${maximum}.`;
}
