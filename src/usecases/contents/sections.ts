/** From a Markdown body to sections whose ids last across versions. */
import { customAlphabet } from "nanoid";
import type { Section } from "../../storage/schema.ts";
import { renderBody } from "../../tracking/body.ts";
import { expectedReadingMs } from "../../tracking/reading-time.ts";
import { carrySectionIds } from "../../tracking/section-ids.ts";

const newSectionId = customAlphabet("23456789abcdefghjkmnpqrstuvwxyz", 6);

/** The sections of a body; one that also stood in the previous body keeps its id. */
export function deriveSections(body: string, previous: readonly Section[]): Section[] {
  const { sections } = renderBody(body);
  return carrySectionIds(previous, sections, () => `s${newSectionId()}`).map(
    ({ id, heading, level, html, text }) => ({
      id,
      heading,
      level,
      html,
      text,
      expectedMs: expectedReadingMs(`${heading}\n${text}`),
    }),
  );
}
