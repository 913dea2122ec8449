/**
 * The palette: "/" or Ctrl-K opens it, letters narrow it, arrows and Enter choose. It knows the menu's
 * screens by themselves, and posts, colleagues and what lies below a screen by asking once. Without it, g and a screen's letter goes there.
 */

interface Place {
  readonly text: string;
  readonly href: string;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** How long g waits for its letter. */
const chordMs = 1200;

export function listenForPalette(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#palette");
  const text = document.querySelector<HTMLInputElement>("#palette-text");
  const list = document.querySelector<HTMLElement>("#palette-found");
  // A webview without dialogs has the menu.
  if (!dialog || !text || !list || typeof dialog.showModal !== "function") return;
  const palette = new Palette(dialog, text, list);
  let gAt = 0;
  for (const button of document.querySelectorAll<HTMLElement>("[data-palette]")) {
    button.hidden = false;
    button.addEventListener("click", () => palette.open());
  }
  document.addEventListener("keydown", (event) => {
    const isChord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if (isChord || (event.key === "/" && !isTyping(event.target))) {
      event.preventDefault();
      palette.open();
    } else if (!isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const place = Date.now() - gAt < chordMs ? letterPlace(event.key) : null;
      if (place) location.href = place;
      gAt = event.key === "g" ? Date.now() : 0;
    }
  });
}

function letterPlace(key: string): string | null {
  const links = Array.from(document.querySelectorAll<HTMLAnchorElement>("[data-key]"));
  const link = links.find((one) => one.dataset.key === key);
  return link ? link.href : null;
}

class Palette {
  constructor(dialog: HTMLDialogElement, text: HTMLInputElement, list: HTMLElement) {
    this.dialog = dialog;
    this.text = text;
    this.list = list;
    text.addEventListener("input", () => this.show());
    text.addEventListener("keydown", (event) => this.press(event));
    list.addEventListener("click", (event) => {
      const option = (event.target as Element).closest<HTMLElement>("[data-href]");
      if (option) this.go(option);
    });
  }

  private readonly dialog: HTMLDialogElement;
  private readonly text: HTMLInputElement;
  private readonly list: HTMLElement;
  private posts: readonly Place[] | null = null;
  private chosen = 0;

  open(): void {
    this.text.value = "";
    this.dialog.showModal();
    this.text.focus();
    this.show();
    if (this.posts === null) {
      this.posts = [];
      this.load().catch(() => {});
    }
  }

  private async load(): Promise<void> {
    const answer = await fetch(this.dialog.dataset.posts || "", { credentials: "same-origin" });
    if (!answer.ok) return;
    this.posts = ((await answer.json()) as { places: Place[] }).places;
    this.show();
  }

  private show(): void {
    const screens = Array.from(document.querySelectorAll<HTMLAnchorElement>("[data-menu] nav a"));
    const all = screens
      .map(({ textContent, href }): Place => ({ text: textContent || "", href }))
      .concat(this.posts || []);
    const wanted = this.text.value.trim().toLowerCase();
    const found = all.filter(({ text }) => text.toLowerCase().includes(wanted)).slice(0, 12);
    this.chosen = 0;
    this.list.textContent = "";
    if (found.length === 0) found.push(...this.elsewhere());
    found.forEach(({ text, href }, index) => {
      const option = document.createElement("div");
      option.id = `palette-${index}`;
      option.textContent = text;
      option.dataset.href = href;
      option.setAttribute("role", "option");
      this.list.append(option);
    });
    this.mark();
  }

  /** Where to look for what is none of these: lists that are longer. */
  private elsewhere(): Place[] {
    const lists = Array.from(
      document.querySelectorAll<HTMLAnchorElement>("[data-key=p],[data-key=e]"),
    );
    const text = this.list.dataset.none || "";
    return lists.map(({ textContent, href }) => ({
      text: text.replace("{place}", textContent || ""),
      href: `${href}?q=${encodeURIComponent(this.text.value.trim())}`,
    }));
  }

  private mark(): void {
    Array.from(this.list.children).forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === this.chosen));
    });
    this.text.setAttribute("aria-activedescendant", `palette-${this.chosen}`);
  }

  private press(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const count = this.list.children.length;
    if (step !== 0 && count > 0) {
      event.preventDefault();
      this.chosen = (this.chosen + step + count) % count;
      this.mark();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = this.list.children[this.chosen] as HTMLElement | undefined;
      if (option) this.go(option);
    }
  }

  private go(option: HTMLElement): void {
    const { href } = option.dataset;
    if (href) location.href = href;
  }
}
