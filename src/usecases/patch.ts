/** Any of the fields, each of which may also be given as undefined. */
export type Change<T> = { [K in keyof T]?: T[K] | undefined };

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The fields of a change that were given: absent means "leave as it is", null means "empty it". */
export function defined<T extends object>(change: T): Partial<Defined<T>> {
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<Defined<T>>;
}
