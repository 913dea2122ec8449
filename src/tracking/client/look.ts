/** Looks at the page: at once where it is ours, by an IntersectionObserver where it is anybody's. */
import { findSections, ordinals } from "./sections.ts";
import { area, isOpen, weigh } from "./view.ts";

declare const FULL: boolean;

/** Pages of ours are not framed: their Content-Security-Policy says so. */
export const isFramed = FULL && self !== top;
/** What was asked, as long as it has not answered. */
let observer: IntersectionObserver | undefined;
/** Area of the page that is on the screen. */
let onScreen = 0;

/** Can the content be seen, as far as the last look could tell? */
export const isSeen = () => !FULL || ((onScreen || !isFramed) && (!area || isOpen));

/**
 * Looks. On a page of ours all is known at once; on others a frame of the screen later, when
 * `whenKnown` is called: an observer, asked afresh each time, knows about scrolling in nested boxes,
 * about frames and about layout that shifts, and a section taller than the screen, which crosses no
 * threshold for long, is seen right too.
 */
export function look(whenKnown: () => void): void {
  if (!FULL) weigh(document.querySelectorAll("[data-expected-ms],img"));
  // Not on iOS before 12.2: https://caniuse.com/intersectionobserver. Totals then have no sections.
  else if (self.IntersectionObserver && !document.hidden) {
    // Firefox renders no frame with `display: none`, and never answers in it:
    // https://github.com/whatwg/html/issues/11138
    if (observer) {
      observer.disconnect();
      onScreen = 0;
    }
    observer = new IntersectionObserver((parts, asked) => {
      // Later ones would hold only what crossed an edge since.
      asked.disconnect();
      observer = undefined;
      const { width, height } = (parts.shift() as IntersectionObserverEntry).intersectionRect;
      onScreen = width * height;
      // What was replaced since it was asked for says nothing; the next look sees what is there.
      if (parts.some(({ target }) => target.isConnected)) weigh(parts);
      whenKnown();
    });
    findSections();
    for (const element of [document.documentElement, ...ordinals.keys(), ...document.images]) {
      observer.observe(element);
    }
  }
}
