/** A viewer's tag with all that explains it, wherever it is told. */
import { z } from "./define.ts";
import { words } from "./words-fields.ts";

const part = z.object({
  ruleId: z.string().openapi({ description: "`built-in:…`, or one of GET /v1/tag-rules" }),
  version: z.int(),
  visitId: z.string().nullable().openapi({
    description:
      "The visit that earned it: /v1/visits/{id}/explanation opens it; null where others opened a page through them",
  }),
  points: z.number().openapi({ description: "As earned, after the cap of that day" }),
  worth: z.number().openapi({ description: "What is left of the points" }),
  at: z.string().openapi({ description: "When the visit began" }),
  why: words,
});

export const viewerTag = z
  .object({
    tag: z.string(),
    name: words,
    score: z.number(),
    limited: z.number().openapi({ description: "What groups' minimum and maximum changed" }),
    sentence: words,
    parts: z
      .array(part)
      .openapi({ description: "Largest first; together the score, but for limited" }),
  })
  .openapi("ViewerTag");
