/**
 * What of the content is on screen. An IntersectionObserver is asked afresh at every look: it knows
 * about scrolling in nested boxes, about frames and about layout that shifts, and a section taller than
 * the screen, which crosses no threshold for long, is seen right too.
 */
import { idleLimitMs, UNSTATED_CHARACTER_MS } from "../protocol.ts";
import type { Meter } from "./meter.ts";

declare const FULL: boolean;

const HEADINGS = "h1,h2,h3";

/** Elements and their section's ordinal, in the order they were found: a page may grow. */
const ordinals = new Map<Element, number>();
let count = 0;

/** Looks, and a frame later tells the meter. */
export function look(meter: Meter): void {
  const observer = new IntersectionObserver((entries) => {
    // Later ones would hold only what crossed an edge since.
    observer.disconnect();
    let height = 0;
    let expected = 0;
    let reached = 0;
    meter.area = 0;
    meter.shown = [];
    for (const { target, intersectionRect: shown, boundingClientRect: whole } of entries) {
      const area = shown.width * shown.height;
      if (area) {
        const ordinal = ordinals.get(target) as number;
        const stated = (target as HTMLElement).dataset.expectedMs as string;
        expected += +(FULL
          ? stated || (target.textContent as string).length * UNSTATED_CHARACTER_MS
          : stated);
        // Only a section under a heading is made of several elements.
        meter.shown[ordinal] = FULL ? (meter.shown[ordinal] || 0) + area : area;
        meter.area += area;
        reached = height + shown.bottom - whole.top;
      }
      height += whole.height;
    }
    meter.furthest = Math.max(meter.furthest, ((1000 * reached) / height + 0.5) | 0);
    meter.limit = idleLimitMs(expected);
  });
  for (const section of document.querySelectorAll("[data-section]")) {
    if (!ordinals.has(section)) ordinals.set(section, count++);
  }
  if (FULL && !count) findHeadings();
  for (const element of ordinals.keys()) observer.observe(element);
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
