import type { OpenAPIHono } from "@hono/zod-openapi";
import { quarterHour } from "../../domain/units.ts";
import { apps, certainties, confidences, shownRungs } from "../../domain/vocabulary.ts";
import { causes } from "../../tracking/explanation.ts";
import { readPeriod, readTime } from "../../usecases/time.ts";
import { explainVisit } from "../../usecases/visits/explain-visit.ts";
import { listVisits } from "../../usecases/visits/list-visits.ts";
import { sumUnnamedReads } from "../../usecases/visits/sum-unnamed-reads.ts";
import type { ManagementEnv } from "../services.ts";
import { prefersCsv } from "./csv.ts";
import { define, show, z } from "./define.ts";
import {
  contactId,
  contentId,
  linkCode,
  page,
  pageQuery,
  senderId,
  timeOrDate,
  viewerId,
  visitId,
} from "./fields.ts";
import { completion, engagedMs, reads, scroll, timeOfSum } from "./figure-fields.ts";
import { visitsCsv } from "./visits-csv.ts";

export const visit = z
  .object({
    id: z.string(),
    contentId: z.string().nullable().openapi({ description: "Null for an outside page" }),
    url: z.string().nullable().openapi({
      description: "The outside page that was read; null for a content",
    }),
    version: z.int(),
    senderId: z.string(),
    channel: z.string(),
    rung: z.enum(shownRungs).openapi({
      description: "Readers who agreed alone are listed: named where their contact is known",
    }),
    link: z.string(),
    viewerId: z.string(),
    contact: z
      .object({ id: z.string(), name: z.string(), certainty: z.enum(certainties).nullable() })
      .nullable(),
    startedAt: z.string(),
    engagedMs,
    atLeastMs: z.int().openapi({
      description: "The true time is at least this: where nobody knows when the reader went, less",
    }),
    atMostMs: z.int().nullable().openapi({
      description: "The true time is at most this; null while nobody can say",
    }),
    scroll,
    completion,
    sections: z.array(z.object({ id: z.string(), heading: z.string(), ms: z.int() })).openapi({
      description:
        "Time by part, in the order of the text; headings are the read version's, of an outside page those that PUT /v1/links/{code}/sections gave, or empty",
    }),
    parent: z.string().nullable(),
    app: z.string(),
    device: z.string(),
    bot: z.boolean(),
    own: z.boolean(),
    confidence: z.enum(confidences).openapi({
      description:
        "complete: nothing is owed; truncated: the page went without a word; idle: nothing was done for longer than is believed, see atLeastMs and atMostMs; estimated: cut to what can be true; doubtful: part of a burst, or not heard twice over time that the server saw pass, and so in no figure",
    }),
    closed: z.boolean(),
    revision: z.int(),
  })
  .openapi("Visit");

const explanation = z
  .object({
    id: z.string(),
    engagedMs: z.int(),
    atLeastMs: z.int(),
    atMostMs: z.int().nullable(),
    confidence: z.enum(confidences),
    sentences: z
      .array(z.object({ about: z.enum(causes), zh: z.string(), en: z.string() }))
      .openapi({ description: "Beats, idle cuts, hidden times, clamps, and what follows" }),
  })
  .openapi("VisitExplanation");

const unnamedReads = z
  .object({
    contentId: z.string().nullable(),
    senderId: z.string(),
    channel: z.string(),
    date: z.string().openapi({ description: "A day of the workspace's timezone" }),
    reads,
    engagedMs: timeOfSum,
  })
  .openapi("UnnamedReads");

const list = define({
  method: "get",
  path: "/v1/visits",
  scope: "read",
  tag: "Reads",
  summary:
    "List the visits of readers who agreed to be remembered, the newest first; since and until are cut to the quarter-hour; as CSV with Accept: text/csv, the next page's cursor in X-Next-Cursor",
  request: {
    query: pageQuery.extend({
      contentId: contentId.optional(),
      senderId: senderId.optional(),
      viewerId: viewerId.optional(),
      contactId: contactId.optional(),
      code: linkCode.optional(),
      channel: z.string().max(70).optional(),
      app: z.enum(apps).optional(),
      rung: z.enum(["anonymous", "named"]).optional(),
      minEngagedMs: z.coerce.number().int().min(0).max(86_400_000).optional(),
      since: timeOrDate.optional(),
      until: timeOrDate.optional(),
      updatedSince: timeOrDate.optional().openapi({
        description:
          "Visits that were told of, answered or over since then, to follow what changes",
      }),
    }),
  },
  answer: page(visit),
  types: { "text/csv": z.string() },
});

const sumUnnamed = define({
  method: "get",
  path: "/v1/visits/unnamed",
  scope: "read",
  tag: "Reads",
  isHeavy: true,
  summary:
    "Reads by people who did not agree to be remembered: sums by content, sender, channel and whole day, never rows; of 31 days unless since says otherwise, of 93 at most",
  request: {
    query: z.object({
      contentId: contentId.optional(),
      senderId: senderId.optional(),
      channel: z.string().max(70).optional(),
      since: timeOrDate.optional(),
      until: timeOrDate.optional(),
    }),
  },
  answer: z.object({ items: z.array(unnamedReads) }),
});

const explain = define({
  method: "get",
  path: "/v1/visits/{id}/explanation",
  scope: "read",
  tag: "Reads",
  summary:
    "How a visit's seconds came about, in plain sentences; of readers who agreed to be remembered",
  request: {
    params: z.object({ id: visitId }),
    query: z.object({
      startedAt: timeOrDate.optional().openapi({
        description: "As the list of visits says it: finds the visit at once",
      }),
    }),
  },
  answer: explanation,
});

export function addVisitRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, list, async (c) => {
    const { since, until, updatedSince, rung, ...rest } = c.req.valid("query");
    const caller = c.get("caller");
    const period = readPeriod({ since, until }, caller.workspace.timezone);
    const query = {
      ...rest,
      isNamed: rung === undefined ? undefined : rung === "named",
      updatedSince: readTime("updatedSince", updatedSince, caller.workspace.timezone),
      since: period.since === undefined ? undefined : quarterHour(period.since),
      until: period.until,
    };
    const found = await listVisits(caller, query);
    if (!prefersCsv(c.req.header("Accept"))) return found;
    const headers = {
      "Content-Type": "text/csv; charset=utf-8",
      "X-Next-Cursor": found.nextCursor ?? "",
    };
    return new Response(visitsCsv(found.items), { headers });
  });
  show(api, sumUnnamed, (c) => {
    const { since, until, ...rest } = c.req.valid("query");
    const caller = c.get("caller");
    const { timezone } = caller.workspace;
    return sumUnnamedReads(caller, {
      ...rest,
      ...readPeriod({ since, until }, timezone),
    });
  });
  show(api, explain, (c) => {
    const caller = c.get("caller");
    const { startedAt } = c.req.valid("query");
    const at = readTime("startedAt", startedAt, caller.workspace.timezone);
    return explainVisit(caller, c.req.valid("param").id, at);
  });
}
