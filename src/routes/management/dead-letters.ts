/** For whoever runs the deployment: messages that no try could write, and sending them again. */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { replayDeadLetters, viewDeadLetters } from "../../usecases/beats/replay-dead-letters.ts";
import { requireAdminSecret } from "../../usecases/workspaces/create-workspace.ts";
import type { ManagementEnv } from "../services.ts";
import { problemSchema, z } from "./define.ts";
import { bearerOf } from "./request.ts";

const query = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) });
const letter = z
  .object({
    id: z.string(),
    queue: z.string(),
    body: z.string(),
    diedAt: z.string(),
    replayedAt: z.string().nullable(),
  })
  .openapi("DeadLetter");

const common = {
  tags: ["Deployment"],
  security: [{ adminSecret: [] }],
  request: { query },
};
const problem = {
  description: "What went wrong, and what to do",
  content: { "application/problem+json": { schema: problemSchema } },
};

const list = createRoute({
  ...common,
  method: "get",
  path: "/v1/dead-letters",
  summary: "List messages that could not be written (needs the deployment's admin secret)",
  responses: {
    200: {
      description: "The newest first",
      content: { "application/json": { schema: z.object({ items: z.array(letter) }) } },
    },
    default: problem,
  },
});

const replay = createRoute({
  ...common,
  method: "post",
  path: "/v1/dead-letters/replay",
  summary: "Send waiting messages again, the oldest first (needs the deployment's admin secret)",
  responses: {
    200: {
      description: "How many were sent, and how many still wait",
      content: {
        "application/json": { schema: z.object({ replayed: z.int(), waiting: z.int() }) },
      },
    },
    default: problem,
  },
});

export function addDeadLetterRoutes(api: OpenAPIHono<ManagementEnv>): void {
  api.openapi(list, async (c) => {
    requireAdminSecret(bearerOf(c), c.env.adminSecret);
    const items = await viewDeadLetters(c.env.ctx, c.req.valid("query").limit);
    return c.json({ items }, 200);
  });
  api.openapi(replay, async (c) => {
    requireAdminSecret(bearerOf(c), c.env.adminSecret);
    return c.json(await replayDeadLetters(c.env.ctx, c.req.valid("query").limit), 200);
  });
}
