/**
 * Which elements are sections, on a page that may be anybody's. A section is known by its name, never by
 * its element: frameworks make new elements all the time, single-page apps show a part again, and what
 * is inserted above moves nothing. Elements are looked up afresh, so that detached ones are let go.
 */
import { MAX_SECTIONS } from "../protocol.ts";

const HEADINGS = "h1,h2,h3";

/** The sections' names by ordinal, in the order in which they were seen first. */
const known: (string | number)[] = [];

/** The sections now on the page, and their ordinals; none for what came when all were given out. */
export let ordinals: Map<Element, number>;

function put(element: Element, name: string | number): void {
  if (!known.includes(name) && known.length < MAX_SECTIONS) known.push(name);
  ordinals.set(element, known.indexOf(name));
}

/** Finds the sections that are now on the page. */
export function findSections(): void {
  ordinals = new Map();
  document.querySelectorAll<HTMLElement>("[data-section]").forEach((element, at) => {
    put(element, element.dataset.section || at);
  });
  if (!ordinals.size) findHeadings();
  if (!ordinals.size) for (const element of document.body.children) put(element, "");
}

/**
 * Where the page names no sections, each heading begins one, up to the next heading beside it. Its name
 * is its text and its place: the view (the address without its query and its anchors: routers keep
 * their path before or after the `#`), and the how-manieth of this text it is.
 */
function findHeadings(): void {
  const view = location.href.replace(/\?[^#]*|#\w.*/g, "");
  const times: Record<string, number> = {};
  for (const heading of document.querySelectorAll(HEADINGS)) {
    let name = view + heading.textContent;
    name += times[name] = (times[name] || 0) + 1;
    let element: Element | null = heading;
    do {
      put(element, name);
      element = element.nextElementSibling;
    } while (element && !element.matches(HEADINGS));
  }
}
