import { AppError } from "../errors.ts";
import { pause } from "../pause.ts";
import type { Context } from "./context.ts";

/** Somebody else was first, and what was read is out of date: read again and decide anew. */
export class Raced extends AppError {
  constructor() {
    const detail = "Many calls are changing the same thing at once. Try again in a moment.";
    super("rate-limited", detail, undefined, 5);
  }
}

const tries = 6;
/** So many tries follow each other at once: two who meet have settled it by then. */
const atOnce = 3;
/** The longest wait before the next try, in milliseconds; it doubles from try to try. */
const firstWait = 50;

/**
 * Does something that may find its reading out of date; whoever loses that often is told to come again, and so is whoever
 * could not try again without asking D1 more often than a call may. Of many who
 * lose at once most would lose again if all read anew in the same moment: after a few tries each waits for a time of
 * its own.
 *
 * @param asker whose queries are counted; null for work of the queues and the clock, which comes again by itself
 */
export async function repeat<T>(
  asker: Pick<Context, "asked" | "mayAsk"> | null,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let made = 1; ; made++) {
    const before = asker?.asked() ?? 0;
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Raced) || made >= tries) throw error;
      // As much as it has cost, another try may cost.
      if (asker && !asker.mayAsk(asker.asked() - before)) throw error;
    }
    if (made >= atOnce) await pause(Math.random() * firstWait * 2 ** (made - atOnce));
  }
}
