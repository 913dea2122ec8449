/** Whom could I ask to introduce me: all ways from any sender to a person, across all trees. */

/** Somebody opened a content through somebody; people and senders by one key in all trees. */
export type Tie = {
  readonly from: string;
  readonly to: string;
  readonly contentId: string;
  readonly at: number;
};

export type Step = {
  readonly from: string;
  readonly to: string;
  /** How many touches, over how many contents, the last one when. */
  readonly touches: number;
  readonly contents: number;
  readonly lastAt: number;
};

export type Introductions = {
  /** Shortest first, then by touches of the weakest step, then by key. */
  readonly paths: readonly (readonly Step[])[];
  /** More ways exist than were asked for, or than could be looked at. */
  readonly more: boolean;
};

export type PathLimits = {
  /** Steps at most; farther introductions are none. */
  readonly maxSteps?: number;
  readonly maxPaths?: number;
};

/** How many people are looked at before a search gives up: a crowd that all touched all has endless ways. */
const PATIENCE = 200_000;

/**
 * Ways without a person twice on them, and with no sender but at the start.
 *
 * @param senders keys at which a way may begin
 */
export function introductions(
  ties: readonly Tie[],
  senders: readonly string[],
  person: string,
  { maxSteps = 6, maxPaths = 20 }: PathLimits = {},
): Introductions {
  const starts = new Set(senders);
  const steps = stepsOf(ties);
  const distance = distancesTo(person, steps, maxSteps);
  const paths: Step[][] = [];
  let patience = PATIENCE;
  /** All ways of exactly so many steps. */
  const search = (length: number): Step[][] => {
    const found: Step[][] = [];
    const walk = (at: string, way: Step[], on: Set<string>) => {
      if (at === person) {
        if (way.length === length) found.push([...way]);
        return;
      }
      for (const step of steps.get(at)?.values() ?? []) {
        const left = length - way.length - 1;
        if ((distance.get(step.to) ?? Infinity) > left) continue;
        if (on.has(step.to) || starts.has(step.to) || patience-- <= 0) continue;
        on.add(step.to);
        way.push(step);
        walk(step.to, way, on);
        way.pop();
        on.delete(step.to);
      }
    };
    for (const sender of [...starts].sort()) {
      if (sender !== person) walk(sender, [], new Set([sender]));
    }
    return found.sort((a, b) => weakest(b) - weakest(a) || (nameOf(a) < nameOf(b) ? -1 : 1));
  };
  for (let length = 1; length <= maxSteps && paths.length <= maxPaths; length++) {
    paths.push(...search(length));
  }
  return { paths: paths.slice(0, maxPaths), more: paths.length > maxPaths || patience <= 0 };
}

/** Touches between two people put together. */
function stepsOf(ties: readonly Tie[]): Map<string, Map<string, Step>> {
  const steps = new Map<string, Map<string, Step & { seen: Set<string> }>>();
  for (const { from, to, contentId, at } of ties) {
    if (from === to) continue;
    const own = steps.get(from) ?? new Map();
    steps.set(from, own);
    const known = own.get(to);
    const seen = known?.seen.add(contentId) ?? new Set([contentId]);
    own.set(to, {
      from,
      to,
      touches: (known?.touches ?? 0) + 1,
      contents: seen.size,
      lastAt: Math.max(known?.lastAt ?? at, at),
      seen,
    });
  }
  return new Map(
    [...steps].map(([from, own]) => [
      from,
      new Map([...own].map(([to, { seen: _, ...step }]) => [to, step])),
    ]),
  );
}

function distancesTo(
  person: string,
  steps: ReadonlyMap<string, ReadonlyMap<string, Step>>,
  maxSteps: number,
): Map<string, number> {
  const before = new Map<string, string[]>();
  for (const [from, own] of steps) {
    for (const to of own.keys()) before.set(to, [...(before.get(to) ?? []), from]);
  }
  const distance = new Map([[person, 0]]);
  let edge = [person];
  for (let far = 1; far <= maxSteps && edge.length > 0; far++) {
    edge = edge
      .flatMap((at) => before.get(at) ?? [])
      .filter((from) => {
        if (distance.has(from)) return false;
        distance.set(from, far);
        return true;
      });
  }
  return distance;
}

function weakest(way: readonly Step[]): number {
  return Math.min(...way.map(({ touches }) => touches));
}

function nameOf(way: readonly Step[]): string {
  return JSON.stringify([way[0]?.from, ...way.map(({ to }) => to)]);
}
