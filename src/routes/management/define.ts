/**
 * One way to declare a management call and one to serve it: path, who may ask, what it takes and what it
 * answers, from which both the validation and /openapi.json are made. A verb says what became of the
 * call; only here has that a status.
 */

import {
  createRoute,
  type OpenAPIHono,
  type RouteConfig,
  type RouteHandler,
  z,
} from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ApiScope, Outcome } from "../../domain/vocabulary.ts";
import type { Done } from "../../usecases/kernel/write.ts";
import type { ManagementEnv } from "../services.ts";
import { statusOf } from "../status.ts";
import { admit } from "./admit.ts";

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem");

const problem = {
  description: "What went wrong, and what to do",
  content: { "application/problem+json": { schema: problemSchema } },
};

type Method = "get" | "post" | "put" | "patch" | "delete";

/** A file's bytes, or a text that is no JSON. */
export const binary = z.string().openapi({ format: "binary" });

/** A picture as a call's body. */
export const imageBody = {
  content: {
    "image/jpeg": { schema: binary },
    "image/png": { schema: binary },
    "image/webp": { schema: binary },
  },
};

type Spec<P extends string, Q, A extends z.ZodType> = {
  method: Method;
  path: P;
  /** What a key must be allowed to; "operator" for whoever knows the deployment's admin secret. */
  scope: ApiScope | "operator";
  tag: string;
  summary: string;
  /** It costs far more than another call, and so has a limit of its own. */
  isHeavy?: boolean;
  request?: Q;
  /** "done" where it is absent. */
  outcome?: Outcome;
  /** The JSON that is answered; absent where nothing (204), or only `types`. */
  answer?: A;
  /** Other types that the same call answers, by name. */
  types?: Record<string, z.ZodType>;
  /** What other outcomes mean. */
  also?: Partial<Record<Outcome, string>>;
};

/** A declared call, which remembers the type of its answer. */
type Call<R extends RouteConfig, A extends z.ZodType> = R & { readonly answers?: z.input<A> };

/** Declares a call. */
export function define<
  P extends string,
  Q extends NonNullable<RouteConfig["request"]>,
  A extends z.ZodType = z.ZodUndefined,
>(spec: Spec<P, Q, A>) {
  const { method, path, scope, tag, summary, outcome = "done", answer, types = {} } = spec;
  const others = Object.fromEntries(
    Object.entries(types).map(([type, schema]) => [type, { schema }]),
  );
  const content = {
    ...(answer === undefined ? {} : { "application/json": { schema: answer } }),
    ...others,
  };
  const isEmpty = Object.keys(content).length === 0;
  const statuses = Object.entries(spec.also ?? {}).map(([other, description]) => [
    statusOf[other as Outcome],
    { description, content },
  ]);
  const route = createRoute({
    method,
    path,
    tags: [tag],
    summary,
    security: [scope === "operator" ? { adminSecret: [] } : { apiKey: [] }],
    ...(scope === "operator" ? {} : { "x-scope": scope }),
    request: (spec.request ?? {}) as Q,
    middleware: admit(scope, spec.isHeavy ?? false, spec.request),
    responses: {
      ...(isEmpty
        ? { 204: { description: summary } }
        : { [statusOf[outcome]]: { description: summary, content } }),
      ...Object.fromEntries(statuses),
      default: problem,
    },
  });
  return route as Call<typeof route, A>;
}

type Asked<R extends RouteConfig> = Parameters<RouteHandler<R, ManagementEnv>>[0];
type AnswerOf<R extends RouteConfig> = R extends { readonly answers?: infer A } ? A : never;

/** Serves a call by a verb, whose outcome becomes the status. A Response of the handler's own goes as it is. */
export function serve<R extends RouteConfig>(
  api: OpenAPIHono<ManagementEnv>,
  route: R,
  handle: (c: Asked<R>) => Promise<Done<AnswerOf<R>> | Response>,
): void {
  api.openapi(route, (async (c: Asked<R>) => {
    const done = await handle(c);
    if (done instanceof Response) return done;
    return reply(c, done);
  }) as never);
}

/** Serves a call that only looks: its answer is a view. */
export function show<R extends RouteConfig>(
  api: OpenAPIHono<ManagementEnv>,
  route: R,
  handle: (c: Asked<R>) => Promise<AnswerOf<R> | Response> | AnswerOf<R>,
): void {
  serve(api, route, async (c) => {
    const answer = await handle(c);
    return answer instanceof Response ? answer : { outcome: "done", answer };
  });
}

/** What a verb came to, as HTTP. */
export function reply(c: Context, { outcome, answer }: Done<unknown>): Response {
  return answer === undefined ? c.body(null, 204) : c.json(answer, statusOf[outcome]);
}

export { z };
