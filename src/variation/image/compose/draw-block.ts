import type { Component } from "../../../domain/component.ts";
import type { FontFor } from "../glyphs/glyph.ts";
import { drawAvatar, type Portrait } from "./draw-avatar.ts";
import { drawBackground } from "./draw-background.ts";
import { drawQr } from "./draw-qr.ts";
import { drawText } from "./draw-text.ts";
import { type Layer, rgbOf, yccOf } from "./layer.ts";

/** A component with what it says for one sender: a code's address, or words. */
export type Said = { readonly component: Component; readonly says: string };

/** What is at hand to draw with. */
export type Means = { readonly fontFor: FontFor; readonly portrait: Portrait | undefined };

/**
 * The layers of a sender's block, the lowest first. A component of which nothing can be drawn has no
 * background either.
 */
export function drawBlock(block: readonly Said[], { fontFor, portrait }: Means): Layer[] {
  return block.flatMap(({ component, says }) => {
    const layers = drawOne(component, says, fontFor, portrait);
    if (layers.length === 0) return [];
    const { x, y, width, height } = component;
    return [...drawBackground(component.background, { x, y, width, height }), ...layers];
  });
}

function drawOne(
  component: Component,
  says: string,
  fontFor: FontFor,
  portrait: Portrait | undefined,
): Layer[] {
  if (component.type === "text") return drawText(component, says, fontFor);
  if (component.type === "avatar") return portrait ? drawAvatar(component, portrait) : [];
  return drawQr(says, component, yccOf(rgbOf(component.color)));
}
