/** What management calls have in common before they are routed: the caller, the key, the body. */

import type { Context } from "hono";
import { type Duration, duration, second, times } from "../../domain/units.ts";
import { AppError } from "../../usecases/errors.ts";
import { type Once, readOnce } from "../../usecases/kernel/idempotency.ts";
import { sha256Hex } from "../../usecases/sha256.ts";
import type { ManagementEnv } from "../services.ts";

/** Under which the caller's calls are limited: their key's id, or what kind of caller they are. */
export function limitKeyOf(c: Context<ManagementEnv>): string {
  const { actor } = c.get("caller") ?? c.get("operator");
  return "id" in actor ? actor.id : actor.kind;
}

export function bearerOf(c: Context<ManagementEnv>): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
}

/** The Idempotency-Key of a POST, bound to its path and body; null where there is none. */
export async function onceOf(c: Context<ManagementEnv>): Promise<Once | null> {
  if (c.req.method !== "POST") return null;
  const key = c.req.header("Idempotency-Key");
  if (key === undefined) return null;
  const { pathname, search } = new URL(c.req.url);
  // Bytes, since a picture that was read as text would be another one afterwards.
  const body = await sha256Hex(new Uint8Array(await c.req.arrayBuffer()));
  return await readOnce(key, `${pathname}${search}\n${body}`);
}

/** True where the call says that its body is JSON. */
export function isJson(c: Context): boolean {
  return (
    ["POST", "PUT", "PATCH"].includes(c.req.method) &&
    /^application\/json\b/i.test(c.req.header("Content-Type") ?? "")
  );
}

/**
 * Reads a JSON body's bytes before anything is made of them: what is not UTF-8 is refused, since it would be
 * stored as question marks. An empty one says what {} says: clients name the type of a body that they leave
 * out. Read after the Idempotency-Key, which is bound to the bytes as they came. Throws `malformed`.
 */
export async function checkBody(c: Context): Promise<void> {
  if (!isJson(c)) return;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(
      await c.req.arrayBuffer(),
    );
  } catch {
    throw new AppError(
      "malformed",
      "The body is not UTF-8. Save or send it as UTF-8; GBK and Latin-1 are not understood.",
    );
  }
  if (text !== "") return;
  const { method, headers } = c.req.raw;
  c.req.raw = new Request(c.req.url, { method, headers, body: "{}" });
  c.req.bodyCache = {};
}

/**
 * An uploaded file, which the request does not hold on to: it is large, and its caller may wait. The
 * body is the file, or a form with one file in it, as `curl -F` and HTML forms send it. Throws `invalid`
 * for a form with none or several.
 */
export async function takeFile(c: Context): Promise<Uint8Array<ArrayBuffer>> {
  const type = c.req.header("Content-Type") ?? "";
  const body = await c.req.arrayBuffer();
  c.req.bodyCache = {};
  if (!/^multipart\/form-data\b/i.test(type)) return new Uint8Array(body);
  const files = await filesIn(body, type);
  const [file] = files;
  if (file && files.length === 1) return new Uint8Array(await file.arrayBuffer());
  throw new AppError(
    "invalid",
    "The form has to have exactly one file. Send one, or the bytes of the picture as the body.",
    [{ path: "body", message: files.length === 0 ? "no-file" : "several-files" }],
  );
}

async function filesIn(body: ArrayBuffer, type: string): Promise<File[]> {
  try {
    const form = await new Response(body, { headers: { "Content-Type": type } }).formData();
    return [...form.values()].filter((value): value is File => typeof value !== "string");
  } catch {
    throw new AppError(
      "malformed",
      "The form cannot be read. Send it with a boundary, as HTML forms do.",
    );
  }
}

/** How long a caller wants to wait for work of ours, by Prefer (RFC 7240, 4.1 and 4.3). */
export function patienceOf(prefer: string | undefined, otherwise: Duration): Duration {
  const preferences = (prefer ?? "").toLowerCase().split(",");
  for (const preference of preferences) {
    const [, seconds] = /^\s*wait\s*=\s*"?(\d{1,6})"?\s*$/.exec(preference) ?? [];
    if (seconds !== undefined) return times(Number(seconds), second);
  }
  return preferences.some((one) => one.trim() === "respond-async") ? duration(0) : otherwise;
}
