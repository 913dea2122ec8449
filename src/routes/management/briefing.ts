import type { OpenAPIHono } from "@hono/zod-openapi";
import {
  briefingOutcomes,
  briefingStates,
  leftOutReasons,
  purposes,
} from "../../domain/vocabulary.ts";
import { getBriefing } from "../../usecases/briefing/get-briefing.ts";
import { makeBriefingNow } from "../../usecases/briefing/make-briefings.ts";
import { settleBriefingItem } from "../../usecases/briefing/settle-item.ts";
import { listRelationships } from "../../usecases/relationships/list-relationships.ts";
import type { ManagementEnv } from "../services.ts";
import { define, serve, show, z } from "./define.ts";
import { briefingItemId, json, senderId } from "./fields.ts";
import { tie } from "./relationship-fields.ts";
import { contactOrNull, words } from "./words-fields.ts";

const reasonKinds = ["long-read", "section-again", "came-back", "passed-on", "rising"] as const;

const rate = z.object({
  hits: z.int().openapi({ description: "Lines that led to something" }),
  trials: z.int().openapi({ description: "All lines that were counted" }),
  mean: z.number().openapi({ description: "Likely share, shrunken towards one in five" }),
  low: z.number().openapi({ description: "No less, nine times in ten" }),
  high: z.number().openapi({ description: "No more, nine times in ten" }),
});

const item = z
  .object({
    id: z.string().nullable().openapi({ description: "Null while the day's list is not made" }),
    viewerId: z.string(),
    contact: contactOrNull,
    why: z.array(
      z.object({
        kind: z.enum(reasonKinds).openapi({
          description:
            "long-read: three minutes or more in one read of the last three days; section-again: a part read for 10 s or more at least twice in 14 days; came-back: after 14 days or more; passed-on: others came through them in the last seven days; rising: their tie is stronger than a fortnight ago",
        }),
        at: z.string().openapi({ description: "Of the newest finding" }),
        contentId: z.string().nullable().openapi({ description: "Null for an outside page" }),
        title: z.string().nullable().openapi({
          description: "Of the content, or an outside page's address; null for what is gone",
        }),
        visitIds: z.array(z.string()).openapi({
          description: "What the finding rests on: /v1/visits/{id}/explanation opens each",
        }),
        sentence: words,
      }),
    ),
    topic: z.string().nullable().openapi({
      description: "What they read longest about in 14 days; null where no content says a topic",
    }),
    purpose: z
      .enum(purposes)
      .openapi({ description: "Of the newest reason's content; inform where that says none" }),
    opener: words.nullable().openapi({ description: "A template filled with evidence alone" }),
    lastSeenAt: z.string().openapi({ description: "When the newest of the reasons was found" }),
    score: z.number().openapi({
      description:
        "Chance that a talk leads to something, by the record of its reasons, fading by days",
    }),
    isRisingMiddle: z.boolean().openapi({
      description: "In the middle third of ties and rising: the most winnable",
    }),
    state: z.enum(briefingStates),
    outcome: z.enum(briefingOutcomes).nullable(),
    snoozedUntil: z.string().nullable(),
  })
  .openapi("BriefingItem");

const briefing = z
  .object({
    senderId: z.string(),
    date: z.string(),
    madeAt: z.string().nullable().openapi({
      description: "When the list was made; null of a look at what it would be now",
    }),
    items: z.array(item).openapi({ description: "At most ten, the most promising first" }),
    hidden: z.array(
      z.object({
        viewerId: z.string(),
        contact: contactOrNull,
        reason: z.enum(leftOutReasons),
        sentence: words.openapi({ description: "Why they are not on the list" }),
      }),
    ),
    precision: z
      .array(
        z.object({
          kind: z.enum(reasonKinds),
          rate: rate.openapi({ description: "Of lines shown: led to something within seven days" }),
          baseline: rate.nullable().openapi({
            description:
              "The same of people left out by a full list; null while there are fewer than ten",
          }),
          isHidden: z.boolean().openapi({
            description:
              "Does no better than the baseline after thirty lines: puts nobody on a list",
          }),
          sentence: words.openapi({ description: "The reason's record" }),
        }),
      )
      .openapi({ description: "How right each reason of the list has been in this workspace" }),
    postingWindows: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        at: z.string().openapi({
          description: "The sender's own minute in the window, apart from their team's",
        }),
        share: z.number().openapi({ description: "Of the sender's reads, as far as is known" }),
        basis: z.enum(["usual", "mixed", "own"]).openapi({
          description: "What the window is made of: usual hours, their own readers' hours, or both",
        }),
      }),
    ),
    text: words.openapi({ description: "The list as text that a bot can paste" }),
  })
  .openapi("Briefing");

const relationship = z
  .object({
    viewerId: z.string(),
    contact: contactOrNull,
    senderId: z.string().openapi({ description: "Through whom they read last" }),
  })
  .extend(tie.shape)
  .openapi("Relationship");

const tag = "Briefing";
const ofSender = { params: z.object({ id: senderId }) };

const read = define({
  method: "get",
  path: "/v1/senders/{id}/briefing",
  scope: "read",
  tag,
  isHeavy: true,
  summary: "Whom a sender turns to today, why, and how to open; with a date an earlier day's list",
  request: {
    ...ofSender,
    query: z.object({
      date: z
        .string()
        .regex(/^\d{4}-\d\d-\d\d$/, "Use a date such as 2026-11-26.")
        .optional()
        .openapi({ example: "2026-11-26", description: "A day of the workspace's timezone" }),
    }),
  },
  answer: briefing,
});

const make = define({
  method: "post",
  path: "/v1/senders/{id}/briefing",
  scope: "write",
  tag,
  isHeavy: true,
  summary: "Make a sender's list for today now, where the morning has not made it",
  request: ofSender,
  answer: z.object({ senderId: z.string(), date: z.string() }),
});

const settle = define({
  method: "post",
  path: "/v1/senders/{id}/briefing/{itemId}",
  scope: "write",
  tag,
  summary: "Say what became of a line: done, with what it came to, or put off",
  request: {
    params: z.object({ id: senderId, itemId: briefingItemId }),
    ...json(
      z
        .object({
          state: z.enum(["done", "snoozed"]),
          outcome: z.enum(briefingOutcomes).optional().openapi({
            description: "talk, meeting and deal mark the line's reasons right, the others wrong",
          }),
          snoozeDays: z.int().min(1).max(90).optional(),
        })
        .openapi("BriefingSettlement", { example: { state: "done", outcome: "talk" } }),
    ),
  },
  answer: z.object({
    id: z.string(),
    state: z.enum(briefingStates),
    outcome: z.enum(briefingOutcomes).nullable(),
    snoozedUntil: z.string().nullable(),
  }),
});

const ties = define({
  method: "get",
  path: "/v1/relationships",
  scope: "read",
  tag,
  isHeavy: true,
  summary: "How strong the ties to viewers are, those of the middle whose interest rises first",
  request: {
    query: z.object({
      senderId: senderId.optional(),
      level: z.enum(["strong", "middle", "weak"]).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  answer: z.object({
    total: z.int(),
    isComplete: z.boolean().openapi({
      description: "False where more viewers read something lately than one call looks at",
    }),
    items: z.array(relationship),
  }),
});

export function addBriefingRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, read, (c) =>
    getBriefing(c.get("caller"), c.req.valid("param").id, c.req.valid("query").date),
  );
  serve(api, make, (c) => makeBriefingNow(c.get("caller"), c.req.valid("param").id));
  serve(api, settle, (c) => {
    const { id, itemId } = c.req.valid("param");
    return settleBriefingItem(c.get("caller"), id, itemId, c.req.valid("json"));
  });
  show(api, ties, (c) => listRelationships(c.get("caller"), c.req.valid("query")));
}
