import { Unzlib } from "fflate";
import { has, u32, u32le } from "../probe/bytes.ts";

/** A profile larger than this is not one that a picture needs. */
const MAX_PROFILE = 1024 * 1024;
/** What one APP2 segment holds besides "ICC_PROFILE\0", its number and their count. */
const SEGMENT = 65_519;

/** The colour profile of a PNG, inflated; `undefined` where there is none that can be kept. */
export function pngProfile(bytes: Uint8Array): Uint8Array | undefined {
  for (let at = 8; at + 8 < bytes.length; ) {
    const length = u32(bytes, at, "a chunk");
    if (has(bytes, at + 4, "iCCP")) {
      const body = bytes.subarray(at + 8, at + 8 + length);
      return usable(inflated(body.subarray(body.indexOf(0) + 2)));
    }
    if (has(bytes, at + 4, "IDAT")) return undefined;
    at += 12 + length;
  }
  return undefined;
}

/** The colour profile of a WebP. */
export function webpProfile(bytes: Uint8Array): Uint8Array | undefined {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = u32le(bytes, at + 4, "a chunk");
    if (has(bytes, at, "ICCP")) return usable(bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length & 1);
  }
  return undefined;
}

/** A profile as the bodies of APP2 segments (ICC.1:2022, B.4). */
export function splitProfile(profile: Uint8Array): Uint8Array[] {
  const count = Math.ceil(profile.length / SEGMENT);
  return Array.from({ length: count }, (_, i) => {
    const part = profile.subarray(i * SEGMENT, (i + 1) * SEGMENT);
    const name = Array.from("ICC_PROFILE\0", (letter) => letter.charCodeAt(0));
    return Uint8Array.of(...name, i + 1, count, ...part);
  });
}

/** The pixels are RGB by now: a profile for gray or CMYK says nothing about them. */
function usable(profile: Uint8Array | undefined): Uint8Array | undefined {
  if (!profile || profile.length < 128 || profile.length > MAX_PROFILE) return undefined;
  return has(profile, 16, "RGB ") ? profile : undefined;
}

/** Inflates in small portions, so that a bomb is seen before it has gone off. */
function inflated(data: Uint8Array): Uint8Array | undefined {
  const profile = new Uint8Array(MAX_PROFILE);
  let size = 0;
  const inflate = new Unzlib((part) => {
    if (size + part.length <= MAX_PROFILE) profile.set(part, size);
    size += part.length;
  });
  try {
    for (let at = 0; at < data.length && size <= MAX_PROFILE; at += 1024) {
      inflate.push(data.subarray(at, at + 1024), at + 1024 >= data.length);
    }
  } catch {
    return undefined;
  }
  return size <= MAX_PROFILE ? profile.subarray(0, size) : undefined;
}
