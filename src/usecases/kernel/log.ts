/** The one place that writes logs. A line holds an event, ids and figures: never a name or a text. */

/** Ids, counts, names of events and kinds of errors. */
type Facts = Record<string, string | number | boolean | null | undefined>;

export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, error: unknown, facts?: Facts): void;
}

/** Where lines go: console in the Worker. */
type Sink = Pick<Console, "info" | "warn" | "error">;

/** A log whose lines carry a request's id. */
export function createLog(requestId: string, sink: Sink): Log {
  const line = (event: string, facts: Facts) => JSON.stringify({ event, requestId, ...facts });
  return {
    info: (event, facts = {}) => sink.info(line(event, facts)),
    warn: (event, facts = {}) => sink.warn(line(event, facts)),
    error: (event, error, facts = {}) =>
      sink.error(line(event, { ...facts, ...withoutValues(error) })),
  };
}

/**
 * What broke and where, without what it was given: a failed query's message repeats its parameters, which
 * are people's names and phones.
 */
function withoutValues(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? error.cause : undefined;
  // Frames alone: the stack's first lines are the message.
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    reason: constraintOf(`${error.message} ${cause?.message ?? ""}`),
    cause: cause?.name,
    stack: frames.slice(0, 12).join("\n"),
  };
}

/** The part of D1's message that names no value: which constraint, or which kind of fault. */
function constraintOf(message: string): string | undefined {
  return /(?:UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint failed(?:: [\w., ]+)?|SQLITE_[A-Z]+|no such (?:table|column): \w+/.exec(
    message,
  )?.[0];
}
