/** Says what a script is doing while it does it, and how long each step took. */

const marks = { done: "✓", failed: "✗", doing: "…" };

/** @param ms milliseconds @returns "0.4 s", "12 s" or "2 min 5 s" */
export function formatDuration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Runs one step. On a terminal its line is replaced when it ends; elsewhere only the end is said. */
export async function step<T>(label: string, act: () => T | Promise<T>): Promise<T> {
  const live = process.stdout.isTTY === true;
  if (live) process.stdout.write(`  ${marks.doing} ${label}`);
  const begun = performance.now();
  const end = (mark: string) => {
    const line = `  ${mark} ${label} (${formatDuration(performance.now() - begun)})\n`;
    process.stdout.write(live ? `\r\u001b[K${line}` : line);
  };
  try {
    const result = await act();
    end(marks.done);
    return result;
  } catch (error) {
    end(marks.failed);
    throw error;
  }
}
