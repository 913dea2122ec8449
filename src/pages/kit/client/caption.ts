/**
 * A caption's field grows with its text, warns of folding while it is typed, keeps what was typed over
 * reloads, and gives the original back. The line of the sender's own goes before it.
 */
import { keep, read } from "./kept.ts";
import { watchLine } from "./own-line.ts";

/** Watches a caption's field and the one for the sender's own line. */
export function watchCaption(area: HTMLTextAreaElement): void {
  const { caption = "", reset = "", maxLines, maxChars, contentId, version } = area.dataset;
  // The page draws them beside the field.
  const warning = document.getElementById(caption) as HTMLElement;
  const original = document.getElementById(reset) as HTMLElement;
  const line = lineOf(area);
  const lineName = `line ${contentId}`;
  const captionName = `caption ${contentId} ${version}`;

  const adapt = () => {
    area.style.height = "auto";
    // The border is no part of what scrolls.
    area.style.height = `${area.scrollHeight + 2}px`;
    const lines = wordsOf(area).split("\n");
    const chars = [...lines.join("")].length;
    warning.hidden = lines.length <= Number(maxLines) && chars <= Number(maxChars);
    put(warning, "[data-lines]", lines.length);
    put(warning, "[data-chars]", chars);
    original.hidden = !isEdited(area);
  };

  area.value = read(captionName) || area.defaultValue;
  area.addEventListener("input", () => {
    keep(captionName, area.value === area.defaultValue ? null : area.value);
    adapt();
  });
  if (line) {
    line.value = read(lineName) || line.value;
    const changed = () => {
      keep(lineName, line.value || null);
      adapt();
    };
    line.addEventListener("input", changed);
    watchLine(line, contentId, changed);
  }
  // From here on the text decides the height, not an estimate of its lines.
  area.rows = 1;
  addEventListener("resize", adapt);
  original.addEventListener("click", () => {
    area.value = area.defaultValue;
    keep(captionName, null);
    if (line) {
      line.value = "";
      line.dispatchEvent(new Event("change", { bubbles: true }));
    }
    adapt();
    area.focus();
  });
  adapt();
}

/** What is copied: the sender's own line, if there is one, before the caption. */
export function wordsOf(area: HTMLTextAreaElement): string {
  const line = lineOf(area);
  const own = line ? line.value.trim() : "";
  return (own ? `${own}\n${area.value}` : area.value).trim();
}

/** Are the words still those that the sender was given? */
export function isEdited(area: HTMLTextAreaElement): boolean {
  return wordsOf(area) !== area.defaultValue.trim();
}

function lineOf({ dataset }: HTMLTextAreaElement): HTMLInputElement | null {
  return document.getElementById(dataset.line || "") as HTMLInputElement | null;
}

function put(within: Element, selector: string, count: number): void {
  (within.querySelector(selector) as Element).textContent = String(count);
}
