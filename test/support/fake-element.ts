/** An element of a FakePage. */

export interface FakeSection {
  height: number;
  width?: number;
  expectedMs?: number;
  /** A marked section, a heading, text below one, or a picture. Default: a section. */
  as?: "section" | "heading" | "text" | "img";
  /** The value of `data-section`. */
  id?: string;
  text?: string;
}

export interface Rect {
  top: number;
  bottom: number;
  left: number;
  height: number;
  width: number;
}

interface Page {
  readonly elements: FakeElement[];
  rectOf(element: FakeElement): Rect;
}

export class FakeElement {
  readonly height: number;
  readonly width: number;
  readonly as: FakeSection["as"];
  readonly textContent: string;
  readonly dataset: Record<string, string | undefined>;
  hidden?: boolean;
  readonly #page: Page;

  constructor(page: Page, section: FakeSection) {
    const { height, width = 400, as = "section", text = "", id, expectedMs } = section;
    this.#page = page;
    this.height = height;
    this.width = width;
    this.as = as;
    this.textContent = text;
    this.dataset = {
      ...(id === undefined ? {} : { section: id }),
      ...(expectedMs === undefined ? {} : { expectedMs: String(expectedMs) }),
    };
  }

  get nextElementSibling(): FakeElement | null {
    const { elements } = this.#page;
    return elements[elements.indexOf(this) + 1] ?? null;
  }

  get isConnected(): boolean {
    return this.#page.elements.includes(this);
  }

  matches(): boolean {
    return this.as === "heading";
  }

  contains(other: unknown): boolean {
    return other === this;
  }

  getBoundingClientRect(): Rect {
    return this.#page.rectOf(this);
  }
}

export function rect(top: number, bottom: number, width: number): Rect {
  const isEmpty = bottom <= top;
  return {
    top: isEmpty ? 0 : top,
    bottom: isEmpty ? 0 : bottom,
    left: 0,
    height: Math.max(0, bottom - top),
    width: isEmpty ? 0 : width,
  };
}
