/** A tag rule as a caller writes it; what it may say is judged by src/insight/tags/faults.ts. */
import { z } from "@hono/zod-openapi";
import { MAX_CONDITIONS, RULE_BOUNDS } from "../../domain/tag-rule.ts";
import type { Rule } from "../../insight/tags/rule.ts";
import { line } from "./fields.ts";

type Bound = keyof typeof RULE_BOUNDS;
const numberOf = (what: Bound) => z.number().min(RULE_BOUNDS[what].min).max(RULE_BOUNDS[what].max);
const countOf = (what: Bound) => numberOf(what).int();

const topicOrContent = z.union([
  z.strictObject({ topic: z.string().min(1).max(120) }),
  z.strictObject({ contentId: z.string().min(2).max(40) }),
]);
const on = topicOrContent.optional().openapi({
  description:
    'What it looks at: one topic, "*" for every topic by itself, or one content; absent: anything',
});
const withinDays = numberOf("days").optional().openapi({
  description: "Only what happened in so many days before the visit that is judged",
});

const condition = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("engaged"),
      atLeastMs: numberOf("engagedMs"),
      sum: z.boolean().optional(),
      on,
      withinDays,
    }),
    z.strictObject({ kind: z.literal("completion"), atLeast: numberOf("share"), on, withinDays }),
    z.strictObject({
      kind: z.literal("section"),
      contentId: z.string().min(2).max(40),
      sectionId: z.string().min(1).max(40),
      atLeastMs: numberOf("engagedMs"),
      times: countOf("times").optional(),
      withinDays,
    }),
    z.strictObject({ kind: z.literal("times"), atLeast: countOf("times"), on, withinDays }),
    z.strictObject({ kind: z.literal("recency"), withinDays: numberOf("days"), on }),
    z.strictObject({ kind: z.literal("return"), afterDays: numberOf("days"), on }),
    z.strictObject({ kind: z.literal("reshare"), readers: countOf("readers"), on, withinDays }),
  ])
  .openapi("TagCondition", {
    description:
      "engaged: one visit of so much engaged time, or with sum all together; completion: a visit that read this share, 0..1; section: one part, so long, so often; times: so many reads; recency: filters others, earns nothing; return: came back after so many days; reshare: so many people opened it through this reader",
  });

const fields = {
  when: z.union([
    z.strictObject({ all: z.array(condition).max(MAX_CONDITIONS).readonly() }),
    z.strictObject({ any: z.array(condition).max(MAX_CONDITIONS).readonly() }),
  ]),
  tag: line(120).min(1).openapi({ description: 'With "{topic}" one for each topic' }),
  points: numberOf("points").openapi({ description: "What one match is worth" }),
  perDay: numberOf("perDay").optional().openapi({
    description: "The most it gives one person for one tag in one day of the workspace",
  }),
  group: z.string().max(60).optional().openapi({
    description: "Rules of one group share a minimum and a maximum; by default the tag's own",
  }),
  groupMin: numberOf("group").optional(),
  groupMax: numberOf("group").optional(),
  halfLifeDays: numberOf("days").nullable().openapi({
    description: "Days after which points are worth half; null keeps them",
  }),
  cooldownDays: numberOf("cooldownDays").openapi({
    description: "Days after a match in which it gives the same person the same tag nothing",
  }),
  notify: z.boolean().optional().openapi({
    description:
      "Tell the sender as soon as the visit that matched is over: in their kit and in GET /v1/alerts",
  }),
  use: z.string().trim().max(300).openapi({
    description: "What somebody does because of the tag; a rule that names no use is refused",
  }),
  sensitive: z.boolean().optional().openapi({
    description: "The author knows that it speaks of a sensitive trait and answers for that",
  }),
};

export const rule = z.strictObject(fields).openapi("TagRuleDraft", {
  example: {
    when: { all: [{ kind: "engaged", atLeastMs: 60_000, on: { topic: "养老" } }] },
    tag: "想了解养老",
    points: 20,
    perDay: 40,
    halfLifeDays: 30,
    cooldownDays: 1,
    use: "Call and offer the brochure",
  },
});
export const ruleChange = z
  .strictObject(fields)
  .partial()
  .openapi("TagRuleChange", { example: { points: 25, perDay: 50 } });

type Loose<T> = T extends object ? { [K in keyof T]: Loose<T[K]> | undefined } : T;

/** A rule as the core takes it: a field that was not given is none. */
export function ruleOf(input: Loose<Rule>): Rule {
  return JSON.parse(JSON.stringify(input)) as Rule;
}

/** The same of some fields. */
export function changeOf(input: Loose<Partial<Rule>>): Partial<Rule> {
  return JSON.parse(JSON.stringify(input)) as Partial<Rule>;
}
