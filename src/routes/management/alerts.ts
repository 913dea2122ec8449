import type { OpenAPIHono } from "@hono/zod-openapi";
import { readAlerts } from "../../usecases/alerts/list-alerts.ts";
import { readTime } from "../../usecases/time.ts";
import type { ManagementEnv } from "../services.ts";
import { define, show, z } from "./define.ts";
import { page, pageQuery, senderId, timeOrDate } from "./fields.ts";
import { engagedMs } from "./figure-fields.ts";
import { contactOrNull, words } from "./words-fields.ts";

const alert = z
  .object({
    id: z.string(),
    toldAt: z
      .string()
      .openapi({ description: "When the sender was told: once the visit was over" }),
    sender: z.object({ id: z.string(), name: z.string() }),
    viewerId: z.string(),
    contact: contactOrNull,
    tag: z.string(),
    name: words.openapi({ description: "What the tag is called" }),
    ruleId: z.string().openapi({ description: "Why it was told: the rule, see GET /v1/tag-rules" }),
    points: z.number().openapi({ description: "What the visit earned by the rule, as it is now" }),
    visit: z.object({
      id: z.string(),
      contentId: z.string().nullable(),
      title: z.string().nullable(),
      startedAt: z.string(),
      engagedMs,
    }),
    sentence: words.openapi({ description: "What the rule found, with its figure as it is now" }),
  })
  .openapi("Alert");

const list = define({
  method: "get",
  path: "/v1/alerts",
  scope: "read",
  tag: "Tags",
  summary:
    "What senders were told at once by rules with notify, the newest first: of visits that are over, with the figure as it is now; a page may be shorter than asked for",
  request: {
    query: pageQuery.extend({ senderId: senderId.optional(), since: timeOrDate.optional() }),
  },
  answer: page(alert),
});

export function addAlertRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, list, (c) => {
    const caller = c.get("caller");
    const { since, ...query } = c.req.valid("query");
    const from = readTime("since", since, caller.workspace.timezone);
    return readAlerts(caller, { ...query, since: from });
  });
}
