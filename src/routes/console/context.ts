import type { Context } from "hono";
import type { ConsoleEnv, PublicEnv } from "../services.ts";

/** The console's request as the other faces know one: without who is signed in, which they never ask. */
export function asPublic(c: Context<ConsoleEnv>): Context<PublicEnv> {
  return c as unknown as Context<PublicEnv>;
}
