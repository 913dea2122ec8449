/** A browser of another make than Chromium, driven as a reader's hands would. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export interface Engine {
  /** Opens an address and waits until its page is loaded. */
  goto(url: string): Promise<void>;
  /** Goes back to the page before. */
  back(): Promise<void>;
  /** The value of an expression in the page: text, a number, true or false. */
  evaluate<T extends string | number | boolean>(expression: string): Promise<T>;
  /** Turns to another app, or comes back. */
  setHidden(hidden: boolean): Promise<void>;
  /** Closes the tab; what is opened next is in another one. */
  closeTab(): Promise<void>;
  /** Ends the browser at once, as a phone does that needs its memory. */
  kill(): Promise<void>;
}

/** Where a program is, if it is installed. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * Asks again until there is an answer.
 *
 * @throws what the last try threw, after ten seconds
 */
export async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (const begun = Date.now(); ; ) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() - begun > 10_000) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
