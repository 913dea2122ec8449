/**
 * What all the bytes of one sender's picture depend on. It is written into the picture's address, so
 * that an address means the same bytes for ever and nothing is looked up to make them.
 */
import type { Component } from "../../domain/component.ts";
import { fromBase64Url, toBase64Url } from "../../domain/encoding.ts";
import type { Said } from "../../variation/image/index.ts";
import { sha256 } from "../sha256.ts";
import { lineOf, qrOf } from "./marks.ts";

/** A base of `width` pixels across, made of one of `of`. */
export type Size = { readonly width: number; readonly of: number };

export type Recipe = {
  /** The base's key: its image and a hash of the upload, of which it was made once. */
  mediaKey: string;
  code: string;
  /** The sender's row of the codebook; −1 where their wording has no say. */
  row: number;
  /** A smaller base, and how wide the whole one is; null for that. */
  size: Size | null;
  /** The key of the sender's portrait, where a component shows it. */
  portrait: string | null;
  /** The sender's block: places are those of the whole base. */
  block: readonly Said[];
};

/** How recipes are carried out; a change of any picture's bytes is a new version. */
const version = "v4";
/** Addresses of these go on giving their sender's picture, as it is made now. */
const earlier = ["v2", "v3"];

/** A component as a list: what comes after its place depends on its type. */
type Listed = readonly [
  type: Component["type"],
  x: number,
  y: number,
  width: number,
  height: number,
  background: readonly [shape: Component["background"]["shape"], color: string, opacity: number],
  says: string,
  ...rest: readonly (string | number)[],
];

type Fields = readonly [
  mediaKey: string,
  code: string,
  row: number,
  size: readonly [width: number, of: number] | null,
  portrait: string | null,
  block: readonly Listed[],
];

/** A recipe as part of a path. */
export function encodeRecipe({ mediaKey, code, row, size, portrait, block }: Recipe): string {
  const sized = size && ([size.width, size.of] as const);
  const fields: Fields = [mediaKey, code, row, sized, portrait, block.map(listed)];
  return `${version}.${toBase64Url(new TextEncoder().encode(JSON.stringify(fields)))}`;
}

/** Reads what `encodeRecipe` wrote and a signature vouches for; null for another kind of path. */
export function decodeRecipe(path: string): Recipe | null {
  const [kind = "", encoded = ""] = path.split(".", 2);
  const isEarlier = earlier.includes(kind);
  if (kind !== version && !isEarlier) return null;
  const fields: unknown = JSON.parse(new TextDecoder().decode(fromBase64Url(encoded)));
  if (isEarlier) return ofMarks(fields as MarkedFields);
  const [mediaKey, code, row, size, portrait, block] = fields as Fields;
  const sized = size && { width: size[0], of: size[1] };
  return { mediaKey, code, row, size: sized, portrait, block: block.map(said) };
}

function listed({ component, says }: Said): Listed {
  const { type, x, y, width, height, background } = component;
  const { shape, color, opacity } = background;
  const placed = [type, x, y, width, height, [shape, color, opacity], says] as const;
  if (component.type === "avatar") return [...placed, component.shape];
  if (component.type === "qr") return [...placed, component.color];
  const { color: ink, align, least, most, lines } = component;
  return [...placed, ink, align, least, most, lines];
}

function said([type, x, y, width, height, [shape, color, opacity], says, ...rest]: Listed): Said {
  const background = { shape, color, opacity };
  const [first, align, least, most, lines] = rest;
  const placed = { type, x, y, width, height, background };
  if (type === "avatar") return { component: { ...placed, shape: first } as Component, says };
  if (type === "qr") return { component: { ...placed, color: first } as Component, says };
  const text = { ...placed, text: "", color: first, align, least, most, lines };
  return { component: text as Component, says };
}

type MarkedFields = readonly [
  mediaKey: string,
  code: string,
  row: number,
  qr: readonly [x: number, y: number, size: number, text: string] | null,
  line: readonly [x: number, y: number, width: number, height: number, text: string] | null,
];

function ofMarks([mediaKey, code, row, qr, line]: MarkedFields): Recipe {
  const block: Said[] = [];
  if (line) {
    const [x, y, width, height, says] = line;
    block.push({ component: lineOf({ x, y, width, height }), says });
  }
  if (qr) {
    const [x, y, size, says] = qr;
    block.push({ component: qrOf({ x, y, size }), says });
  }
  return { mediaKey, code, row, size: null, portrait: null, block };
}

/** The seed of a recipe: the same for the same recipe, whatever keys the deployment has. */
export async function seedOf(recipe: Recipe): Promise<Uint8Array> {
  return await sha256(`starling image\n${encodeRecipe(recipe)}`);
}
