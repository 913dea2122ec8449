/**
 * A colour that somebody chose, as pages can use it: dark enough on a light ground and light enough on a dark one,
 * whatever was chosen. Contrast is that of WCAG 2.2, 1.4.3.
 */

/** "#rrggbb", in small letters. */
export type Hex = `#${string}`;
/** What is pressed or linked, and the calm ground of notices, which is tinted with it. */
type Accent = { readonly accent: Hex; readonly soft: Hex };
export type Accents = { readonly light: Accent; readonly dark: Accent };

/** The least contrast of text. */
const LEAST = 4.5;
/** Grounds of both schemes, as shell/base.css has them: the one that is written on, and the one that cards have. */
const grounds = { light: ["#faf8f4", "#ffffff"], dark: ["#16181a", "#1e2123"] } as const;
/** How much of the colour is in the ground of notices. */
const tint = 0.07;
/** Towards black or white, by so much at a time. */
const step = 0.02;

/** A colour as both schemes show it: itself where it can be read, else the nearest that can. */
export function accentsOf(colour: Hex): Accents {
  return { light: readable(colour, "light", "#000000"), dark: readable(colour, "dark", "#ffffff") };
}

function readable(colour: Hex, scheme: keyof typeof grounds, end: Hex): Accent {
  const [ground, card] = grounds[scheme];
  for (let share = 0; share < 1; share += step) {
    const accent = mixed(colour, end, share);
    const soft = mixed(ground, accent, tint);
    if ([ground, card, soft].every((below) => contrast(accent, below) >= LEAST)) {
      return { accent, soft };
    }
  }
  return { accent: end, soft: mixed(ground, end, tint) };
}

/** 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function mixed(from: Hex, to: Hex, share: number): Hex {
  const ends = channels(to);
  const parts = channels(from).map((value, at) =>
    Math.round(value + ((ends[at] ?? 0) - value) * share)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${parts.join("")}`;
}

function luminance(colour: Hex): number {
  const [r = 0, g = 0, b = 0] = channels(colour)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const channels = (colour: Hex): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
