/**
 * One way to declare a management route: path, scope, what it takes and what it answers, from which
 * both the validation and /openapi.json are made.
 */

import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import type { ApiScope } from "../../domain/vocabulary.ts";
import type { Caller } from "../../usecases/context.ts";
import { AppError } from "../../usecases/errors.ts";
import type { ManagementEnv } from "../services.ts";

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

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemSchema } },
});

type Method = "get" | "post" | "put" | "patch" | "delete";

type Spec<M extends Method, P extends string, Q, S extends number, A extends z.ZodType> = {
  method: M;
  path: P;
  scope: ApiScope;
  tag: string;
  summary: string;
  request?: Q;
  status: S;
  answer: A;
  /** What else the same call answers: another type by its name, or another status. */
  also?: { types?: Record<string, z.ZodType>; statuses?: Record<number, string> };
};

/** A route that answers JSON. */
export function define<
  M extends Method,
  P extends string,
  Q extends NonNullable<RouteConfig["request"]>,
  S extends 200 | 201 | 202,
  A extends z.ZodType,
>(spec: Spec<M, P, Q, S, A>) {
  const { method, path, scope, tag, summary, status, answer } = spec;
  const success = { description: summary, content: { "application/json": { schema: answer } } };
  const types = Object.entries(spec.also?.types ?? {}).map(([type, schema]) => [type, { schema }]);
  const statuses = Object.entries(spec.also?.statuses ?? {}).map(([code, description]) => [
    code,
    { ...success, description },
  ]);
  return createRoute({
    method,
    path,
    tags: [tag],
    summary,
    security: [{ apiKey: [] }],
    "x-scope": scope,
    request: (spec.request ?? {}) as Q,
    middleware: [requireScope(scope)] as const,
    responses: {
      [status as S]: { ...success, content: { ...success.content, ...Object.fromEntries(types) } },
      ...Object.fromEntries(statuses),
      default: problem("What went wrong, and what to do"),
    } as Record<S, typeof success>,
  });
}

/** A route that answers with nothing (204). */
export function defineEmpty<
  M extends Method,
  P extends string,
  Q extends NonNullable<RouteConfig["request"]>,
>(spec: Omit<Spec<M, P, Q, 204, never>, "status" | "answer">) {
  const { method, path, scope, tag, summary } = spec;
  return createRoute({
    method,
    path,
    tags: [tag],
    summary,
    security: [{ apiKey: [] }],
    "x-scope": scope,
    request: (spec.request ?? {}) as Q,
    middleware: [requireScope(scope)] as const,
    responses: {
      204: { description: summary },
      default: problem("What went wrong, and what to do"),
    } as { 204: { description: string } },
  });
}

/** Lets only keys with that scope through. */
export function requireScope(scope: ApiScope): MiddlewareHandler<ManagementEnv> {
  return async (c, next) => {
    checkScope(c.get("caller"), scope);
    await next();
  };
}

/** Throws `forbidden` where the caller's key lacks a scope. */
export function checkScope({ apiKey }: Caller, scope: ApiScope): void {
  if (!apiKey.scopes.includes(scope)) {
    throw new AppError("forbidden", `This call needs an API key with the scope "${scope}".`);
  }
}

export { z };
