/** The address that the page was opened by, and the reader's own ref in it. */
import { dataset } from "./script.ts";

declare const FULL: boolean;

/** Code and ref of a reader page (`/s/CODE.REF`) or after an outside link (`sl=`). */
const PATTERN = /((?:\/s\/|[?&]sl=)([\w-]+)\.)([\w-]+)/;
/** Before a ref that is the reader's own `.`, before one that is perhaps whose page they came to `^`. */
let mark = ".";

/** Which link the page belongs to and who opened it, as a beat without a token says it. */
export function where(): string {
  if (!FULL) return location.pathname;
  const [, , code, ref] = PATTERN.exec(location.href) || [];
  return code ? code + mark + ref : (dataset.link as string);
}

/** A page without a token that was neither reloaded nor gone back to may have been passed on. */
export function beGuest(): void {
  // Deprecated, but iOS knows nothing newer before 15: https://caniuse.com/nav-timing
  if (!performance.navigation.type && !dataset.token) mark = "^";
}

/** Puts the reader's own ref into the address bar, so that what they pass on carries it. */
export function putRef(own: string): void {
  mark = ".";
  history.replaceState(history.state, "", location.href.replace(PATTERN, `$1${own}`));
}
