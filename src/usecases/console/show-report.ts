import type { ContentId } from "../../domain/ids.ts";
import { day, earlier, times } from "../../domain/units.ts";
import { findContent } from "../../storage/contents.ts";
import { findVersion } from "../../storage/versions.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { getContentReport } from "../visits/content-report.ts";

export type ReportView = Awaited<ReturnType<typeof showReport>>;

/** A post's report, of the last days, today among them, or of all, with the article that its sections are of: the published one, else the draft. */
export async function showReport(caller: Caller, id: ContentId, days: number | null) {
  requireScope(caller, "read", "own-team");
  const content = found(await findContent(caller.scope, id), "content");
  const { publishedVersion } = content;
  const since = earlier(caller.now(), times((days ?? 1) - 1, day));
  const [report, version] = await Promise.all([
    getContentReport(caller, id, days === null ? {} : { since }),
    publishedVersion === null ? null : findVersion(caller.scope, id, publishedVersion),
  ]);
  const figures = new Map(report.sections.map((section) => [section.id, section]));
  return {
    id,
    title: content.title,
    /** Of so many days, or of all; null. */
    days,
    report,
    article: (version?.sections ?? content.sections).map(
      ({ id: section, heading, text, expectedMs }) => ({
        heading,
        text,
        expectedMs: Number(expectedMs),
        readers: figures.get(section)?.readers ?? null,
        meanMs: figures.get(section)?.meanMs ?? null,
        dropOff: figures.get(section)?.dropOff ?? null,
      }),
    ),
  };
}
