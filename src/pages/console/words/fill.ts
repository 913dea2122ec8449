/** Words of the console are plain texts with places for values, so that they can be turned into the other script. */

/** What a place may be filled with. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * Fills the places of a text: `{n}` by the value, `{n|person|people}` by the word for one or for any other
 * number. A place without a value stays as it is.
 */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (place, name: string, one, many) => {
    const value = values[name];
    if (value === undefined) return place;
    if (one === undefined) return String(value);
    return value === 1 ? one : many;
  });
}
