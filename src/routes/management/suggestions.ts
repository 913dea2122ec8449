import type { OpenAPIHono } from "@hono/zod-openapi";
import { settleSuggestions } from "../../usecases/contents/settle-suggestions.ts";
import { suggestWordings } from "../../usecases/contents/suggest-wordings.ts";
import type { ManagementEnv } from "../services.ts";
import { checkScope, define, z } from "./define.ts";
import { contentId, optionalJson, vetoes } from "./fields.ts";

const settled = z
  .object({
    approve: z
      .array(z.string().max(60))
      .max(500)
      .optional()
      .openapi({ description: "Ids of suggestions whose passing options go into the draft" }),
    veto: vetoes.optional().openapi({
      description: "Words, or one option as words>option, not to be used or offered again",
    }),
    allow: vetoes.optional().openapi({ description: "Vetoes to take back" }),
  })
  .openapi("SettledSuggestions", { example: { veto: ["终于>总算"] } });

const suggestion = z.object({
  id: z.string().openapi({ description: "Holds as long as the draft is as it is" }),
  draft: z.int(),
  offset: z.int().openapi({ description: "In the draft as written, in UTF-16 units" }),
  length: z.int(),
  words: z.string(),
  entry: z.string().openapi({ description: "The lexicon's entry" }),
  context: z.object({ before: z.string(), after: z.string() }),
  options: z
    .array(
      z.object({
        text: z.string(),
        failed: z
          .array(z.string())
          .readonly()
          .openapi({ description: "Gates that this option does not pass here" }),
      }),
    )
    .readonly(),
  markup: z.string().openapi({ description: "What approving puts in place of the words" }),
});

const suggestions = z
  .object({
    drafts: z.array(z.string()),
    draftVersion: z.int(),
    vetoes: z.array(z.string()),
    suggestions: z.array(suggestion),
  })
  .openapi("Suggestions");

const suggest = define({
  method: "post",
  path: "/v1/contents/{id}/suggestions",
  scope: "read",
  tag: "Contents",
  summary:
    "The lexicon's other words for the drafts; approve, veto or allow (which need the scope write too) settle them",
  request: { params: z.object({ id: contentId }), ...optionalJson(settled) },
  status: 200,
  answer: suggestions,
});

export function addSuggestionRoutes(api: OpenAPIHono<ManagementEnv>): void {
  api.openapi(suggest, async (c) => {
    const caller = c.get("caller");
    const { id } = c.req.valid("param");
    const { approve, veto, allow } = c.req.valid("json") ?? {};
    if (!approve && !veto && !allow) return c.json(await suggestWordings(caller, id), 200);
    checkScope(caller, "write");
    return c.json(await settleSuggestions(caller, id, { approve, veto, allow }), 200);
  });
}
