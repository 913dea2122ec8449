/** What a sender's block on a picture is made of; places are in pixels of the upright base. */

export const backgroundShapes = ["none", "plain", "rounded"] as const;
export const alignments = ["left", "center", "right"] as const;
export const avatarShapes = ["round", "square"] as const;

/** "#rrggbb". */
export type Color = `#${string}`;

/** What lies between a component and the picture. */
export type Background = {
  readonly shape: (typeof backgroundShapes)[number];
  readonly color: Color;
  /** Percent: 100 hides what lies below. */
  readonly opacity: number;
};

type Placed = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly background: Background;
};

/** The sender's code, as large as its place allows, with the quiet zone that scanners need. */
export type QrComponent = Placed & { readonly type: "qr"; readonly color: Color };

/** Words of the sender, or of the author: `{name}`, `{title}`, `{phone}` and `{team}` are filled in. */
export type TextComponent = Placed & {
  readonly type: "text";
  readonly text: string;
  readonly color: Color;
  readonly align: (typeof alignments)[number];
  /** Height of the letters' em box in pixels: as large as fits, between these. */
  readonly least: number;
  readonly most: number;
  /** The most lines that the text is wrapped to. */
  readonly lines: number;
};

/** The sender's portrait; nothing is drawn where there is none. */
export type AvatarComponent = Placed & {
  readonly type: "avatar";
  readonly shape: (typeof avatarShapes)[number];
};

/** In a list of them, later ones lie above. */
export type Component = QrComponent | TextComponent | AvatarComponent;
