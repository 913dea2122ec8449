/** What happens before a declared call is looked at: may they ask, and did they ask before. */

import { type RouteConfig, z } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import type { ApiScope } from "../../domain/vocabulary.ts";
import { AppError, type FieldError } from "../../usecases/errors.ts";
import { requireOperator, requireScope } from "../../usecases/kernel/actor.ts";
import { type Once, replay } from "../../usecases/kernel/idempotency.ts";
import { restoreKitUrls } from "../../usecases/senders/restore-kit-urls.ts";
import type { ManagementEnv } from "../services.ts";
import { statusOf } from "../status.ts";
import { fieldErrors } from "./field-messages.ts";
import { unknownFields } from "./known-fields.ts";
import { checkBody, isJson, limitKeyOf, onceOf } from "./request.ts";

/**
 * Lets those through who may ask, and of a heavy call no more than its own limit; a repeated call gets the
 * first answer, after that and not before.
 */
export function admit(
  scope: ApiScope | "operator",
  isHeavy: boolean,
  request: Request = {},
): [
  MiddlewareHandler<ManagementEnv>,
  MiddlewareHandler<ManagementEnv>,
  MiddlewareHandler<ManagementEnv>,
] {
  return [
    async (c, next) => {
      if (scope === "operator") requireOperator(c.get("operator"));
      else requireScope(c.get("caller"), scope);
      if (isHeavy && !(await c.env.withinLimit("heavy", limitKeyOf(c)))) {
        throw new AppError(
          "rate-limited",
          "This call costs more than others. Wait a minute, and ask for it less often.",
        );
      }
      await next();
    },
    idempotent,
    knownFieldsOf(request),
  ];
}

type Request = NonNullable<RouteConfig["request"]>;

/** The body as JSON; undefined where it is none, which the call's own validation says. */
async function jsonOf(c: Context): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text());
  } catch {
    return undefined;
  }
}

/** Refuses fields and parameters that the call does not know, and says with them what else is wrong. */
function knownFieldsOf({ query, body }: Request): MiddlewareHandler<ManagementEnv> {
  const media = body?.content["application/json"];
  const schema = media && "schema" in media ? media.schema : undefined;
  const parameters = (query ?? z.object({})) as z.ZodType;
  return async (c, next) => {
    const hasBody = schema instanceof z.ZodType && isJson(c);
    const sent = hasBody ? await jsonOf(c) : undefined;
    const errors = [
      ...unknownFields(parameters, c.req.query()),
      ...(hasBody ? unknownFields(schema, sent) : []),
    ];
    if (errors.length > 0) {
      errors.push(
        ...otherFaults(parameters, c.req.query()),
        ...(sent === undefined || !hasBody ? [] : otherFaults(schema, sent)),
      );
      const detail = "Some fields or parameters are not known to this call; errors says which.";
      throw new AppError("invalid", detail, errors.slice(0, 20));
    }
    await next();
  };
}

/** What is wrong with the fields that are known: who mends one fault is not to meet the next one then. */
function otherFaults(schema: z.ZodType, value: unknown): FieldError[] {
  const { error } = schema.safeParse(value);
  if (!error) return [];
  const issues = error.issues.filter(({ code }) => code !== "unrecognized_keys");
  return fieldErrors(new z.ZodError(issues));
}

/** Makes a POST with an Idempotency-Key happen once; a repeat gets the first answer. */
const idempotent: MiddlewareHandler<ManagementEnv> = async (c, next) => {
  const once = await onceOf(c);
  if (!once) {
    await checkBody(c);
    return next();
  }
  const first = await answered(c.get("caller") ?? c.get("operator"), once);
  if (first) return first;
  if (c.get("caller")) c.set("caller", { ...c.get("caller"), once });
  else c.set("operator", { ...c.get("operator"), once });
  await checkBody(c);
  await next();
  // Whatever made it fail, where the same call finished in the meantime its answer is this one's too.
  if (c.error) {
    const winner = await answered(c.get("caller") ?? c.get("operator"), once);
    if (winner) c.res = winner;
  }
  return undefined;
};

type Asking = ManagementEnv["Variables"]["caller"] | ManagementEnv["Variables"]["operator"];

async function answered(asking: Asking, once: Once): Promise<Response | null> {
  const first = await replay(asking, once);
  if (!first) return null;
  const body = "workspace" in asking ? await restoreKitUrls(asking, first.body) : first.body;
  return Response.json(body, {
    status: statusOf[first.outcome],
    headers: { "Idempotency-Replayed": "true" },
  });
}
