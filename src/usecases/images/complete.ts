import type {
  AvatarComponent,
  Background,
  Component,
  QrComponent,
  TextComponent,
} from "../../domain/component.ts";
import { leastTextSize } from "../../variation/image/index.ts";

type Optional<C, Left extends keyof C> = Omit<C, Left> & { [K in Left]?: C[K] | undefined };

/** A component as a caller gives it: what is left out follows from its type and the image. */
export type GivenComponent =
  | Optional<QrComponent, "color" | "background">
  | Optional<AvatarComponent, "shape" | "background">
  | Optional<TextComponent, "color" | "background" | "align" | "least" | "most" | "lines">;

const white: Background = { shape: "plain", color: "#ffffff", opacity: 100 };
const none: Background = { shape: "none", color: "#ffffff", opacity: 0 };
/** From a baseline to the next one, in ems. */
const lineHeight = 1.3;

/** A code is black on white; a text dark gray on the picture, as large as its place allows. */
export function completed(
  image: { readonly width: number; readonly height: number },
  given: GivenComponent,
): Component {
  const { type, x, y, width, height } = given;
  const place = { x, y, width, height };
  switch (type) {
    case "qr": {
      const { color = "#000000", background = white } = given;
      return { type, ...place, color, background };
    }
    case "avatar": {
      const { shape = "round", background = none } = given;
      return { type, ...place, shape, background };
    }
    case "text": {
      const { text, color = "#222222", background = none, align = "left", lines = 1 } = given;
      const least = given.least ?? leastTextSize(image.width, image.height);
      const most = given.most ?? Math.max(least, Math.floor(height / lineHeight / lines));
      return { type, ...place, text, color, background, align, least, most, lines };
    }
  }
}
