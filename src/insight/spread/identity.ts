/**
 * Readers who turn out to be one person, and readers who are to be forgotten. Touches are kept as they
 * came, by hashed ref; who is who is a list beside them. So a merge can be taken back, and forgetting
 * is a change of that list.
 */
import type { Touch } from "./node.ts";

/** The person behind a ref, where they agreed to be known; a ref that is not in it stands for itself. */
export type People = ReadonlyMap<string, string>;

/**
 * Touches between people instead of refs. The earliest touch of a person is the one that will decide,
 * and whoever came through any of their refs came through them; a person who opened their own ref on
 * another device has no touch of it left.
 */
export function touchesOf(touches: readonly Touch[], people: People): Touch[] {
  const who = (ref: string) => people.get(ref) ?? ref;
  return touches.flatMap(({ reader, parent, at }) => {
    const touch = { reader: who(reader), parent: parent === null ? null : who(parent), at };
    return touch.reader === touch.parent ? [] : [touch];
  });
}

/**
 * Forgets a person: their first ref takes their place, without a name. The tree keeps its shape, and
 * nothing in it leads to anybody.
 *
 * @returns who is who from now on
 */
export function forgotten(touches: readonly Touch[], people: People, person: string): People {
  const stub = firstRef(touches, people, person);
  const rest = new Map<string, string>();
  for (const [ref, owner] of people) rest.set(ref, owner === person && stub ? stub : owner);
  return rest;
}

function firstRef(touches: readonly Touch[], people: People, person: string): string | null {
  const at = new Map<string, number>();
  for (const [ref, owner] of people) if (owner === person) at.set(ref, Number.POSITIVE_INFINITY);
  for (const touch of touches) {
    const known = at.get(touch.reader);
    if (known !== undefined) at.set(touch.reader, Math.min(known, touch.at));
  }
  const refs = [...at].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  return refs[0]?.[0] ?? null;
}
