import type { getContentReport } from "../../usecases/visits/content-report.ts";
import { toCsv } from "./csv.ts";

type Report = Awaited<ReturnType<typeof getContentReport>>;

/** A content's report as one table: what a line is of, and its figures; empty where a figure is not of its kind. */
export function reportCsv(report: Report): string {
  const line = (
    part: string,
    key: string,
    name: string,
    ...figures: (number | null | undefined)[]
  ) => [part, key, name, ...Array.from({ length: 7 }, (_, at) => String(figures[at] ?? ""))];
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
    ],
    line("content", contentId, title, reads, viewers, engagedMs, completion),
    ...report.sections.map(({ id, heading, totalMs, heat, dropOff, readAgain }) =>
      line("section", id, heading, null, null, totalMs, null, heat, dropOff, readAgain),
    ),
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
