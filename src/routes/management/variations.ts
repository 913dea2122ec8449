/** Variation for other apps: nothing of it is stored. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { maxCaptionCharacters } from "../../usecases/contents/check-drafts.ts";
import { varyCaption } from "../../usecases/variations/vary-caption.ts";
import type { ManagementEnv } from "../services.ts";
import { drafts } from "./content-fields.ts";
import { define, show, z } from "./define.ts";
import { json, vetoes } from "./fields.ts";
import { capacity } from "./publishing.ts";
import { words } from "./workspace.ts";

const input = z
  .object({
    drafts: drafts.optional().openapi({
      description: `Complete wordings, with {a|b} slots; at most ${maxCaptionCharacters} characters together`,
    }),
    segments: z
      .array(z.array(z.string().max(5000)).min(1).max(32))
      .min(1)
      .max(200)
      .optional()
      .openapi({
        description:
          "In place of drafts: one wording in segments, each with its options, the original first, spaces and line ends included; nothing in them is markup",
      }),
    protect: words.optional().openapi({
      description: "Words that must survive as they are, beside the workspace's brands",
    }),
    count: z.int().min(1).max(200).openapi({ description: "How many variants" }),
    teams: z
      .int()
      .min(1)
      .max(200)
      .optional()
      .openapi({ description: "Among how many teams they are spread; 1 by default" }),
    lexicon: z
      .union([z.boolean(), z.object({ vetoes })])
      .optional()
      .openapi({
        description: "Whether Starling's own phrases vary the text too; true by default",
      }),
    seed: z.string().max(100).optional().openapi({ description: "The same seed, the same answer" }),
  })
  .refine(({ drafts: whole, segments }) => (whole === undefined) !== (segments === undefined), {
    path: ["drafts"],
    message: "Give drafts or segments, one of them.",
  })
  .openapi("TextToVary", {
    example: {
      drafts: ["{Worth|Well worth} a read tonight: three small steps {for|with} a five-year-old."],
      count: 3,
    },
  });

const varied = z
  .object({
    variants: z
      .array(
        z.object({
          text: z.string(),
          draft: z.int(),
          slots: z.array(z.object({ slotId: z.string(), option: z.int() })).readonly(),
          team: z.int().openapi({ description: "Which of the teams it is for, from 0" }),
        }),
      )
      .readonly(),
    report: capacity.extend({
      reason: z.string().optional().openapi({
        description: "Why there are fewer variants, or closer ones, than the floors ask for",
      }),
    }),
  })
  .openapi("VariedText");

const varyText = define({
  method: "post",
  path: "/v1/variations/text",
  scope: "read",
  tag: "Variations",
  summary: "Vary a text without storing anything",
  request: json(input),
  answer: varied,
});

export function addVariationRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, varyText, (c) => varyCaption(c.get("caller"), c.req.valid("json")));
}
