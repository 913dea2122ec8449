/** What of the content is on the screen, how much of each section, and how long that takes to read. */
import {
  idleLimitMs,
  MIN_IDLE_MS,
  PICTURE_AREA_PER_MS,
  UNSTATED_CHARACTER_MS,
} from "../protocol.ts";
import { ordinals } from "./sections.ts";

declare const FULL: boolean;

/** What an IntersectionObserver says of an element. */
export type Part = Pick<
  IntersectionObserverEntry,
  "target" | "boundingClientRect" | "intersectionRect"
>;

/** Visible area by section ordinal, holes where there is none, and the sum of them. */
export let shown: number[] = [];
export let area = 0;
/** How long a reader who does nothing is believed. */
export let limit = MIN_IDLE_MS;
/** Furthest part of the content seen, permille. */
export let furthest: number;
/** Is one of the sections that are on the screen not covered by a dialog or the like? */
export let isOpen: boolean;

/** Begins a visit. */
export function beginView(): void {
  furthest = 0;
}

/**
 * Takes in what of each section and picture is on the screen: the parts that an IntersectionObserver
 * tells, or, on pages of ours, where no box scrolls by itself and all sections are equally wide, the
 * elements.
 */
export function weigh(list: Iterable<Element | Part>): void {
  // Pinched, a phone shows a part of what it calls its viewport; iOS knows of it since 13:
  // https://wicg.github.io/visual-viewport/
  const { offsetTop = 0, height: tall = innerHeight }: Partial<VisualViewport> =
    self.visualViewport || {};
  let height = 0;
  let expected = 0;
  let reached = 0;
  let count = 0;
  area = 0;
  shown = [];
  isOpen = false;
  for (const item of list) {
    const element = (FULL ? (item as Part).target : item) as HTMLElement;
    const whole = FULL ? (item as Part).boundingClientRect : element.getBoundingClientRect();
    const part = FULL ? (item as Part).intersectionRect : whole;
    const stated = element.dataset.expectedMs as string;
    const isSection = FULL ? ordinals.has(element) : stated;
    const start = Math.max(part.top, offsetTop);
    const end = Math.min(part.bottom, offsetTop + tall);
    const width = FULL ? part.width : 1;
    if (end > start && width) {
      const seen = FULL ? (end - start) * width : end - start;
      const ms = FULL
        ? +stated || (element.textContent as string).length * UNSTATED_CHARACTER_MS
        : +stated;
      // On pages of ours a picture is what states nothing, on others what also has no text.
      expected += (FULL ? ms : isSection)
        ? (ms * seen) / (FULL ? whole.height * whole.width : whole.height)
        : (FULL ? seen : seen * whole.width) / PICTURE_AREA_PER_MS;
      if (isSection) {
        area += seen;
        // -1 is no element of an array: what has no ordinal takes its share and tells nothing.
        const ordinal = FULL ? (ordinals.get(element) as number) : count;
        // Only a section under a heading is made of several elements.
        shown[ordinal] = FULL ? (shown[ordinal] || 0) + seen : seen;
        reached = height + end - whole.top;
        if (FULL) {
          const hit = document.elementFromPoint(part.left + width / 2, (start + end) / 2);
          isOpen = isOpen || element.contains(hit);
        }
      }
    }
    if (isSection) {
      height += whole.height;
      if (!FULL) count++;
    }
  }
  furthest = Math.max(furthest, ((1000 * reached) / height + 0.5) | 0);
  limit = idleLimitMs(expected);
}
