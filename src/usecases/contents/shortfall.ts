import type { CapacityReport } from "../../variation/text/index.ts";

/** In numbers, what keeps a text below the floors; undefined where it meets them. */
export function shortfall(report: CapacityReport): string | undefined {
  const { seats, served, achieved, holds } = report;
  if (holds.includes("team")) return undefined;
  return served < seats
    ? `The text has ${served} different wordings for ${seats} senders.`
    : `The closest two wordings share ${percent(achieved.nearestJ2)} of their character pairs (a team's closest: ${percent(achieved.teamNearestJ2)}).`;
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}
