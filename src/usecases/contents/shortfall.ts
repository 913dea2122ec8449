import type { FloorName } from "../../domain/vocabulary.ts";
import type { CapacityReport } from "../../variation/text/index.ts";

/** In numbers, what keeps a text below a floor; undefined where it holds for every sender. */
export function shortfall(report: CapacityReport, floor: FloorName): string | undefined {
  const { seats, served, sharing, achieved, holds } = report;
  if (holds.includes(floor)) return undefined;
  if (served < seats) {
    const within =
      sharing.withinTeams === 0
        ? "nobody with one of their own team"
        : `${sharing.withinTeams} of them with one of their own team`;
    return `The text has ${served} different wordings for ${seats} senders: ${sharing.senders} share theirs with somebody, ${within}.`;
  }
  return `The closest two wordings share ${percent(achieved.nearestJ2)} of their character pairs (a team's closest: ${percent(achieved.teamNearestJ2)}).`;
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}
