import type { OpenAPIHono } from "@hono/zod-openapi";
import { quarterHour } from "../../domain/units.ts";
import {
  getLinkReport,
  getSenderReport,
  getWorkspaceReport,
} from "../../usecases/reports/wide-reports.ts";
import { askRebuild } from "../../usecases/rollups/ask-rebuild.ts";
import { readPeriod } from "../../usecases/time.ts";
import { getContentReport } from "../../usecases/visits/content-report.ts";
import type { ManagementEnv } from "../services.ts";
import { eitherWay, tableLanguage } from "./csv.ts";
import { define, serve, show, z } from "./define.ts";
import { contentId, linkCode, senderId, timeOrDate } from "./fields.ts";
import {
  clicks,
  completion,
  doubtful,
  engagedMs,
  opens,
  reads,
  scroll,
  viewers,
} from "./figure-fields.ts";
import { linkCsv, reportCsv, wideCsv } from "./report-csv.ts";
import { words } from "./words-fields.ts";

const share = (description: string) => z.number().nullable().openapi({ description });

const section = z
  .object({
    id: z.string(),
    heading: z.string(),
    expectedMs: z.int().openapi({ description: "How long reading it takes" }),
    readers: z.int().nullable().openapi({
      description:
        "Reads that spent time on it, twice of who read twice; null below three, see missing",
    }),
    totalMs: z.int().nullable().openapi({ description: "Time that they spent on it in all" }),
    meanMs: z.int().nullable().openapi({ description: "The same for each of them" }),
    heat: share("Mean time of those who got to it, as a share of the expected time"),
    dropOff: share("Of those who got to the section before, who did not get to this one"),
    readAgain: share("Of those who got to it, who gave it twice its expected time or more"),
    missing: words
      .nullable()
      .openapi({ description: "Why a figure is left out; null where none is" }),
  })
  .openapi("SectionReport");

const channels = z.array(z.object({ channel: z.string(), reads, engagedMs }));
const apps = z
  .array(z.object({ app: z.string(), reads, engagedMs }))
  .openapi({ description: "In which app pages were read, the most read first" });

const report = z
  .object({
    contentId: z.string(),
    title: z.string(),
    isComplete: z.boolean().openapi({
      description:
        "False where a period has more visits than one call adds up; the latest are in it",
    }),
    reads,
    viewers,
    engagedMs,
    medianEngagedMs: z.int().openapi({ description: "Never more than 2 % off" }),
    completion,
    scroll,
    doubtful,
    clicks,
    opens,
    open: z.int().openapi({
      description:
        "Visits that are not over, and so in none of these figures; 1000 means so many or more",
    }),
    countedUntil: z.string().openapi({
      description:
        "Visits that were over by then are in these figures; a minute ago or less, unless visits wait",
    }),
    sections: z.array(section),
    goals: z.array(
      z.object({
        name: z.string(),
        visits: z.int().openapi({ description: "Visits that reached it" }),
        value: z.number().nullable().openapi({ description: "Sum of the values that pages gave" }),
      }),
    ),
    senders: z.array(
      z.object({
        senderId: z.string(),
        name: z.string(),
        team: z.string().nullable(),
        reads,
        viewers,
        engagedMs,
        doubtful,
      }),
    ),
    teams: z.array(z.object({ team: z.string().nullable(), senders: z.int(), reads, engagedMs })),
    channels,
    apps,
    days: z.array(z.object({ date: z.string(), reads, engagedMs })),
  })
  .openapi("ContentReport");

const wide = {
  isComplete: z.boolean(),
  reads,
  engagedMs,
  medianEngagedMs: z.int().nullable().openapi({ description: "Null of a sender's share" }),
  pages: z
    .array(
      z.object({
        contentId: z.string().nullable(),
        url: z
          .string()
          .nullable()
          .openapi({ description: "Of an outside page; null of a content" }),
        title: z.string().nullable(),
        reads,
        viewers,
        engagedMs,
      }),
    )
    .openapi({ description: "Contents and outside pages that were read, the most read first" }),
  channels,
  apps,
};

const tag = "Reads";
const ofContent = { params: z.object({ id: contentId }) };

const readReport = define({
  method: "get",
  path: "/v1/contents/{id}/report",
  scope: "read",
  tag,
  isHeavy: true,
  summary:
    "Who read a content: totals, per section, sender, team, channel, app and day; of visits that are over, which they are 90 s after their last word; since and until are cut to the quarter-hour; as CSV with Accept: text/csv",
  request: {
    ...ofContent,
    query: z.object({ since: timeOrDate.optional(), until: timeOrDate.optional() }),
  },
  answer: report,
  types: { "text/csv": z.string() },
});

const rebuild = define({
  method: "post",
  path: "/v1/contents/{id}/report/rebuild",
  scope: "admin",
  tag,
  isHeavy: true,
  summary: "Add up a content's report from its visits again, as a job",
  request: ofContent,
  outcome: "accepted",
  answer: z.object({ jobId: z.string() }),
});

const ofWorkspace = define({
  method: "get",
  path: "/v1/report",
  scope: "read",
  tag,
  isHeavy: true,
  summary: "What was read of all contents and outside pages",
  answer: z.object(wide).openapi("WorkspaceReport"),
  types: { "text/csv": z.string() },
});

const ofSender = define({
  method: "get",
  path: "/v1/senders/{id}/report",
  scope: "read",
  tag,
  isHeavy: true,
  summary: "What was read through one sender, by content, channel and app",
  request: { params: z.object({ id: senderId }) },
  answer: z
    .object({ senderId: z.string(), name: z.string(), team: z.string().nullable(), ...wide })
    .openapi("SenderReport"),
  types: { "text/csv": z.string() },
});

const ofLink = define({
  method: "get",
  path: "/v1/links/{code}/report",
  scope: "read",
  tag,
  summary:
    "What a link came to; reads are those of the sender's channel to the same page, since whoever agreed to nothing leaves no link",
  request: { params: z.object({ code: linkCode }) },
  answer: z
    .object({
      code: z.string(),
      contentId: z.string().nullable(),
      url: z.string().nullable(),
      senderId: z.string(),
      channel: z.string(),
      sections: z
        .array(
          z.object({
            place: z.int().openapi({ description: "As the page's script counts them, from 0" }),
            heading: z.string().nullable().openapi({
              description: "As PUT /v1/links/{code}/sections named it; null while it has no name",
            }),
            readers: z.int().nullable(),
            totalMs: z.int().nullable(),
            meanMs: z.int().nullable(),
            missing: words.nullable(),
          }),
        )
        .nullable()
        .openapi({
          description:
            "Of an outside page, over all links to it; null of a content, whose own report has them",
        }),
      clicks,
      botClicks: z.int(),
      opens,
      reads,
      engagedMs,
    })
    .openapi("LinkReport"),
  types: { "text/csv": z.string() },
});

export function addReportRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, rebuild, (c) => askRebuild(c.get("caller"), c.req.valid("param").id));
  show(api, readReport, async (c) => {
    const caller = c.get("caller");
    const { since, until } = c.req.valid("query");
    const period = readPeriod({ since, until }, caller.workspace.timezone);
    const answer = await getContentReport(caller, c.req.valid("param").id, {
      since: period.since === undefined ? undefined : quarterHour(period.since),
      until: period.until,
    });
    return eitherWay(c, answer, () => reportCsv(answer, tableLanguage(c)));
  });
  show(api, ofWorkspace, async (c) => {
    const answer = await getWorkspaceReport(c.get("caller"));
    return eitherWay(c, answer, () => wideCsv(answer));
  });
  show(api, ofSender, async (c) => {
    const answer = await getSenderReport(c.get("caller"), c.req.valid("param").id);
    return eitherWay(c, answer, () => wideCsv(answer));
  });
  show(api, ofLink, async (c) => {
    const answer = await getLinkReport(c.get("caller"), c.req.valid("param").code);
    return eitherWay(c, answer, () => linkCsv(answer, tableLanguage(c)));
  });
}
