/**
 * What of the content is on screen. An IntersectionObserver is asked afresh at every look: it knows
 * about scrolling in nested boxes, about frames and about layout that shifts, and a section taller than
 * the screen, which crosses no threshold for long, is seen right too.
 */
import { UNSTATED_EXPECTED_MS } from "../protocol.ts";

declare const FULL: boolean;

const HEADINGS = "h1,h2,h3";

/** Elements and their section's ordinal, in the order they were found: a page may grow. */
const ordinals = new Map<Element, number>();
let count = 0;

/** @param furthest the part of the content, in permille, down to the lowest edge on screen */
type Seen = (areas: number[], sum: number, expectedMs: number, furthest: number) => void;

/** A function that looks, and tells `seen` a frame later: visible area by section ordinal. */
export function createLook(seen: Seen): () => void {
  const observer = new IntersectionObserver((entries) => {
    // Later ones would hold only what crossed an edge since.
    observer.disconnect();
    const areas: number[] = [];
    let sum = 0;
    let expected = 0;
    let height = 0;
    let reached = 0;
    for (const { target, intersectionRect: shown, boundingClientRect: whole } of entries) {
      const ordinal = ordinals.get(target) as number;
      const area = shown.width * shown.height;
      if (area) {
        if (!areas[ordinal]) {
          expected += +((target as HTMLElement).dataset.expectedMs || UNSTATED_EXPECTED_MS);
        }
        areas[ordinal] = (areas[ordinal] || 0) + area;
        sum += area;
        reached = height + shown.bottom - whole.top;
      }
      height += whole.height;
    }
    seen(areas, sum, expected, reached && (1000 * reached) / height);
  });

  return () => {
    for (const section of document.querySelectorAll("[data-section]")) {
      if (!ordinals.has(section)) ordinals.set(section, count++);
    }
    if (FULL && !count) findHeadings();
    for (const element of ordinals.keys()) observer.observe(element);
  };
}

/** Where the page names no sections, each heading begins one, up to the next heading beside it. */
function findHeadings(): void {
  for (const heading of document.querySelectorAll(HEADINGS)) {
    let element: Element | null = heading;
    do {
      ordinals.set(element, count);
      element = element.nextElementSibling;
    } while (element && !element.matches(HEADINGS));
    count++;
  }
}
