import type { Outcome } from "../domain/vocabulary.ts";

/** A call's outcome as HTTP says it. */
export const statusOf = { created: 201, done: 200, accepted: 202 } as const satisfies Record<
  Outcome,
  number
>;
