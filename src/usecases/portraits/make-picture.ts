import { photonCodec } from "../../integrations/photon.ts";
import { type Base, baseSteps, smallerBase } from "../../variation/image/index.ts";
import { invalidField } from "../errors.ts";
import { inSlices } from "../images/one-at-a-time.ts";
import { refusingLater } from "../images/refused.ts";

/**
 * As wide as each is kept, and the least of its sides. A portrait: more than the largest place that a block has
 * for one; of less nobody makes out a face. A code: a phone's screenshot of it can be scanned from a page. A logo: sharp
 * in a page's head on every screen.
 */
const kinds = {
  portrait: { name: "A portrait", most: 512, least: 96 },
  "wechat-qr": { name: "A QR code", most: 720, least: 200 },
  logo: { name: "A logo", most: 600, least: 32 },
} as const;

export type PictureKind = keyof typeof kinds;

/**
 * A picture of an uploaded file: an upright JPEG, of which only the pixels and the colour profile are the
 * upload's. Throws `too-large`, `unsupported-type` or `invalid` for a file that cannot be taken.
 *
 * @param goOn lets others in between.
 */
export async function makePicture(
  kind: PictureKind,
  file: Uint8Array,
  goOn: () => Promise<void>,
): Promise<Base> {
  const { name, most, least } = kinds[kind];
  const base = await refusingLater(() => inSlices(baseSteps(file, photonCodec), goOn));
  const side = Math.min(base.width, base.height);
  if (side < least) {
    const detail = `${name} needs ${least} pixels a side or more; this picture has ${side}.`;
    throw invalidField("body", detail);
  }
  if (base.width <= most) return base;
  return await inSlices(smallerBase(base.bytes, most), goOn);
}
