/** Who reads the outbox: a file of consumers/ each. scripts/build-registries.ts finds it there. */
import type { NewsEvent, VisitEvent } from "../../domain/outbox.ts";
import type { Context } from "../kernel/context.ts";

export type OutboxConsumer = {
  /** Under which its position is kept: never changed. */
  name: string;
  /**
   * Acts on visits that are over, one visit's events in their order. Told at least once, so whatever it does
   * it must be able to do again; a throw leaves it where it was, to be told again in a minute, and holds up
   * nobody else. Absent of one that only looks at what else happened.
   */
  consume?: (ctx: Context, events: readonly VisitEvent[]) => Promise<void>;
  /** Acts on what else happened, on the same terms; absent of one that only looks at visits. */
  consumeNews?: (ctx: Context, events: readonly NewsEvent[]) => Promise<void>;
};
