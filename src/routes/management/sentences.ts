/** A content's drafts sentence by sentence, and whole mixes of their options. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { offerSources, offerStages } from "../../domain/vocabulary.ts";
import {
  listMixes,
  maxMixes,
  maxReported,
  reportMixes,
  usualMixes,
} from "../../usecases/contents/list-mixes.ts";
import { listSentences } from "../../usecases/contents/list-sentences.ts";
import { writeSentence } from "../../usecases/contents/write-sentence.ts";
import type { ManagementEnv } from "../services.ts";
import { define, serve, show, z } from "./define.ts";
import { contentId, json } from "./fields.ts";

const finding = z.object({
  kind: z.string(),
  word: z
    .string()
    .openapi({ description: "As the option says it, or the original where it lacks it" }),
  instead: z.string().optional().openapi({ description: "What the original says in its place" }),
});
/** What gates say of an option. */
export const verdict = {
  failed: z.array(finding).readonly().openapi({ description: "Why it cannot be approved" }),
  doubts: z.array(finding).readonly().openapi({ description: "What needs a tick of its own" }),
};
/** An option beside its sentence. */
export const difference = z
  .array(z.object({ kind: z.enum(["same", "gone", "new"]), text: z.string() }))
  .openapi({ description: "Word by word against the sentence" });
const pair = z.tuple([z.string().max(5000), z.string().max(5000)]);
const revision = z.string().openapi({ description: "Another one whenever a draft changes" });
const readAt = z.string().max(40).optional().openapi({
  description: "The revision that this was decided on: 409 where the drafts have changed since",
});

const sentence = z.object({
  id: z
    .string()
    .openapi({ description: "Made of what it says at first: outlives edits elsewhere" }),
  text: z.string(),
  offset: z.int().openapi({ description: "In the draft as written, in UTF-16 units" }),
  length: z.int(),
  lock: z.enum(["condition", "facts"]).nullable().openapi({
    description: "Why nobody is asked to say it otherwise",
  }),
  options: z
    .array(z.object({ text: z.string(), ...verdict }))
    .readonly()
    .openapi({ description: "What it may say instead" }),
  hasSlots: z.boolean().openapi({ description: "Its words hold slots of their own" }),
  clashes: z
    .array(z.object({ option: z.string(), next: z.string(), kind: z.string(), word: z.string() }))
    .readonly()
    .openapi({ description: "Options that never stand beside those of the next sentence" }),
  offered: z
    .array(
      z.object({
        text: z.string(),
        from: z.enum(offerSources),
        senders: z.int().optional().openapi({ description: "How many wrote it" }),
        by: z.enum(["proposal", "reading"]).optional().openapi({
          description: "Of a model's: proposed, or written in by the second reading",
        }),
        ...verdict,
        noticed: z
          .boolean()
          .openapi({ description: "Whether the second reading stumbled over it" }),
        passes: z.boolean().openapi({ description: "Whether approveAll of suggestions takes it" }),
        difference,
      }),
    )
    .openapi({ description: "What waits for a person" }),
  vetoed: z.array(z.string()),
  asked: z
    .object({
      stage: z.enum(offerStages),
      error: z.object({ code: z.string(), detail: z.string() }).optional(),
    })
    .nullable()
    .openapi({ description: "What came of asking a model for options of it" }),
});

const sentences = z
  .object({
    revision,
    apart: z.array(pair.readonly()),
    drafts: z.array(z.object({ draft: z.int(), sentences: z.array(sentence) })),
  })
  .openapi("Sentences");

const texts = z.array(z.string().min(1).max(5000)).max(32);

export const sentenceChange = z
  .object({
    write: texts.optional().openapi({ description: "Options of your own" }),
    approve: texts.optional().openapi({ description: "Options that wait, to be used" }),
    confirm: z.boolean().optional().openapi({
      description: "Approves also what may say something else, having read it",
    }),
    remove: texts.optional().openapi({ description: "Options to take out of the draft" }),
    veto: texts.optional().openapi({ description: "Options neither to be used nor offered again" }),
    allow: texts.optional().openapi({ description: "Vetoes to take back" }),
    revision: readAt,
  })
  .openapi("SentenceChange", {
    example: { write: ["Tonight at eight we talk about it."] },
  });

const mixes = z
  .object({
    revision,
    apart: z.array(pair.readonly()),
    mixes: z.array(
      z.object({
        draft: z.int(),
        text: z.string(),
        sentences: z
          .array(
            z.object({
              sentenceId: z.string(),
              text: z.string(),
              wording: z.string().openapi({
                description: "The option as its author wrote it: what a pair is named by",
              }),
              option: z.int(),
            }),
          )
          .readonly(),
        j2: z.number().openapi({ description: "How near it stands to what was written first" }),
        edit: z.number(),
        shownFor: z.enum(["far", "odd"]),
        borders: z
          .array(z.object({ first: z.int(), word: z.string() }))
          .readonly()
          .openapi({ description: "Where two sentences may read odd, by the first one's place" }),
      }),
    ),
  })
  .openapi("Mixes");

export const mixesReported = z
  .object({
    apart: z.array(pair).max(maxReported).optional().openapi({
      description: "Pairs of wordings that read odd together: each stays in use beside others",
    }),
    together: z.array(pair).max(50).optional().openapi({ description: "Pairs to take back" }),
    revision: readAt,
  })
  .openapi("MixesReported", {
    example: { apart: [["Can't sleep?", "Shall we talk at eight?"]] },
  });

const tag = "Wordings";
const byId = z.object({ id: contentId });

const list = define({
  method: "get",
  path: "/v1/contents/{id}/sentences",
  scope: "read",
  isHeavy: true,
  tag,
  summary: "The drafts as sentences, with the options of each, their locks and what gates say",
  request: { params: byId },
  answer: sentences,
});

const change = define({
  method: "put",
  path: "/v1/contents/{id}/sentences/{sentenceId}",
  scope: "write",
  tag,
  summary: "Give, approve or veto options of one sentence",
  request: {
    params: byId.extend({ sentenceId: z.string().min(1).max(40) }),
    ...json(sentenceChange),
  },
  answer: sentences,
});

const mix = define({
  method: "get",
  path: "/v1/contents/{id}/mixes",
  scope: "read",
  isHeavy: true,
  tag,
  summary: "Whole wordings to read before approving: the oddest and the farthest, by turns",
  request: {
    params: byId,
    query: z.object({
      count: z.coerce
        .number()
        .int()
        .min(1)
        .max(maxMixes)
        .optional()
        .openapi({ description: `${usualMixes} by default` }),
    }),
  },
  answer: mixes,
});

const report = define({
  method: "post",
  path: "/v1/contents/{id}/mixes",
  scope: "write",
  isHeavy: true,
  tag,
  summary: "Part two wordings that read odd together, and see new mixes",
  request: { params: byId, ...json(mixesReported) },
  answer: mixes,
});

export function addSentenceRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, list, (c) => listSentences(c.get("caller"), c.req.valid("param").id));
  serve(api, change, (c) => {
    const { id, sentenceId } = c.req.valid("param");
    return writeSentence(c.get("caller"), id, sentenceId, c.req.valid("json"));
  });
  show(api, mix, (c) =>
    listMixes(c.get("caller"), c.req.valid("param").id, c.req.valid("query").count),
  );
  serve(api, report, (c) =>
    reportMixes(c.get("caller"), c.req.valid("param").id, c.req.valid("json")),
  );
}
