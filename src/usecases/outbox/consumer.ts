/** Who reads the outbox: a file of consumers/ each. scripts/build-registries.ts finds it there. */
import type { OutboxEvent } from "../../domain/outbox.ts";
import type { Context } from "../kernel/context.ts";

export type OutboxConsumer = {
  /** Under which its position is kept: never changed. */
  name: string;
  /**
   * Acts on what happened, one visit's events in their order. Told at least once, so whatever it does it
   * must be able to do again; a throw leaves it where it was, to be told again in a minute, and holds up
   * nobody else.
   */
  consume: (ctx: Context, events: readonly OutboxEvent[]) => Promise<void>;
};
