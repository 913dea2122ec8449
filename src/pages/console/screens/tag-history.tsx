import type { getTagHistory } from "../../../usecases/tags/viewer-tags.ts";
import { formatWhen } from "../../shell/format.ts";
import { spoken } from "../../shell/spoken.ts";
import { Bars } from "../ui/bars.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Card } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { wordsOf } from "../words/index.ts";
import { trailOf } from "./viewer.tsx";

/** Why a score was what it was: one tag by days, and all that changed it. */
export function renderTagHistory(
  desk: Desk,
  view: Omit<Awaited<ReturnType<typeof getTagHistory>>, "name"> & {
    name: string;
    tagName: string;
    timezone: string;
    now: string;
  },
): string {
  const words = wordsOf("viewer", desk.language);
  const days = view.days.slice(-14);
  const label = (date: string) => date.slice(5).replace("-", "/");
  const last = days.at(-1);
  return renderScreen({
    desk,
    title: view.tagName,
    at: "readers",
    trail: [...trailOf(desk), { href: `/console/readers/${view.viewerId}`, text: view.name }],
    children: (
      <>
        <p class="quiet">{words.historyLead}</p>
        <Card title={words.history}>
          <Bars
            sentence={fill(words.score, { n: Math.round(last?.score ?? 0) })}
            heads={[words.day, words.value]}
            bars={days.map(({ date, score }) => ({
              label: label(date),
              value: Math.max(0, score),
              text: String(score),
            }))}
          />
        </Card>
        <Card>
          <ul class="lines">
            {view.entries.toReversed().map(({ points, at, recordedAt, isCorrection, why }) => (
              <li>
                <span>
                  {points} · {isCorrection ? words.correction : words.first} ·{" "}
                  {spoken(why, desk.language)}
                </span>
                <span class="quiet">
                  {formatWhen(at, view.now, view.timezone, desk.language)} · {words.recorded}{" "}
                  {formatWhen(recordedAt, view.now, view.timezone, desk.language)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </>
    ),
  });
}
