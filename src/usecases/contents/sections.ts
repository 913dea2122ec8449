/** From a Markdown body to sections whose ids last across versions. */

import type { Section } from "../../domain/content.ts";
import { newSectionId } from "../../storage/new-id.ts";
import { renderBody } from "../../tracking/body.ts";
import { expectedReadingMs } from "../../tracking/reading-time.ts";
import { carrySectionIds } from "../../tracking/section-ids.ts";
import { invalidField } from "../errors.ts";

/** A row of D1 holds 2 MB: the body as written, its sections, and the drafts beside them. */
const maxBytes = 1_500_000;

/**
 * The sections of a body; one that also stood in the previous body keeps its id. Throws `invalid` where
 * they do not fit a row.
 */
export function deriveSections(body: string, previous: readonly Section[]): Section[] {
  const { sections } = renderBody(body);
  const derived = carrySectionIds(previous, sections, newSectionId).map(
    ({ id, heading, headingHtml, level, html, text }) => ({
      id,
      heading,
      ...(headingHtml === undefined ? {} : { headingHtml }),
      level,
      html,
      text,
      expectedMs: expectedReadingMs(`${heading}\n${text}`),
    }),
  );
  const bytes = new TextEncoder().encode(body + JSON.stringify(derived)).length;
  if (bytes > maxBytes) {
    throw invalidField("body", "The body is too long to be kept with its HTML. Split it in two.");
  }
  return derived;
}
