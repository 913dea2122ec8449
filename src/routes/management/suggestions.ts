import type { OpenAPIHono } from "@hono/zod-openapi";
import { maxProposals, proposeWordings } from "../../usecases/contents/propose-wordings.ts";
import { settleSuggestions } from "../../usecases/contents/settle-suggestions.ts";
import { suggestWordings } from "../../usecases/contents/suggest-wordings.ts";
import type { ManagementEnv } from "../services.ts";
import { define, serve, z } from "./define.ts";
import { contentId, optionalJson, vetoes } from "./fields.ts";

const settled = z
  .object({
    approve: z
      .array(z.string().max(60))
      .max(500)
      .optional()
      .openapi({ description: "Ids of suggestions whose passing options go into the draft" }),
    veto: vetoes.optional().openapi({
      description:
        "Words, one option as words>option, or an entry of the lexicon as @entry, not to be used or offered again",
    }),
    allow: vetoes.optional().openapi({ description: "Vetoes to take back" }),
    propose: z
      .object({
        draft: z.int().min(0).optional().openapi({ description: "From 0; every draft by default" }),
        count: z
          .int()
          .min(1)
          .max(maxProposals)
          .optional()
          .openapi({ description: "How many of each; 5 by default" }),
      })
      .optional()
      .openapi({
        description:
          "Asks the deployment's model for whole rewordings; settles nothing, goes alone",
      }),
    accept: z
      .array(z.object({ draft: z.int().min(0), text: z.string().min(1).max(5000) }))
      .max(20)
      .optional()
      .openapi({
        description: "Rewordings that pass every gate, by their text: each becomes one more draft",
      }),
    revision: z.string().max(40).optional().openapi({
      description: "The revision that this was decided on: 409 where the drafts have changed since",
    }),
  })
  .refine(
    ({ propose, approve, veto, allow, accept }) =>
      !propose || !(approve || veto || allow || accept),
    { path: ["propose"], message: "Ask for proposals in a call of its own." },
  )
  .openapi("SettledSuggestions", { example: { veto: ["终于>总算"] } });

const suggestion = z.object({
  id: z.string().openapi({ description: "Holds as long as the draft is as it is" }),
  draft: z.int(),
  offset: z.int().openapi({ description: "In the draft as written, in UTF-16 units" }),
  length: z.int(),
  words: z.string(),
  entry: z.string().openapi({
    description: "The lexicon's entry; it keeps its name when its words change",
  }),
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
  automatic: z.boolean().openapi({
    description: "Whether the lexicon uses it by itself; the others wait for an approval",
  }),
  markup: z.string().openapi({ description: "What approving puts in place of the words" }),
});

const doubt = z.object({
  draft: z.int(),
  offset: z.int().openapi({ description: "Of the option, in UTF-16 units" }),
  line: z.int(),
  column: z.int(),
  option: z.int().openapi({ description: "Which option of its slot, from 0" }),
  failed: z.array(z.string()).readonly(),
  message: z.string(),
});

const suggestions = z
  .object({
    drafts: z.array(z.string()),
    draftVersion: z.int(),
    revision: z.string().openapi({ description: "Another one whenever a draft changes" }),
    vetoes: z.array(z.string()),
    suggestions: z.array(suggestion),
    doubts: z.array(doubt).openapi({ description: "The author's own options to look at again" }),
    model: z.object({ name: z.string() }).optional(),
    proposals: z
      .array(
        z.object({
          draft: z.int().openapi({ description: "Which draft it rewords" }),
          text: z.string(),
          failed: z.array(z.string()).readonly().openapi({
            description: "Gates that it does not pass; only with none can it be accepted",
          }),
        }),
      )
      .optional()
      .openapi({ description: "The model's, where it was asked; nothing of them is used yet" }),
    missed: z
      .array(z.object({ draft: z.int(), code: z.string(), detail: z.string() }))
      .optional()
      .openapi({ description: "Drafts that the model has no proposals for, and why" }),
  })
  .openapi("Suggestions");

const suggest = define({
  method: "post",
  path: "/v1/contents/{id}/suggestions",
  scope: "read",
  isHeavy: true,
  tag: "Contents",
  summary:
    "Other words for the drafts, the lexicon's or, with propose, a model's; what is asked of it beyond looking needs the scope write too",
  request: { params: z.object({ id: contentId }), ...optionalJson(settled) },
  answer: suggestions,
});

export function addSuggestionRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, suggest, async (c) => {
    const caller = c.get("caller");
    const { id } = c.req.valid("param");
    const { propose, revision, ...wishes } = c.req.valid("json") ?? {};
    if (propose) return await proposeWordings(caller, id, propose);
    const isLook = Object.values(wishes).every((part) => part === undefined);
    if (!isLook) return await settleSuggestions(caller, id, { ...wishes, revision });
    return { outcome: "done", answer: await suggestWordings(caller, id) };
  });
}
