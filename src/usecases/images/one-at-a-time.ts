/**
 * Bases are made one at a time in an isolate, since each may take most of its memory, and in slices, so
 * that no other request waits for a whole one.
 */
import { type Duration, second, times } from "../../domain/units.ts";
import type { Base } from "../../variation/image/index.ts";
import { AppError } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { newTurn } from "../kernel/turn.ts";
import { pause } from "../pause.ts";

/** How long the turn stays with somebody of whom nothing was heard: their request may have ended. */
const lease = times(30, second);
/** Rows of MCUs, or portions of a PNG, that are worked on without a pause: some ten milliseconds. */
const slice = 8;

const turn = newTurn(lease);

/**
 * Does work with the turn to itself; what it needs memory for is fetched in it, not before. Throws
 * `unavailable` where others had the turn for too long.
 *
 * @param patience the longest wait for the turn.
 * @param work is given what lets others in and keeps the turn for longer.
 */
export function oneAtATime<T>(
  { now }: Pick<Context, "now">,
  patience: Duration,
  work: (goOn: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const tooLong = () => {
    const detail = "Several pictures are being made at once. Send this one again in a moment.";
    return new AppError("unavailable", detail, undefined, 5);
  };
  return turn({ now, patience, tooLong }, (hold) =>
    work(async () => {
      await pause();
      hold();
    }),
  );
}

/** Makes a base step by step, with a pause for others after each slice. */
export async function inSlices(
  steps: Generator<void, Base, void>,
  goOn: () => Promise<void>,
): Promise<Base> {
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return step.value;
    if (count % slice === 0) await goOn();
  }
}
