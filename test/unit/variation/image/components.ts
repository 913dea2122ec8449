import { readFileSync } from "node:fs";
import type {
  AvatarComponent,
  Background,
  Component,
  QrComponent,
  TextComponent,
} from "../../../../src/domain/component.ts";
import {
  drawBlock,
  type FontFor,
  type Layer,
  partOf,
  readGlyph,
  type Said,
} from "../../../../src/variation/image/index.ts";

export const white: Background = { shape: "plain", color: "#ffffff", opacity: 100 };
export const none: Background = { shape: "none", color: "#ffffff", opacity: 0 };

const parts = new Map<number, Uint8Array | null>();
const folder = new URL("../../../../assets/fonts/", import.meta.url);

/** Glyphs of the font as the build has laid it out. */
export const fontFor: FontFor = (codePoint) => {
  const number = partOf(codePoint);
  if (!parts.has(number)) {
    try {
      parts.set(number, new Uint8Array(readFileSync(new URL(`${number}.bin`, folder))));
    } catch {
      parts.set(number, null);
    }
  }
  const part = parts.get(number);
  return part ? readGlyph(part, codePoint) : undefined;
};

export function layersOf(...block: Said[]): Layer[] {
  return drawBlock(block, { fontFor, portrait: undefined });
}

export function qrAt(x: number, y: number, size: number, more: Partial<QrComponent> = {}) {
  const at = { x, y, width: size, height: size };
  return { type: "qr", ...at, color: "#000000", background: white, ...more } as const;
}

export function textAt(
  x: number,
  y: number,
  width: number,
  height: number,
  more: Partial<TextComponent> = {},
): TextComponent {
  const bounds = { least: 8, most: Math.round(height * 0.62), lines: 1 };
  const look = { color: "#222222", background: white, align: "left", text: "{name}" } as const;
  return { type: "text", x, y, width, height, ...bounds, ...look, ...more };
}

export function avatarAt(x: number, y: number, size: number, shape: AvatarComponent["shape"]) {
  const at = { x, y, width: size, height: size };
  return { type: "avatar", ...at, shape, background: none } as const;
}

/** A code on its card. */
export function codeOf(text: string, { x, y, size }: { x: number; y: number; size: number }) {
  return layersOf({ component: qrAt(x, y, size) as Component, says: text });
}
