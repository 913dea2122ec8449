/** What management calls have in common before they are routed: the caller, the key, the body. */
import type { Context } from "hono";
import { readOnce } from "../../usecases/replay.ts";
import type { Once } from "../../usecases/vocabulary.ts";
import type { ManagementEnv } from "../services.ts";

export function bearerOf(c: Context<ManagementEnv>): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
}

/** The Idempotency-Key of a POST, bound to its path and body; null where there is none. */
export async function onceOf(c: Context<ManagementEnv>): Promise<Once | null> {
  if (c.req.method !== "POST") return null;
  const key = c.req.header("Idempotency-Key");
  if (key === undefined) return null;
  const { pathname, search } = new URL(c.req.url);
  const isImage = c.req.header("Content-Type")?.startsWith("image/") ?? false;
  const body = isImage ? await hashBytes(await c.req.arrayBuffer()) : await c.req.text();
  return await readOnce(key, `${pathname}${search}\n${body}`);
}

async function hashBytes(bytes: ArrayBuffer): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).join();
}
