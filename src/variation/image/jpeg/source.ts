import type { Orientation } from "../probe/header.ts";
import { truncated } from "../refusal.ts";
import type { Steps } from "../steps.ts";
import { bufferScans } from "./buffered.ts";
import type { CoefficientSource } from "./frame.ts";
import { JpegHeaders } from "./headers.ts";
import { indexedStore } from "./indexed.ts";
import { uprightSource } from "./orient.ts";
import { allocatePlanes, planeBytes, planesStore } from "./planes.ts";
import { streamSequential } from "./sequential.ts";

/**
 * Opens a JPEG that the probe has accepted, upright. A sequential picture is read as it is asked for, row
 * by row, or MCU by MCU where it is turned; a progressive one is put together first, 2 bytes a
 * coefficient.
 *
 * @param room tells the bytes that putting it together takes; throws where that is too much.
 * @throws {ImageRefused} when it is damaged.
 */
export function* openJpeg(
  bytes: Uint8Array,
  orientation: Orientation,
  room: (bytes: number) => void,
): Steps<CoefficientSource> {
  const headers = new JpegHeaders(bytes);
  const first = headers.nextScan();
  if (!first) throw truncated("the picture");
  const frame = headers.frame();
  const interleaved = first.components.length === frame.components.length;
  const inOrder = first.components.every(({ index }, i) => index === i);
  if (!headers.progressive && interleaved && inOrder) {
    if (orientation === 1) return streamSequential(bytes, frame, headers.icc, first);
    const store = yield* indexedStore(bytes, frame, first);
    return uprightSource(store, headers.icc, orientation);
  }
  room(planeBytes(frame));
  const planes = allocatePlanes(frame);
  yield* bufferScans(headers, first, frame, planes);
  return uprightSource(planesStore(headers.frame(), planes), headers.icc, orientation);
}
