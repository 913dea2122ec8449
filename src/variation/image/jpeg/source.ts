import type { Orientation } from "../probe/header.ts";
import { ImageRefused, truncated } from "../refusal.ts";
import type { Steps } from "../steps.ts";
import { bufferScans } from "./buffered.ts";
import type { CoefficientSource } from "./frame.ts";
import { JpegHeaders } from "./headers.ts";
import { uprightSource } from "./orient.ts";
import { allocatePlanes, planeBytes } from "./planes.ts";
import { streamSequential } from "./sequential.ts";

/**
 * Opens a JPEG that the probe has accepted, upright. An upright sequential picture is read as it
 * is asked for; all others are buffered, 2 bytes a coefficient.
 *
 * @param maxBufferBytes what buffering may take.
 * @throws {ImageRefused} when it is damaged, or too large to be turned or put together in memory.
 */
export function* openJpeg(
  bytes: Uint8Array,
  orientation: Orientation,
  maxBufferBytes: number,
): Steps<CoefficientSource> {
  const headers = new JpegHeaders(bytes);
  const first = headers.nextScan();
  if (!first) throw truncated("the picture");
  const frame = headers.frame();
  const interleaved = first.components.length === frame.components.length;
  const inOrder = first.components.every(({ index }, i) => index === i);
  if (!headers.progressive && interleaved && inOrder && orientation === 1) {
    return streamSequential(bytes, frame, headers.icc, first);
  }
  if (planeBytes(frame) > maxBufferBytes) {
    throw new ImageRefused(
      "image-too-large",
      "The picture is too large to be turned in memory. Save it upright, not progressive, or smaller.",
    );
  }
  const planes = allocatePlanes(frame);
  yield* bufferScans(headers, first, frame, planes);
  return uprightSource(headers.frame(), headers.icc, planes, orientation);
}
