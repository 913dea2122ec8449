/** Counts what regular expressions read, so that a test of speed needs no clock. */

export interface Read {
  /** UTF-16 units that searches went over. */
  readonly positions: number;
  /** The expressions that searched, as /source/flags. */
  readonly patterns: ReadonlySet<string>;
}

/**
 * Runs `act` and counts what regular expressions go over meanwhile: each search from where it begins to the
 * end of its match, or of the text where there is none. match, replace, split, search and test all come
 * down to exec, which the language calls by its name when it was replaced.
 */
export function readDuring(act: () => unknown): Read {
  const exec = RegExp.prototype.exec;
  let positions = 0;
  const patterns = new Set<string>();
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    const end = match === null ? text.length : match.index + match[0].length;
    positions += this.sticky ? 1 : Math.max(0, end - from);
    patterns.add(`/${this.source}/${this.flags}`);
    return match;
  };
  try {
    act();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return { positions, patterns };
}
