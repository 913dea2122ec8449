import type { getContentSenders } from "../../usecases/reports/content-senders.ts";
import type { getSenderActivity } from "../../usecases/reports/sender-activity.ts";
import type {
  getLinkReport,
  getSenderReport,
  getWorkspaceReport,
} from "../../usecases/reports/wide-reports.ts";
import type { getContentReport } from "../../usecases/visits/content-report.ts";
import { toCsv } from "./csv.ts";

type Words = { zh: string; en: string };

type Report = Awaited<ReturnType<typeof getContentReport>>;

/** A content's report as one table: what a line is of, and its figures; empty where a figure is not of its kind. */
export function reportCsv(report: Report, language: keyof Words): string {
  const line = (
    part: string,
    key: string,
    name: string,
    ...figures: (number | string | null | undefined)[]
  ) => [part, key, name, ...Array.from({ length: 8 }, (_, at) => String(figures[at] ?? ""))];
  const { contentId, title, reads, viewers, engagedMs, completion } = report;
  return toCsv([
    [
      "part",
      "key",
      "name",
      "reads",
      "viewers",
      "engagedMs",
      "completion",
      "heat",
      "dropOff",
      "readAgain",
      "missing",
    ],
    line("content", contentId, title, reads, viewers, engagedMs, completion),
    ...report.sections.map((part) => {
      const { id, heading, readers, totalMs, heat, dropOff, readAgain, missing } = part;
      const figures = [readers, null, totalMs, null, heat, dropOff, readAgain];
      return line("section", id, heading, ...figures, missing?.[language]);
    }),
    ...report.goals.map(({ name, visits }) => line("goal", name, name, visits)),
    ...report.senders.map((one) =>
      line("sender", one.senderId, one.name, one.reads, one.viewers, one.engagedMs),
    ),
    ...report.teams.map((one) =>
      line("team", one.team ?? "", one.team ?? "", one.reads, null, one.engagedMs),
    ),
    ...report.channels.map((one) =>
      line("channel", one.channel, "", one.reads, null, one.engagedMs),
    ),
    ...report.apps.map((one) => line("app", one.app, "", one.reads, null, one.engagedMs)),
    ...report.days.map((one) => line("day", one.date, "", one.reads, null, one.engagedMs)),
  ]);
}

type Answer<T extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<T>>;
type Cell = string | number | boolean | null;

/** Rows under their titles; nothing where a figure is not known. */
const table = (titles: readonly string[], rows: readonly (readonly Cell[])[]) =>
  toCsv([titles as string[], ...rows.map((row) => row.map((cell) => String(cell ?? "")))]);

/** The workspace's or a sender's report: what a line is of, and its figures. */
export function wideCsv(
  report: Pick<
    Answer<typeof getWorkspaceReport> | Answer<typeof getSenderReport>,
    "reads" | "engagedMs" | "pages" | "channels" | "apps"
  >,
): string {
  return table(
    ["part", "key", "name", "reads", "viewers", "engagedMs"],
    [
      ["all", "", "", report.reads, null, report.engagedMs],
      ...report.pages.map(({ contentId, url, title, reads, viewers, engagedMs }) => [
        contentId === null ? "page" : "content",
        ...[contentId ?? url, title, reads, viewers, engagedMs],
      ]),
      ...report.channels.map(({ channel, reads, engagedMs }) => [
        ...["channel", channel, "", reads, null, engagedMs],
      ]),
      ...report.apps.map(({ app, reads, engagedMs }) => [
        ...["app", app, "", reads, null, engagedMs],
      ]),
    ],
  );
}

/** A link's report, with the parts of its outside page. */
export function linkCsv(report: Answer<typeof getLinkReport>, language: keyof Words): string {
  const { code, channel, clicks, opens, reads, engagedMs, sections } = report;
  return table(
    ["part", "key", "name", "clicks", "opens", "reads", "engagedMs", "missing"],
    [
      ["link", code, channel, clicks, opens, reads, engagedMs, null],
      ...(sections ?? []).map(({ place, heading, readers, totalMs, missing }) => [
        ...["section", place, heading, null, null, readers, totalMs, missing?.[language] ?? null],
      ]),
    ],
  );
}

type Activity =
  | Answer<typeof getContentSenders>["items"][number]
  | Answer<typeof getSenderActivity>["items"][number];

/** What was done with a content or by a sender, those first that have not been shared. */
export function activityCsv(items: readonly Activity[]): string {
  return table(
    ["id", "name", "team", "openedAt", "opens", "copiedAt", "edited", "shared", "reads"],
    items.map((item) => [
      ...("senderId" in item
        ? [item.senderId, item.name, item.team]
        : [item.contentId, item.title, null]),
      ...[item.openedAt, item.opens, item.copiedAt, item.edited, item.shared, item.reads],
    ]),
  );
}
