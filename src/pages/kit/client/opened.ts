import { send } from "./send.ts";

/**
 * Tells that a content is open before somebody's eyes: not while a browser renders it ahead of time or behind
 * another tab. What only fetches the page runs no script, and so is never told of.
 */
export function tellOpened(area: HTMLElement): void {
  const { openedUrl, contentId } = area.dataset;
  const tell = () => {
    if (!openedUrl || document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", tell);
    // A note that is lost costs the sender nothing.
    void send(openedUrl, "POST", { contentId });
  };
  document.addEventListener("visibilitychange", tell);
  tell();
}
