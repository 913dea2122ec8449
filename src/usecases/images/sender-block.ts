import type { Component } from "../../domain/component.ts";
import type { Sender } from "../../storage/senders.ts";
import { drawable, filledIn, type Said } from "../../variation/image/index.ts";

/** What of a sender is on their pictures. */
export type Shown = Pick<Sender, "name" | "title" | "phone" | "team">;

/** Components with what they say for one sender: the link's address, or words. */
export function blockOf(
  components: readonly Component[],
  sender: Shown,
  linkUrl: string,
): readonly Said[] {
  return components.map((component) => {
    if (component.type === "qr") return { component, says: linkUrl };
    if (component.type === "avatar") return { component, says: "" };
    return { component, says: drawable(filledIn(component.text, sender)) };
  });
}
