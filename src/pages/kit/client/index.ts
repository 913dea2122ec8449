/**
 * The kit's behaviour: a live fold warning, copying with visible feedback, and a note of what was
 * copied. Everything it needs stands in data attributes; without it the text can be selected by hand.
 */
import { isEdited, watchCaption, wordsOf } from "./caption.ts";
import { copyText } from "./copy-text.ts";
import { tellOpened } from "./opened.ts";
import { watchPicture } from "./own-picture.ts";
import { watchWords } from "./own-words.ts";
import { watchPeople } from "./people.ts";
import { save } from "./save.ts";
import { say } from "./say.ts";
import { watchTask } from "./tasks.ts";
import { loadWhole } from "./whole-images.ts";

document.addEventListener("click", (event) => {
  const pressed = (event.target as Element).closest<HTMLElement>("[data-copy],[data-save]");
  if (!pressed) return;
  if (pressed instanceof HTMLAnchorElement) {
    event.preventDefault();
    void save(pressed);
  } else {
    void copy(pressed);
  }
});

for (const area of document.querySelectorAll<HTMLTextAreaElement>("[data-caption]")) {
  watchCaption(area);
}

for (const card of document.querySelectorAll<HTMLElement>(".own-picture")) watchPicture(card);
for (const item of document.querySelectorAll<HTMLElement>("[data-opened-url]")) tellOpened(item);
for (const line of document.querySelectorAll<HTMLElement>("[data-task]")) watchTask(line);
for (const list of document.querySelectorAll<HTMLElement>(".people")) watchPeople(list);
for (const form of document.querySelectorAll<HTMLFormElement>("[data-words]")) watchWords(form);

// Of many contents the open one is seen without looking for it.
const chip = document.querySelector<HTMLElement>(".entries [aria-current]");
if (chip) {
  const item = chip.parentElement as HTMLElement;
  const list = item.parentElement as HTMLElement;
  list.scrollLeft = item.offsetLeft + (item.offsetWidth - list.clientWidth) / 2;
}

addEventListener("load", () => {
  loadWhole(document.querySelectorAll<HTMLImageElement>("[data-whole]"));
});

async function copy(button: HTMLElement): Promise<void> {
  const source = document.getElementById(button.dataset.copy || "");
  if (!source) return;
  const area = source instanceof HTMLTextAreaElement ? source : null;
  const isCopied = await copyText(
    [area ? wordsOf(area) : textOf(source), textOf(chosen(button.dataset.beside))]
      .filter(Boolean)
      .join("\n"),
  );
  say(button, isCopied);
  if (!area) return;
  if (isCopied) report(area);
  else area.select();
}

/** What goes below the caption: the link of the place that is chosen. */
function chosen(choice: string | undefined): Element | null {
  const radio = choice && document.querySelector<HTMLInputElement>(`[name=${choice}]:checked`);
  return radio ? document.getElementById(radio.value) : null;
}

function textOf(element: Element | null): string {
  return element ? (element.textContent || "").trim() : "";
}

/** Tells which version was copied, with keepalive, since the sender leaves for their chat at once. */
function report(area: HTMLTextAreaElement): void {
  const { copiedUrl, contentId, version } = area.dataset;
  if (!copiedUrl) return;
  fetch(copiedUrl, {
    method: "POST",
    keepalive: true,
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ contentId, version: Number(version), edited: isEdited(area) }),
    // A note that is lost costs the sender nothing.
  }).catch(() => {});
}
