import { second, times } from "../../domain/units.ts";
import { varyBytes } from "../../integrations/image-kernel.ts";
import { photonCodec } from "../../integrations/photon.ts";
import { baseSteps } from "../../variation/image/index.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { sha256 } from "../sha256.ts";
import { inSlices, oneAtATime } from "./one-at-a-time.ts";
import { refusingLater } from "./refused.ts";

/** The longest that a caller waits for others' pictures. */
const patience = times(15, second);

/**
 * A varied picture from an uploaded one; nothing is stored. The same bytes and the same seed give the
 * same picture. Throws `too-large`, `unsupported-type` or `invalid` for a file that cannot be taken, and
 * `unavailable` where several are sent at once.
 *
 * @param read gives the file: only when its turn has come, so that those who wait hold no memory.
 */
export async function varyUpload(
  caller: Caller,
  read: () => Promise<Uint8Array>,
  seed: string,
): Promise<Uint8Array<ArrayBuffer>> {
  requireScope(caller, "write");
  const own = await sha256(`starling stateless image\n${seed}`);
  return await oneAtATime(caller, patience, async (goOn) => {
    const file = await read();
    const base = await refusingLater(() => inSlices(baseSteps(file, photonCodec), goOn));
    return varyBytes(base.bytes, { seed: own });
  });
}
