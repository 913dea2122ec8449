/** What senders did with what they may share: had it open, copied it, were read. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { getContentSenders } from "../../usecases/reports/content-senders.ts";
import { getSenderActivity } from "../../usecases/reports/sender-activity.ts";
import type { ManagementEnv } from "../services.ts";
import { eitherWay } from "./csv.ts";
import { define, show, z } from "./define.ts";
import { contentId, senderId } from "./fields.ts";
import { reads } from "./figure-fields.ts";
import { activityCsv } from "./report-csv.ts";

const kitOpens = z.int().openapi({
  description:
    "How often they had it open in their kit; looks less than half an hour apart are one. A fetch of the address is none",
});

const thorough = z.object({
  hits: z.int(),
  trials: z.int(),
  mean: z.number(),
  low: z.number(),
  high: z.number(),
  against: z.enum(["above", "below", "alike"]).openapi({
    description: "Said where the interval lies wholly above or below what is usual",
  }),
});

const activity = z
  .object({
    senderId: z.string(),
    name: z.string(),
    team: z.string().nullable(),
    openedAt: z.string().nullable().openapi({
      description: "When they had it open in their kit first; known since kits tell of it",
    }),
    opens: kitOpens,
    copiedAt: z.string().nullable().openapi({ description: "When they copied their caption last" }),
    edited: z.boolean().nullable().openapi({ description: "Whether they changed it before" }),
    shared: z.boolean().openapi({ description: "Somebody read it through them" }),
    reads,
    thorough: thorough.nullable().openapi({
      description:
        "Of their viewers who read thoroughly: 60 % of the text, or half of its time; pulled towards what is usual, so that a small audience is neither crowned nor shamed",
    }),
  })
  .openapi("SenderActivity");

const tag = "Reads";

const readActivity = define({
  method: "get",
  path: "/v1/contents/{id}/activity",
  scope: "read",
  tag,
  isHeavy: true,
  summary: "What each sender did with a content, those first who have not shared it yet",
  request: { params: z.object({ id: contentId }) },
  answer: z.object({
    contentId: z.string(),
    senders: z.int(),
    opened: z.int().openapi({ description: "Senders who had it open in their kit, or copied it" }),
    copied: z.int(),
    shared: z.int(),
    teams: z.array(z.object({ team: z.string().nullable(), thorough })).openapi({
      description:
        "How thoroughly each team's viewers read it, the best first; compared as senders are",
    }),
    items: z.array(activity),
  }),
  types: { "text/csv": z.string() },
});

const readOwnActivity = define({
  method: "get",
  path: "/v1/senders/{id}/activity",
  scope: "read",
  tag,
  isHeavy: true,
  summary:
    "What a sender did with each content, the newest 200, those first that they have not shared yet",
  request: { params: z.object({ id: senderId }) },
  answer: z
    .object({
      senderId: z.string(),
      name: z.string(),
      team: z.string().nullable(),
      contents: z.int().openapi({ description: "Published contents that they could share" }),
      opened: z.int(),
      copied: z.int(),
      shared: z.int(),
      items: z.array(
        activity
          .omit({ senderId: true, name: true, team: true, thorough: true })
          .extend({ contentId: z.string(), title: z.string() }),
      ),
    })
    .openapi("OwnActivity"),
  types: { "text/csv": z.string() },
});

export function addActivityRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, readActivity, async (c) => {
    const answer = await getContentSenders(c.get("caller"), c.req.valid("param").id);
    return eitherWay(c, answer, () => activityCsv(answer.items));
  });
  show(api, readOwnActivity, async (c) => {
    const answer = await getSenderActivity(c.get("caller"), c.req.valid("param").id);
    return eitherWay(c, answer, () => activityCsv(answer.items));
  });
}
