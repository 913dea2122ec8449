/**
 * The kit's behaviour: a live fold warning, copying with visible feedback, and a note of what was
 * copied. Everything it needs stands in data attributes; without it the text can be selected by hand.
 */
import { isEdited, watchCaption, wordsOf } from "./caption.ts";
import { copyText } from "./copy-text.ts";
import { tellOpened } from "./opened.ts";
import { isShared } from "./own-line.ts";
import { watchPicture } from "./own-picture.ts";
import { watchWords } from "./own-words.ts";
import { watchPeople } from "./people.ts";
import { save } from "./save.ts";
import { say } from "./say.ts";
import { send } from "./send.ts";
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

/** Hands each element that a selector finds to whom it concerns. */
function each<E extends HTMLElement>(selector: string, watch: (element: E) => void): void {
  for (const element of document.querySelectorAll<E>(selector)) watch(element);
}

each("[data-caption]", watchCaption);
each(".own-picture", watchPicture);
each("[data-opened-url]", tellOpened);
each("[data-task]", watchTask);
each(".people", watchPeople);
each("[data-words]", watchWords);
each(".entries [aria-current]", showChip);

/** Of many contents the open one is seen without looking for it. */
function showChip(chip: HTMLElement): void {
  const item = chip.parentElement as HTMLElement;
  const list = item.parentElement as HTMLElement;
  list.scrollLeft = item.offsetLeft + (item.offsetWidth - list.clientWidth) / 2;
}

addEventListener("load", () => each("[data-whole]", loadWhole));

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
  return element ? (element.textContent as string).trim() : "";
}

/** Tells which version was copied. */
function report(area: HTMLTextAreaElement): void {
  const { copiedUrl, contentId, version } = area.dataset;
  if (!copiedUrl) return;
  // A note that is lost costs the sender nothing.
  void send(copiedUrl, "POST", {
    contentId,
    version: Number(version),
    edited: isEdited(area),
    // What the sender wrote goes no further than this page unless they agree.
    text: isShared() ? area.value : undefined,
  });
}
