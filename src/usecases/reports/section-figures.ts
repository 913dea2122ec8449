/** The parts of what was read, as a report may tell them. */
import type { Section } from "../../domain/content.ts";
import type { ContentId } from "../../domain/ids.ts";
import type { Sums } from "../../domain/rollup.ts";
import { heldBack, sectionFigures, type Told, told } from "../../insight/report/sections.ts";
import { cellsOf } from "../../insight/rollups.ts";
import type { Words } from "../../insight/words.ts";
import { sectionsOfVersions } from "../../storage/versions.ts";
import { tellsHow } from "../../tracking/rungs.ts";
import type { Scoped } from "../kernel/context.ts";
import { thousandth } from "../rounded.ts";

/**
 * How long readers stayed with a part, by its cell of the sums.
 *
 * @param mayTell - whether the whole may be told: of what one or two did who agreed to nothing, no part may
 */
export function timeOn([readers = 0, ms = 0, unnamed = 0]: readonly number[], mayTell: boolean) {
  const time = told(readers, () => ({ totalMs: ms, meanMs: Math.round(ms / readers) }));
  const isHeld = "value" in time && !(mayTell && tellsHow(unnamed));
  return { readers, time: isHeld ? { missing: heldBack } : time };
}

/**
 * Sections in the order of the text, versions added up by the section's lasting id: time, what share of it that
 * reading takes, who stopped before it, who read it again. A figure of fewer than three readers, or one that
 * would tell what one or two did who agreed to nothing, is left out, and it is said why.
 */
export async function sectionsOf(
  { scope }: Scoped,
  contentId: ContentId,
  current: readonly Section[],
  sums: Sums,
) {
  const sections = new Map(current.map((section) => [section.id, section]));
  const visited = cellsOf(sums, "version").map(([version]) => Number(version));
  for (const section of (await sectionsOfVersions(scope, contentId, visited)).flat()) {
    if (!sections.has(section.id)) sections.set(section.id, section);
  }
  const ordered = [...sections.values()];
  const mayTell = tellsHow(sums.unnamed?.[0] ?? 0);
  const cell = (kind: string, id: string) => sums[`${kind}:${id}`] ?? [];
  const reads = (id: string) => (mayTell ? (cell("reached", id)[0] ?? 0) : 0);
  let reached = ordered.reduce((sum, { id }) => sum + reads(id), 0);
  const figures = sectionFigures(
    ordered.map(({ id, expectedMs }) => {
      const own = {
        sectionId: id,
        expectedMs,
        ms: cell("section", id)[1] ?? 0,
        reached,
        again: cell("again", id)[0] ?? 0,
      };
      reached -= reads(id);
      return own;
    }),
    mayTell ? (sums.total?.[0] ?? 0) : 0,
  );
  return ordered.map(({ id, heading, expectedMs }, at) => {
    const { readers, time } = timeOn(cell("section", id), mayTell);
    const missing = figureOf(time) === null ? reasonOf(time) : null;
    const own = figures[at];
    return {
      id,
      heading,
      expectedMs,
      readers: figureOf(time) === null ? null : readers,
      totalMs: figureOf(time)?.totalMs ?? null,
      meanMs: figureOf(time)?.meanMs ?? null,
      heat: own && figureOf(time) !== null ? shareOf(own.heat) : null,
      dropOff: own ? shareOf(own.dropOff) : null,
      readAgain: own ? shareOf(own.readAgain) : null,
      missing: missing ?? (own ? (reasonOf(own.heat) ?? reasonOf(own.dropOff)) : null),
    };
  });
}

const figureOf = <T>(one: Told<T>): T | null => ("value" in one ? one.value : null);
const reasonOf = <T>(one: Told<T>): Words | null => ("missing" in one ? one.missing : null);
const shareOf = (one: Told<number>): number | null => {
  const share = figureOf(one);
  return share === null ? null : thousandth(share);
};
