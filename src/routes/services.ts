/** What every route is given: the use cases' context and what only HTTP needs. */
import type { Caller, Context, Operator } from "../usecases/kernel/context.ts";
import type { ConsoleHolder } from "../usecases/sessions/console-session.ts";

export type Limit = "api" | "heavy" | "beats" | "opens" | "burst" | "crowd";

export type Services = {
  ctx: Context;
  requestId: string;
  adminSecret: string | undefined;
  /** True where another request of that key is still within its limit. */
  withinLimit: (limit: Limit, key: string) => Promise<boolean>;
  /** A static file of the deployment, by path. */
  asset: (path: string) => Promise<Response>;
  /** What this location keeps of answers that never change. */
  cache: Pick<Cache, "match" | "put">;
  waitUntil: (work: Promise<unknown>) => void;
};

export type PublicEnv = { Bindings: Services };
export type ManagementEnv = {
  Bindings: Services;
  Variables: { caller: Caller; operator: Operator };
};

/** A form of the console that was sent: the screen it stood on, where it went, and what it said by name. */
export type SentForm = {
  from: string;
  action: string;
  fields: readonly (readonly [name: string, value: string])[];
};

/** The console's own: who is at it, once they have signed in, and the form that they sent. */
export type ConsoleEnv = {
  Bindings: Services;
  Variables: { holder: ConsoleHolder; sent?: SentForm };
};
