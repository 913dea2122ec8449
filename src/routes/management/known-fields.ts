/**
 * Fields and parameters that a call does not know: said, with the nearest that it knows, rather than left
 * unread. A call with a misspelt filter would answer as if there were none.
 */
import { z } from "@hono/zod-openapi";
import type { FieldError } from "../../usecases/errors.ts";

/** The unknown fields of a value, by path, as far as the schema says which there are. */
export function unknownFields(schema: z.ZodType, value: unknown, path = ""): FieldError[] {
  const known = unwrapped(schema);
  if (known instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) =>
      unknownFields(known.element as z.ZodType, item, `${path}[${index}]`),
    );
  }
  if (!(known instanceof z.ZodObject) || typeof value !== "object" || value === null) return [];
  const shape = known.shape as Record<string, z.ZodType>;
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = path === "" ? name : `${path}.${name}`;
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (field) return unknownFields(field, inner, at);
    return [{ path: printable(at), message: sayUnknown(name, Object.keys(shape)) }];
  });
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in as z.ZodType);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return unwrapped(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodDefault) return unwrapped(schema.unwrap() as z.ZodType);
  return schema;
}

function sayUnknown(name: string, known: readonly string[]): string {
  const [nearest] = known
    .map((word) => ({ word, edits: editsBetween(name.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, edits }) => edits <= Math.max(2, word.length / 3) || word.startsWith(name))
    .sort((a, b) => a.edits - b.edits);
  if (nearest) return `This call knows no such field. Did you mean "${nearest.word}"?`;
  if (known.length === 0) return "This call takes no such field.";
  return `This call knows no such field; it knows ${known.join(", ")}.`;
}

/** What somebody else wrote is told back only as far as it is a plain name. */
const printable = (path: string) => (/^[\w.[\]-]{1,120}$/.test(path) ? path : "(unknown)");

/** How many letters to add, drop, change or swap (optimal string alignment). */
function editsBetween(a: string, b: string): number {
  if (a.length > 60 || b.length > 60) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
