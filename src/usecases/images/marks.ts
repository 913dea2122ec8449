/** The two marks that images had before components: a code on white, and a line of the sender's on white. */
import type { Background, Component } from "../../domain/component.ts";
import type { LinePlace, QrPlace } from "../../domain/content.ts";

export type Marks = { qr: QrPlace | null; line: LinePlace | null };

/** Letters of a line, of its height. */
const EM = 0.62;
const white: Background = { shape: "plain", color: "#ffffff", opacity: 100 };

/** What a mark's line says: name, title and phone. */
export const lineTemplate = "{name}  {title}  {phone}";

export function qrOf({ x, y, size }: QrPlace): Component {
  const place = { x, y, width: size, height: size };
  return { type: "qr", ...place, color: "#000000", background: white };
}

export function lineOf(place: LinePlace): Component {
  return {
    type: "text",
    ...place,
    text: lineTemplate,
    color: "#222222",
    background: white,
    align: "left",
    least: 1,
    most: Math.max(1, Math.round(place.height * EM)),
    lines: 1,
  };
}

/** The sender's block of an image, however it was marked; the first component lies lowest. */
export function componentsOf(
  image: Marks & { components?: readonly Component[] | null | undefined },
): readonly Component[] {
  const { components, qr, line } = image;
  if (components) return components;
  return [...(line ? [lineOf(line)] : []), ...(qr ? [qrOf(qr)] : [])];
}
