import { AppError } from "../errors.ts";

/** Somebody else was first, and what was read is out of date: read again and decide anew. */
export class Raced extends AppError {
  constructor() {
    super("unavailable", "Many calls are changing the same thing at once. Try again.");
  }
}

const tries = 5;

/** Does something that may find its reading out of date; whoever loses that often is told to come again. */
export async function repeat<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = tries; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Raced) || left <= 1) throw error;
    }
  }
}
