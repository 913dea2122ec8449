/**
 * The kit's behaviour: a live fold warning, copying with visible feedback, and a note of what was
 * copied. Everything it needs stands in data attributes; without it the text can be selected by hand.
 */
import { watchCaption } from "./caption.ts";
import { copyText } from "./copy-text.ts";
import { watchPortrait } from "./portrait.ts";
import { say } from "./say.ts";
import { loadWhole } from "./whole-images.ts";

document.addEventListener("click", async (event) => {
  const button = (event.target as Element).closest<HTMLElement>("[data-copy]");
  const source = button && document.getElementById(button.dataset.copy ?? "");
  if (!button || !source) return;
  const area = source instanceof HTMLTextAreaElement ? source : null;
  const isCopied = await copyText(area ? area.value : (source.textContent ?? "").trim());
  say(button, isCopied);
  if (!area) return;
  if (isCopied) report(area);
  else area.select();
});

for (const area of document.querySelectorAll<HTMLTextAreaElement>("[data-caption]")) {
  watchCaption(area);
}

for (const card of document.querySelectorAll<HTMLElement>(".portrait")) watchPortrait(card);

addEventListener("load", () => {
  loadWhole(document.querySelectorAll<HTMLImageElement>("[data-whole]"));
});

/** Tells which version was copied, with keepalive, since the sender leaves for their chat at once. */
function report(area: HTMLTextAreaElement): void {
  const { copiedUrl, contentId, version } = area.dataset;
  if (!copiedUrl) return;
  const edited = area.value.trim() !== area.defaultValue.trim();
  fetch(copiedUrl, {
    method: "POST",
    keepalive: true,
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ contentId, version: Number(version), edited }),
    // A note that is lost costs the sender nothing.
  }).catch(() => {});
}
