/** What one piece of work at a time may do in an isolate, however many requests come in the same second. */
import { type Duration, duration, type Instant, later } from "../../domain/units.ts";
import type { AppError } from "../errors.ts";
import { pause } from "../pause.ts";
import type { Context } from "./context.ts";

/** How often those who wait look whether it is their turn: no request may wake another's. */
const gap = duration(25);

type Waiting = Pick<Context, "now"> & {
  /** The longest wait for the turn. */
  patience: Duration;
  /** What is said to whoever waited for so long. */
  tooLong: () => AppError;
};

/**
 * Does work with the turn to itself; it is given what keeps the turn for longer.
 */
type Turn = <T>(waiting: Waiting, work: (hold: () => void) => Promise<T>) => Promise<T>;

/**
 * A turn that nobody has.
 *
 * @param lease how long it stays with somebody of whom nothing was heard: their request may have ended
 */
export function newTurn(lease: Duration): Turn {
  let heldUntil: Instant | null = null;
  return async ({ now, patience, tooLong }, work) => {
    const end = later(now(), patience);
    while (heldUntil !== null && now() < heldUntil) {
      if (now() >= end) throw tooLong();
      await pause(gap);
    }
    const hold = () => {
      heldUntil = later(now(), lease);
    };
    hold();
    try {
      return await work(hold);
    } finally {
      heldUntil = null;
    }
  };
}
