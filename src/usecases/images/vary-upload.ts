import { varyBytes } from "../../integrations/image-kernel.ts";
import { photonCodec } from "../../integrations/photon.ts";
import { makeBase } from "../../variation/image/index.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { sha256 } from "../sha256.ts";
import { refusing } from "./refused.ts";

/**
 * A varied picture from an uploaded one; nothing is stored. The same bytes and the same seed give the
 * same picture. Throws `too-large`, `unsupported-type` or `invalid` for a file that cannot be taken.
 */
export async function varyUpload(
  caller: Caller,
  bytes: Uint8Array,
  seed: string,
): Promise<Uint8Array<ArrayBuffer>> {
  requireScope(caller, "write");
  const base = refusing(() => makeBase(bytes, photonCodec));
  return varyBytes(base.bytes, { seed: await sha256(`starling stateless image\n${seed}`) });
}
