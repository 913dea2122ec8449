/**
 * The editor: the preview and the count of wordings follow what is written, a moment after the last key; a
 * caption's last empty field grows another; what comes from Word or a web page becomes Markdown.
 */
import { htmlToMarkdown, lostPictures, readHtml } from "./paste.ts";
import { settled } from "./settled.ts";

const previewMs = 700;
const weighMs = 1500;

export function watchEditor(): void {
  const form = document.querySelector<HTMLFormElement>("[data-editor]");
  if (!form) return;
  const refresh = form.querySelector<HTMLButtonElement>("[data-refresh]");
  const preview = () => {
    if (refresh) refresh.click();
  };
  const previewSoon = settled(previewMs, preview);
  const weighSoon = settled(weighMs, () => weigh(form));
  form.addEventListener("input", (event) => {
    const field = event.target as HTMLElement;
    if (field.getAttribute("name") === "draft") {
      addCaption(form);
      weighSoon();
    } else previewSoon();
  });
  for (const area of Array.from(form.querySelectorAll<HTMLTextAreaElement>("[data-paste]"))) {
    area.addEventListener("paste", (event) => pasteInto(area, event));
  }
  preview();
  weigh(form).catch(() => {});
}

/** Another field where the last one holds something. */
function addCaption(form: HTMLFormElement): void {
  const list = form.querySelector("[data-captions]");
  const fields = Array.from(form.querySelectorAll<HTMLTextAreaElement>("textarea[name=draft]"));
  const last = fields[fields.length - 1];
  if (!list || !last || last.value.trim() === "" || fields.length >= 20) return;
  const field = last.closest(".field");
  if (!field) return;
  const next = field.cloneNode(true) as HTMLElement;
  const area = next.querySelector("textarea");
  const label = next.querySelector("label");
  if (!area || !label) return;
  area.value = "";
  area.id = `field-draft-${fields.length}`;
  label.htmlFor = area.id;
  label.textContent = (label.textContent || "").replace(/\d+/, String(fields.length + 1));
  list.append(next);
}

/** Asks how many people the captions serve, and shows the answer. */
async function weigh(form: HTMLFormElement): Promise<void> {
  const place = form.querySelector<HTMLElement>("[data-weigh]");
  if (!place) return;
  const fields = new URLSearchParams();
  new FormData(form).forEach((value, name) => {
    if (typeof value === "string" && (name === "token" || name === "draft")) {
      fields.append(name, value);
    }
  });
  const answer = await fetch(place.dataset.weigh || "", {
    method: "POST",
    credentials: "same-origin",
    body: fields,
  });
  const html = answer.ok ? await answer.text() : "";
  if (html !== "") place.innerHTML = html;
}

/** Puts formatted text in as Markdown. Plain text goes in as it is. */
function pasteInto(area: HTMLTextAreaElement, event: ClipboardEvent): void {
  const html = event.clipboardData ? event.clipboardData.getData("text/html") : "";
  if (!/<(?:h\d|p|li|strong|b|section|table|blockquote)\b/i.test(html)) return;
  const root = readHtml(html);
  const [markdown, lost] = [htmlToMarkdown(root), lostPictures(root)];
  const note = area.parentElement?.querySelector<HTMLElement>("[data-lost]");
  if (note) {
    note.hidden = lost === 0;
    note.textContent = (note.dataset.lost || "").replace("{n}", String(lost));
  }
  if (markdown === "") return;
  event.preventDefault();
  area.setRangeText(markdown, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
