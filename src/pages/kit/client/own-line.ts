/** Keeps the line of the sender's own where every device of theirs finds it, and what they agree to show. */
import { change } from "./send.ts";

/** Watches the field of a caption's own line; `changed` is told when the words are others. */
export function watchLine(
  line: HTMLInputElement,
  contentId: string | undefined,
  changed: () => void,
): void {
  // The page draws both together.
  const card = line.closest("[data-own]") as HTMLElement;
  card.hidden = false;
  const keep = () => {
    changed();
    void change(card, card.dataset.own, "PUT", {
      contentId,
      line: line.value,
      shared: isShared(),
    });
  };
  card.addEventListener("click", (event) => {
    const earlier = (event.target as Element).closest("[data-earlier]");
    if (!earlier) return;
    line.value = earlier.textContent as string;
    keep();
  });
  card.addEventListener("change", keep);
}

/** Does the sender agree that head office sees what they write? */
export function isShared(): boolean {
  return document.querySelector("#shared:checked") !== null;
}
