/**
 * What all the bytes of one sender's picture depend on. It is written into the picture's address, so
 * that an address means the same bytes for ever and nothing is looked up to make them.
 */

import type { LinePlace, QrPlace } from "../../domain/content.ts";
import { fromBase64Url, toBase64Url } from "../../domain/encoding.ts";
import { sha256 } from "../sha256.ts";

export type Recipe = {
  /** The base's key: its image and a hash of the upload, of which it was made once. */
  mediaKey: string;
  code: string;
  /** The sender's row of the codebook. */
  row: number;
  qr: (QrPlace & { text: string }) | null;
  line: (LinePlace & { text: string }) | null;
};

/** How recipes are carried out; a change of any picture's bytes is a new version. */
const version = "v3";
/** Addresses of these go on giving their sender's picture, as it is made now. */
const earlier = ["v2"];

/** A recipe as part of a path. */
export function encodeRecipe({ mediaKey, code, row, qr, line }: Recipe): string {
  const fields = [
    mediaKey,
    code,
    row,
    qr && [qr.x, qr.y, qr.size, qr.text],
    line && [line.x, line.y, line.width, line.height, line.text],
  ];
  return `${version}.${toBase64Url(new TextEncoder().encode(JSON.stringify(fields)))}`;
}

type Fields = [
  mediaKey: string,
  code: string,
  row: number,
  qr: [number, number, number, string] | null,
  line: [number, number, number, number, string] | null,
];

/** Reads what `encodeRecipe` wrote and a signature vouches for; null for another kind of path. */
export function decodeRecipe(path: string): Recipe | null {
  const [kind, encoded = ""] = path.split(".", 2);
  if (kind !== version && !earlier.includes(kind ?? "")) return null;
  const bytes = fromBase64Url(encoded);
  const [mediaKey, code, row, qr, line] = JSON.parse(new TextDecoder().decode(bytes)) as Fields;
  return {
    mediaKey,
    code,
    row,
    qr: qr && { x: qr[0], y: qr[1], size: qr[2], text: qr[3] },
    line: line && { x: line[0], y: line[1], width: line[2], height: line[3], text: line[4] },
  };
}

/** The seed of a recipe: the same for the same recipe, whatever keys the deployment has. */
export async function seedOf(recipe: Recipe): Promise<Uint8Array> {
  return await sha256(`starling image\n${encodeRecipe(recipe)}`);
}
