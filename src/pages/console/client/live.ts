/** A part of a screen that keeps itself up to date: the screen is asked for again, and the part put in place. */
import { readHtml } from "./paste.ts";

const everyMs = 10_000;

export function keepLive(): void {
  const place = document.querySelector<HTMLElement>("[data-live]");
  if (place) setInterval(() => refresh(place).catch(() => {}), everyMs);
}

async function refresh(place: HTMLElement): Promise<void> {
  // Nobody looks, or somebody is reading a part that is open.
  if (document.hidden || place.contains(document.activeElement)) return;
  const answer = await fetch(location.href, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) return;
  const fresh = readHtml(await answer.text()).querySelector("[data-live]");
  if (fresh && fresh.innerHTML !== place.innerHTML) place.innerHTML = fresh.innerHTML;
}
