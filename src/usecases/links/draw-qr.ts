/** A link's QR code. Error correction M survives a chat's re-compression and a thumb in the corner. */

import { encode as encodePng } from "fast-png";
import { encode } from "uqr";
import type { LinkCode } from "../../domain/ids.ts";
import { findLink } from "../../storage/links.ts";
import { found } from "../errors.ts";
import { checkInSight } from "../in-sight.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { linkUrl } from "./link-view.ts";

const options = { ecc: "M", border: 4 } as const;
const pixelsPerModule = 12;

/** An SVG element of any text's QR code: a row's dark modules are one stroke, an eighth of a square for each. */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, options);
  const rows = data.map((row, y) => strokesOf(row, y)).join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path stroke="#000" d="${rows}"/></svg>`
  );
}

/** Runs of dark modules along the middle of a row; how far to move is told from where the last one ended. */
function strokesOf(row: readonly boolean[], y: number): string {
  let path = "";
  let end = 0;
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    path += `${path === "" ? `M${from} ${y}.5` : `m${from - end} 0`}h${x + 1 - from}`;
    end = x + 1;
  }
  return path;
}

/** A PNG of any text's QR code: black on white, 12 pixels a module, a quiet zone of 4 modules. */
export function qrPng(text: string): Uint8Array {
  const { data, size } = encode(text, options);
  const side = size * pixelsPerModule;
  const pixels = new Uint8Array(side * side).fill(255);
  for (let y = 0; y < side; y++) {
    const row = data[Math.floor(y / pixelsPerModule)] ?? [];
    for (let x = 0; x < side; x++) {
      if (row[Math.floor(x / pixelsPerModule)]) pixels[y * side + x] = 0;
    }
  }
  return encodePng({ width: side, height: side, data: pixels, channels: 1, depth: 8 });
}

export async function drawLinkQr(caller: Caller, code: LinkCode, format: "svg" | "png") {
  requireScope(caller, "read", "own-team");
  const link = found(await findLink(caller.scope, code), "link");
  await checkInSight(caller, link.senderId, "link");
  const url = linkUrl(caller, link.code);
  return format === "svg" ? qrSvg(url) : qrPng(url);
}
