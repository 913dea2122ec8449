/** Buttons that only a script can serve: they are hidden without one. */
const shownMs = 2000;

export function servePresses(): void {
  for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>("[data-copy]"))) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button).catch(() => {}));
  }
  for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>("[data-print]"))) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  // A file goes into the field beside it, so that it is seen before it is sent.
  for (const file of Array.from(document.querySelectorAll<HTMLInputElement>("[data-into]"))) {
    const place = document.getElementById(file.dataset.into || "") as HTMLTextAreaElement | null;
    file.addEventListener("change", () => {
      const [first] = Array.from(file.files || []);
      if (first && place) read(first, place);
    });
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(button.dataset.copy || "");
  if (!source) return;
  try {
    await navigator.clipboard.writeText((source.textContent || "").trim());
  } catch {
    // Plain http has no clipboard: then the text stands selected, to be copied by hand.
    const selection = getSelection();
    if (selection) selection.selectAllChildren(source);
    return;
  }
  const label = button.textContent;
  button.textContent = button.dataset.done || "";
  setTimeout(() => {
    button.textContent = label;
  }, shownMs);
}

/** Spreadsheets in China write GBK as often as UTF-8. */
function read(file: File, place: HTMLTextAreaElement): void {
  const reader = new FileReader();
  reader.addEventListener("load", () => {
    const bytes = reader.result as ArrayBuffer;
    try {
      place.value = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      place.value = new TextDecoder("gb18030").decode(bytes);
    }
  });
  reader.readAsArrayBuffer(file);
}
