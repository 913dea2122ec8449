import type { OpenAPIHono } from "@hono/zod-openapi";
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
import { clicks, opens, reads, timeOfSum } from "./figure-fields.ts";
import { linkCsv, reportCsv, wideCsv } from "./report-csv.ts";
import { report, wide } from "./report-fields.ts";
import { words } from "./words-fields.ts";

const tag = "Reads";
const ofContent = { params: z.object({ id: contentId }) };

const readReport = define({
  method: "get",
  path: "/v1/contents/{id}/report",
  scope: "read",
  tag,
  isHeavy: true,
  summary:
    "Who read a content: totals, per section, sender, team, channel, app and day; of visits that are over, which they are 90 s after their last word; since and until are widened to whole days; as CSV with Accept: text/csv",
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
    "What a link came to; reads are those of the sender's channel to the same page, since whoever agreed to nothing leaves no link; of one made for a contact nothing is counted",
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
      clicks: clicks.nullable(),
      botClicks: z.int().nullable(),
      opens: opens.nullable(),
      reads: reads.nullable(),
      engagedMs: timeOfSum,
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
    const answer = await getContentReport(caller, c.req.valid("param").id, period);
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
