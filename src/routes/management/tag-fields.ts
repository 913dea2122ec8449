/** A viewer's tag with all that explains it, wherever it is told. */
import { z } from "./define.ts";
import { words } from "./words-fields.ts";

const part = z.object({
  ruleId: z.string().openapi({ description: "`built-in:…`, or one of GET /v1/tag-rules" }),
  version: z.int().openapi({ description: "Of the rule, as it was in force at that moment" }),
  visitId: z.string().nullable().openapi({
    description:
      "The visit that earned it: /v1/visits/{id}/explanation opens it; null where others opened a page through them",
  }),
  points: z.number().openapi({ description: "As earned, after the cap of that day" }),
  worth: z.number().openapi({ description: "What is left of the points" }),
  at: z.string().openapi({ description: "When the visit began" }),
  why: words.openapi({ description: "What the rule found" }),
});

export const viewerTag = z
  .object({
    tag: z.string(),
    name: words.openapi({ description: "What the tag is called" }),
    score: z.number().openapi({ description: "What is left of all points, within limits" }),
    limited: z.number().openapi({ description: "What groups' minimum and maximum changed" }),
    sentence: words.openapi({ description: "The score with the strongest findings behind it" }),
    parts: z
      .array(part)
      .openapi({ description: "Largest first; together the score, but for limited" }),
  })
  .openapi("ViewerTag");

const dayScore = z.number().openapi({ description: "0 before anything earned it" });

/** One tag of a viewer by days, with all that changed it. */
export const tagHistory = z
  .object({
    viewerId: z.string(),
    tag: z.string(),
    name: words.openapi({ description: "What the tag is called" }),
    days: z
      .array(z.object({ date: z.string(), at: z.string(), score: dayScore }))
      .openapi({ description: "The score at the end of each day, by what was known then" }),
    entries: z.array(
      z.object({
        ruleId: z.string().openapi({ description: "`built-in:…`, or one of GET /v1/tag-rules" }),
        version: z.int().openapi({ description: "Of the rule" }),
        points: z.number().openapi({ description: "0 where they were taken back" }),
        at: z.string().openapi({ description: "When what earned them began" }),
        recordedAt: z.string().openapi({ description: "Since when they are known" }),
        isCorrection: z
          .boolean()
          .openapi({ description: "It replaces an earlier entry of the same visit" }),
        why: words.openapi({
          description: "What earned the points, as it was known then, or why they were taken back",
        }),
      }),
    ),
  })
  .openapi("TagHistory");
