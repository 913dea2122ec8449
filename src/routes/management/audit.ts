import type { OpenAPIHono } from "@hono/zod-openapi";
import { listAudit } from "../../usecases/audit/list-audit.ts";
import { readPeriod } from "../../usecases/time.ts";
import type { ManagementEnv } from "../services.ts";
import { define, show, z } from "./define.ts";
import { page, pageQuery, timeOrDate } from "./fields.ts";

const act = z
  .object({
    id: z.string(),
    at: z.string(),
    actor: z.object({
      kind: z.string().openapi({ example: "api-key" }),
      id: z.string().nullable().openapi({ description: "Null for who has none" }),
    }),
    verb: z.string().openapi({ example: "content.publish" }),
    subject: z.string().openapi({ description: "The id of what it was done to" }),
    count: z.int().nullable().openapi({ description: "How many people were shown" }),
    people: z.array(z.string()).nullable().openapi({
      description:
        "Of a look at people the ids of viewers and contacts whom the actor had not been shown there that day; null of an act, and of a list that was read before people were kept",
    }),
  })
  .openapi("Act");

const list = define({
  method: "get",
  path: "/v1/audit",
  scope: "admin",
  tag: "Workspace",
  summary:
    "List who did what to what, and who was shown which people, the newest first: ids alone. A look is kept for a year, an act for good",
  request: {
    query: pageQuery.extend({
      subject: z.string().max(60).optional().openapi({
        description: "Of a viewer or contact also looks that showed them",
      }),
      verb: z.string().max(60).optional().openapi({ example: "viewer.read" }),
      actorKind: z.string().max(20).optional().openapi({ example: "console" }),
      actorId: z.string().max(60).optional(),
      since: timeOrDate.optional(),
      until: timeOrDate.optional(),
    }),
  },
  answer: page(act),
});

export function addAuditRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, list, (c) => {
    const { since, until, ...rest } = c.req.valid("query");
    const caller = c.get("caller");
    const { timezone } = caller.workspace;
    return listAudit(caller, {
      ...rest,
      ...readPeriod({ since, until }, timezone),
    });
  });
}
