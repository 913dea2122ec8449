/**
 * Who has to wait: the platform's rate limiters, and before those that readers meet a few calls that the isolate
 * grants by itself, since asking a limiter is a call of its own and hardly anybody reads a link twice in a minute.
 */
import type { Instant } from "../domain/units.ts";
import type { Env } from "./env.ts";
import type { Granted } from "./granted.ts";

/**
 * @param hide a keyed hash: keys hold addresses and user agents, and the local server keeps what its limiter is asked on
 *   disk
 * @returns whether another call of a key is within a limit; of keys, secrets and heavy calls the platform is asked
 *   each time
 */
export function createLimits(
  env: Env,
  granted: Granted,
  { now, hide }: { now: () => Instant; hide: (key: string) => Promise<string> },
) {
  const limiters = {
    api: env.API_LIMIT,
    heavy: env.HEAVY_LIMIT,
    beats: env.BEAT_LIMIT,
    opens: env.OPEN_LIMIT,
    burst: env.BURST_LIMIT,
    crowd: env.CROWD_LIMIT,
  };
  return async (limit: keyof typeof limiters, key: string): Promise<boolean> => {
    const isReaders = limit !== "api" && limit !== "heavy";
    if (isReaders && granted.take(`${limit} ${key}`, now())) return true;
    return (await limiters[limit].limit({ key: await hide(key) })).success;
  };
}
