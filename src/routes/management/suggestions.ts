import type { OpenAPIHono } from "@hono/zod-openapi";
import { offerStages } from "../../domain/vocabulary.ts";
import { proposeSentences } from "../../usecases/contents/propose-sentences.ts";
import { settleSuggestions } from "../../usecases/contents/settle-suggestions.ts";
import { suggestWordings } from "../../usecases/contents/suggest-wordings.ts";
import type { ManagementEnv } from "../services.ts";
import { mostDrafts } from "./content-fields.ts";
import { define, serve, z } from "./define.ts";
import { contentId, optionalJson, vetoes } from "./fields.ts";
import { difference } from "./sentences.ts";

const settled = z
  .object({
    approve: z.array(z.string().max(60)).max(500).optional().openapi({
      description:
        "Ids of suggestions whose passing options go into the draft, or ids of single options of sentences",
    }),
    approveAll: z.boolean().optional().openapi({
      description:
        "All options of sentences that passed, of which nothing is doubted and which the second reading let be",
    }),
    veto: vetoes.optional().openapi({
      description:
        "Words, one option as words>option, or an entry of the lexicon as @entry, not to be used or offered again",
    }),
    allow: vetoes.optional().openapi({ description: "Vetoes to take back" }),
    propose: z
      .object({
        draft: z
          .int()
          .min(0)
          .max(mostDrafts - 1)
          .optional()
          .openapi({ description: "From 0; every draft by default" }),
      })
      .optional()
      .openapi({
        description:
          "Has the deployment's model propose options of each sentence, by a job; settles nothing, goes alone",
      }),
    accept: z
      .array(
        z.object({
          draft: z
            .int()
            .min(0)
            .max(mostDrafts - 1),
          text: z.string().min(1).max(5000),
        }),
      )
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
    ({ propose, approve, approveAll, veto, allow, accept }) =>
      !propose || !(approve || approveAll || veto || allow || accept),
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

const finding = z.object({
  kind: z.string(),
  word: z.string().openapi({ description: "By which it was seen" }),
  instead: z.string().optional().openapi({ description: "What the sentence says in its place" }),
  message: z.string().openapi({
    description: "In the workspace's language, or else in the post's",
  }),
});

const offered = z
  .object({
    draft: z.int(),
    sentence: z.string().openapi({ description: "Holds as long as the sentence says the same" }),
    text: z.string(),
    stage: z.enum(offerStages).openapi({
      description: "failed: nothing came; proposed: nobody has read it a second time; read",
    }),
    error: z.object({ code: z.string(), detail: z.string() }).optional(),
    options: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        by: z.enum(["proposal", "reading"]).openapi({
          description: "Proposed, or written in by the second reading",
        }),
        failed: z.array(finding).openapi({ description: "With any it cannot be approved" }),
        doubts: z
          .array(finding)
          .openapi({ description: "With any it needs an approval by its id" }),
        noticed: z
          .boolean()
          .openapi({ description: "Whether the second reading stumbled over it" }),
        passes: z.boolean().openapi({ description: "Whether approveAll takes it" }),
        approved: z.boolean().openapi({ description: "Whether the draft has it already" }),
        difference,
      }),
    ),
  })
  .openapi("OfferedSentence");

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
    jobId: z.string().optional().openapi({ description: "Of the job that asks the model" }),
    sentences: z.array(offered).openapi({
      description:
        "What a model proposed for the sentences; nothing of it is used before it is approved",
    }),
  })
  .openapi("Suggestions");

const suggest = define({
  method: "post",
  path: "/v1/contents/{id}/suggestions",
  scope: "read",
  isHeavy: true,
  tag: "Wordings",
  summary:
    "Other words for the drafts, the lexicon's or, with propose, a model's; what is asked of it beyond looking needs the scope write too",
  request: { params: z.object({ id: contentId }), ...optionalJson(settled) },
  answer: suggestions,
  also: { accepted: "The job that asks the model is queued" },
});

export function addSuggestionRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, suggest, async (c) => {
    const caller = c.get("caller");
    const { id } = c.req.valid("param");
    const { propose, revision, ...wishes } = c.req.valid("json") ?? {};
    if (propose) return await proposeSentences(caller, id, propose);
    const isLook = Object.values(wishes).every((part) => part === undefined);
    if (!isLook) return await settleSuggestions(caller, id, { ...wishes, revision });
    return { outcome: "done", answer: await suggestWordings(caller, id) };
  });
}
