/** For whoever runs the deployment: messages that no try could write, and sending them again. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { replayDeadLetters, viewDeadLetters } from "../../usecases/beats/replay-dead-letters.ts";
import type { ManagementEnv } from "../services.ts";
import { define, serve, show, z } from "./define.ts";

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

const list = define({
  method: "get",
  path: "/v1/dead-letters",
  scope: "operator",
  tag: "Deployment",
  summary: "List messages that could not be written, the newest first",
  request: { query },
  answer: z.object({ items: z.array(letter) }),
});

const replay = define({
  method: "post",
  path: "/v1/dead-letters/replay",
  scope: "operator",
  tag: "Deployment",
  summary: "Send waiting messages again, the oldest first: how many were sent, how many still wait",
  request: { query },
  answer: z.object({ replayed: z.int(), waiting: z.int() }),
});

export function addDeadLetterRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, list, async (c) => ({
    items: await viewDeadLetters(c.get("operator"), c.req.valid("query").limit),
  }));
  serve(api, replay, (c) => replayDeadLetters(c.get("operator"), c.req.valid("query").limit));
}
