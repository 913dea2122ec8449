/** What senders wrote themselves, where it recurs and they agreed to show it. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { listOwnLines } from "../../usecases/contents/own-lines.ts";
import type { ManagementEnv } from "../services.ts";
import { define, show, z } from "./define.ts";
import { contentId, page } from "./fields.ts";
import { verdict } from "./sentences.ts";

const ownLine = z
  .object({
    kind: z.enum(["edit", "line"]).openapi({
      description:
        "edit: another way to say a sentence that several senders changed; line: one that several put before their captions",
    }),
    contentId: z.string().nullable(),
    draft: z.int().nullable(),
    sentenceId: z.string().nullable().openapi({
      description: "Approve it as an option by PUT /v1/contents/{id}/sentences/{sentenceId}",
    }),
    sentence: z.string().nullable().openapi({ description: "As the draft says it at first" }),
    text: z.string().openapi({ description: "Names, and facts of its own, are ○○" }),
    senders: z.int().openapi({ description: "How many wrote it" }),
    masked: z
      .boolean()
      .openapi({ description: "Something was taken out: write it anew to use it" }),
    ...verdict,
  })
  .openapi("OwnLine");

const list = define({
  method: "get",
  path: "/v1/own-lines",
  scope: "read",
  isHeavy: true,
  tag: "Contents",
  summary:
    "What senders wrote themselves and agreed to show, where it recurs, the most frequent first: to approve as options",
  request: {
    query: z.object({
      contentId: contentId.optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
  },
  answer: page(ownLine),
});

export function addOwnLineRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, list, (c) => listOwnLines(c.get("caller"), c.req.valid("query")));
}
