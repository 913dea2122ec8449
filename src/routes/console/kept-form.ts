/**
 * A form that was sent after its session had ended is not lost: the door keeps it, and once somebody has signed in the
 * screen comes back with it filled. It is never carried out by that: whoever sent it presses the button again, by a
 * proof of the new session.
 */
import type { Context } from "hono";
import type { ConsoleEnv, SentForm } from "../services.ts";
import { readFields } from "./forms.ts";
import { readPath, readProof } from "./proof.ts";

/** Forms that are on every screen, and in which nothing is typed. */
const untyped: ReadonlySet<string> = new Set(["/console/language", "/console/sign-out"]);
/** The old session's proof, and what has to be typed anew. */
const unkept: ReadonlySet<string> = new Set(["token", "secret"]);

/** Notes what a form of an ended session said, where it is one of the console's own pages' and holds something typed. */
export async function noteSent(c: Context<ConsoleEnv>): Promise<void> {
  const type = c.req.header("Content-Type") ?? "";
  const isOwn = c.req.header("Origin") === new URL(c.req.url).origin;
  if (!isOwn || !type.startsWith("application/x-www-form-urlencoded")) return;
  if (untyped.has(c.req.path)) return;
  const fields = await readFields(c);
  const { from } = readProof(fields.get("token") ?? "");
  if (from === "") return;
  c.set("sent", {
    from,
    action: c.req.path,
    fields: [...fields].filter(([name]) => !unkept.has(name)),
  });
}

/** A sent form as one hidden field of the door's. */
export const packForm = ({ from, action, fields }: SentForm): string =>
  JSON.stringify([from, action, fields]);

/** The same taken apart; null for anything else. */
export function unpackForm(text: string): SentForm | null {
  let packed: unknown;
  try {
    packed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(packed)) return null;
  const [place, action, fields]: unknown[] = packed;
  const from = typeof place === "string" ? readPath(encodeURIComponent(place)) : "";
  if (from === "" || typeof action !== "string" || !Array.isArray(fields)) return null;
  return fields.every(isField) ? { from, action, fields } : null;
}

function isField(field: unknown): field is readonly [name: string, value: string] {
  return (
    Array.isArray(field) && field.length === 2 && field.every((one) => typeof one === "string")
  );
}
