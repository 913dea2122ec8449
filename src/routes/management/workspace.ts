import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { consentModes } from "../../domain/vocabulary.ts";
import { createWorkspace, requireAdminSecret } from "../../usecases/workspaces/create-workspace.ts";
import { getWorkspace } from "../../usecases/workspaces/get-workspace.ts";
import { updateWorkspace } from "../../usecases/workspaces/update-workspace.ts";
import type { ManagementEnv } from "../services.ts";
import { define, problemSchema, z } from "./define.ts";
import { json, name } from "./fields.ts";
import { bearerOf, onceOf } from "./request.ts";

const consentMode = z.enum(consentModes);
const timezone = z.string().min(1).max(64).openapi({ example: "Asia/Shanghai" });
export const words = z.array(z.string().trim().min(1).max(60)).max(500);

const newWorkspace = z
  .object({ name, timezone: timezone.optional(), consentMode: consentMode.optional() })
  .openapi("NewWorkspace", { example: { name: "Sunrise Education" } });

const workspace = z
  .object({
    id: z.string(),
    name: z.string(),
    timezone: z.string(),
    consentMode,
    retentionDays: z.int(),
    brands: z.array(z.string()),
    bannedWords: z.array(z.string()),
    createdAt: z.string(),
  })
  .openapi("Workspace");

const change = z
  .object({
    name: name.optional(),
    timezone: timezone.optional(),
    consentMode: consentMode.optional(),
    retentionDays: z.int().min(30).max(3650).optional(),
    brands: words.optional(),
    bannedWords: words.optional(),
  })
  .openapi("WorkspaceChange", { example: { brands: ["Sunrise"] } });

const create = createRoute({
  method: "post",
  path: "/v1/workspaces",
  tags: ["Workspace"],
  summary: "Create a workspace (needs the deployment's admin secret)",
  security: [{ adminSecret: [] }],
  request: json(newWorkspace),
  responses: {
    201: {
      description: "The workspace and its first API key, shown this once",
      content: { "application/json": { schema: z.object({ id: z.string(), apiKey: z.string() }) } },
    },
    default: {
      description: "What went wrong, and what to do",
      content: { "application/problem+json": { schema: problemSchema } },
    },
  },
});

const read = define({
  method: "get",
  path: "/v1/workspace",
  scope: "read",
  tag: "Workspace",
  summary: "Read the workspace's settings",
  status: 200,
  answer: workspace,
});

const update = define({
  method: "patch",
  path: "/v1/workspace",
  scope: "admin",
  tag: "Workspace",
  summary: "Change the workspace's settings",
  request: json(change),
  status: 200,
  answer: workspace,
});

export function addWorkspaceRoutes(api: OpenAPIHono<ManagementEnv>): void {
  api.openapi(create, async (c) => {
    requireAdminSecret(bearerOf(c), c.env.adminSecret);
    return c.json(await createWorkspace(c.env.ctx, c.req.valid("json"), await onceOf(c)), 201);
  });
  api.openapi(read, async (c) => c.json(await getWorkspace(c.get("caller")), 200));
  api.openapi(update, async (c) =>
    c.json(await updateWorkspace(c.get("caller"), c.req.valid("json")), 200),
  );
}
