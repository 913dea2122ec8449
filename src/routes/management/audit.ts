import type { OpenAPIHono } from "@hono/zod-openapi";
import { listAudit } from "../../usecases/audit/list-audit.ts";
import type { ManagementEnv } from "../services.ts";
import { define, show, z } from "./define.ts";
import { page, pageQuery } from "./fields.ts";

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
  })
  .openapi("Act");

const list = define({
  method: "get",
  path: "/v1/audit",
  scope: "admin",
  tag: "Workspace",
  summary: "List who did what to what, the newest first: ids alone",
  request: { query: pageQuery },
  answer: page(act),
});

export function addAuditRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, list, (c) => listAudit(c.get("caller"), c.req.valid("query")));
}
