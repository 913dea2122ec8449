import { alignments, avatarShapes, backgroundShapes, type Color } from "../../domain/component.ts";
import { z } from "./define.ts";
import { hexColour } from "./fields.ts";

const pixels = z.int().min(0).max(100_000);
const side = pixels.min(1);
const color = hexColour
  .transform((given) => given.toLowerCase() as Color)
  .openapi({ type: "string", example: "#12355b", description: "#rrggbb" });

const background = z
  .object({
    shape: z.enum(backgroundShapes),
    color: color.default("#ffffff"),
    opacity: z.int().min(0).max(100).default(100).openapi({ description: "Percent" }),
  })
  .openapi("Background");

const placed = {
  x: pixels,
  y: pixels,
  width: side,
  height: side,
  background: background.optional(),
};
const size = z.int().min(1).max(2000);

const qr = z.object({ type: z.literal("qr"), ...placed, color: color.optional() });

const text = z.object({
  type: z.literal("text"),
  ...placed,
  text: z.string().min(1).max(200).openapi({
    description: "{name}, {title}, {phone} and {team} are filled in; others are refused",
    example: "{name} · {title}",
  }),
  color: color.optional(),
  align: z.enum(alignments).optional(),
  least: size.optional().openapi({ description: "Least height of letters, in pixels" }),
  most: size.optional().openapi({ description: "Most height of letters, in pixels" }),
  lines: z.int().min(1).max(6).optional().openapi({ description: "Most lines it is wrapped to" }),
});

const avatar = z.object({
  type: z.literal("avatar"),
  ...placed,
  shape: z.enum(avatarShapes).optional(),
});

/** Components as a caller gives them, the lowest first. */
export const givenComponents = z
  .array(
    z.discriminatedUnion("type", [
      qr.openapi("NewQrComponent"),
      text.openapi("NewTextComponent"),
      avatar.openapi("NewAvatarComponent"),
    ]),
  )
  .max(12);

/** The same as they are shown: nothing is left out. */
export const shownComponents = z
  .array(
    z.discriminatedUnion("type", [
      qr.required().openapi("QrComponent"),
      text.required().openapi("TextComponent"),
      avatar.required().openapi("AvatarComponent"),
    ]),
  )
  .readonly()
  .openapi({ description: "The sender's block, the lowest first" });
