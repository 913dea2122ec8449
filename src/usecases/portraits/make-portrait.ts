import { photonCodec } from "../../integrations/photon.ts";
import { type Base, baseSteps, smallerBase } from "../../variation/image/index.ts";
import { invalidField } from "../errors.ts";
import { inSlices } from "../images/one-at-a-time.ts";
import { refusingLater } from "../images/refused.ts";

/** As wide as a portrait is kept: more than the largest place that a block has for one. */
const KEPT_WIDTH = 512;
/** Of less nobody makes out a face. */
const LEAST_SIDE = 96;

/**
 * A portrait of an uploaded file: an upright JPEG of at most 512 pixels across, of which only the pixels
 * and the colour profile are the upload's. Throws `too-large`, `unsupported-type` or `invalid` for a file
 * that cannot be taken.
 *
 * @param goOn lets others in between.
 */
export async function makePortrait(file: Uint8Array, goOn: () => Promise<void>): Promise<Base> {
  const base = await refusingLater(() => inSlices(baseSteps(file, photonCodec), goOn));
  const side = Math.min(base.width, base.height);
  if (side < LEAST_SIDE) {
    const detail = `A portrait needs ${LEAST_SIDE} pixels a side or more; this picture has ${side}.`;
    throw invalidField("body", detail);
  }
  if (base.width <= KEPT_WIDTH) return base;
  return await inSlices(smallerBase(base.bytes, KEPT_WIDTH), goOn);
}
