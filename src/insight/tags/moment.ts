/** What rules look at: what one viewer did, and when. */

type MomentBase = {
  /** The visit's id, or the hashed ref of whoever opened through this viewer. */
  readonly id: string;
  /** When it began, in ms since the epoch. */
  readonly at: number;
  readonly contentId: string;
  readonly topics: readonly string[];
};

/** A closed visit that is a read. Visits of bots, senders and bursts are not among them. */
export type ReadMoment = MomentBase & {
  readonly kind: "read";
  readonly engagedMs: number;
  /** 0..1 */
  readonly completion: number;
  /** Milliseconds by section id. */
  readonly sections: Readonly<Record<string, number>>;
};

/** Somebody opened a content through this viewer. */
export type ReshareMoment = MomentBase & {
  readonly kind: "reshare";
};

export type Moment = ReadMoment | ReshareMoment;

/** Oldest first; what began at once in order of id, so that any order of arrival is judged alike. */
export function inOrder(moments: readonly Moment[]): Moment[] {
  return moments.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
