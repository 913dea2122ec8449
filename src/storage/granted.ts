/** The few calls of each minute that an isolate grants by itself, before the platform's rate limiter is asked. */
import { type Instant, instant, minute, startOf } from "../domain/units.ts";

/** So many calls of a key an isolate grants each minute; those that follow the platform is asked about. */
export const grantedUnasked = 8;

/** About more keys than these the platform is asked at once: who makes up keys takes no memory beyond them. */
export const grantedKeys = 4096;

/** What an isolate granted by itself in the minute that runs. */
export class Granted {
  readonly #calls = new Map<string, number>();
  #minute = instant(0);

  /** True for the first calls of a key in a minute, which are counted by that. */
  take(key: string, now: Instant): boolean {
    const current = startOf(minute, now);
    if (current !== this.#minute) {
      this.#minute = current;
      this.#calls.clear();
    }
    const calls = this.#calls.get(key) ?? 0;
    const isFull = calls === 0 && this.#calls.size >= grantedKeys;
    if (isFull || calls >= grantedUnasked) return false;
    this.#calls.set(key, calls + 1);
    return true;
  }
}
