/** What a sender typed, kept on their own device until they take it back. */

/** What was kept under a name, or null: where storage is blocked, nothing is. */
export function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text; null forgets it. */
export function keep(name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    // Typed anew next time, then.
  }
}
